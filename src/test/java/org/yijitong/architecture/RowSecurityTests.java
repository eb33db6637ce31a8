package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yijitong.TestDatabase;

/**
 * The second wall, leaned on: every table with unit data is given a row in each of two units, by the administrator and
 * with checks off, and then looked at as the application.
 */
class RowSecurityTests {
    private static final UUID OURS = new UUID(0, 1);
    private static final UUID THEIRS = new UUID(0, 2);

    private static List<String> tables = List.of();
    private static Connection application;

    @BeforeAll
    static void fill() throws SQLException {
        var fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.ownerUrl(), fresh.ownerUser(), fresh.ownerPassword())
                .load()
                .migrate();
        String name = fresh.appUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        try (var administrator = TestDatabase.administrator(name);
                var statement = administrator.createStatement()) {
            tables = Catalogue.ask(administrator, Catalogue.PROTECTED, Placing.tables("replicate"));
            statement.execute("SET session_replication_role = replica");
            for (String table : tables) {
                statement.execute(Placing.anyRow(administrator, table, OURS));
                statement.execute(Placing.anyRow(administrator, table, THEIRS));
            }
        }
        application = DriverManager.getConnection(fresh.appUrl(), fresh.appUser(), fresh.appPassword());
        application.setAutoCommit(false);
    }

    @AfterAll
    static void leave() throws SQLException {
        application.close();
    }

    @Test
    void everyTableHasRowsToHide() {
        assertThat(tables).hasSizeGreaterThan(8).contains("organization.people", "audit.entries");
    }

    @Test
    void onlyTheRowsOfTheNamedUnitAreSeen() throws SQLException {
        assertThat(seen("SET LOCAL app.unit = '" + OURS + "'")).containsOnly(List.of(OURS.toString()));
        assertThat(seen("SET LOCAL app.unit = '" + THEIRS + "'")).containsOnly(List.of(THEIRS.toString()));
    }

    @Test
    void withoutAUnitNothingIsSeen() throws SQLException {
        assertThat(seen("SELECT 1")).containsOnly(List.of());
    }

    @Test
    void aRollUpWithoutARootSeesNothing() throws SQLException {
        assertThat(seen("SET LOCAL ROLE yijitong_rollup")).containsOnly(List.of());
    }

    @Test
    void nothingIsAddedToAnotherUnit() throws SQLException {
        for (String table : tables) {
            try (var statement = application.createStatement()) {
                statement.execute("SET LOCAL app.unit = '" + OURS + "'");
                String row = Placing.anyRow(application, table, THEIRS);
                assertThatThrownBy(() -> statement.execute(row)).as(table).hasMessageContaining("row-level security");
            } finally {
                application.rollback();
            }
        }
    }

    /** For each table the role may read, the units whose rows it sees. */
    private static List<List<String>> seen(String settings) throws SQLException {
        var seen = new ArrayList<List<String>>();
        try (var statement = application.createStatement()) {
            statement.execute(settings);
            for (String table : tables) {
                if (readable(table)) {
                    seen.add(Catalogue.column(
                            application, "SELECT DISTINCT unit_id::text FROM " + table + " ORDER BY 1"));
                }
            }
        } finally {
            application.rollback();
        }
        return seen;
    }

    private static boolean readable(String table) throws SQLException {
        String schema = table.replaceFirst("\\..*", "");
        return Catalogue.column(
                        application,
                        "SELECT (CASE WHEN has_schema_privilege(current_user, '" + schema + "', 'USAGE') THEN"
                                + " has_table_privilege(current_user, '" + table + "', 'SELECT') END)::text")
                .contains("true");
    }
}
