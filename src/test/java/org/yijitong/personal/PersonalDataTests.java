package org.yijitong.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yijitong.TestDatabase;

/** The register of personal data says what the database holds: every table, and every column of those about people. */
class PersonalDataTests {
    private static final Register REGISTER = RegisterFile.shipped();

    private static final String EVERY_COLUMN = """
            SELECT n.nspname || '.' || c.relname || '.' || a.attname
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p' AND n.nspname NOT LIKE 'pg\\_%'
              AND n.nspname NOT IN ('information_schema', 'public')
            """;

    private static Connection database;

    @BeforeAll
    static void migrate() throws SQLException {
        var fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.ownerUrl(), fresh.ownerUser(), fresh.ownerPassword())
                .load()
                .migrate();
        database = TestDatabase.administrator(
                fresh.ownerUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
    }

    @AfterAll
    static void leave() throws SQLException {
        database.close();
    }

    private static List<String> live() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(EVERY_COLUMN)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    /** What the register leaves out of what there is, and what it says that is not there. */
    private static List<String> faults(Register register, Collection<String> live) {
        var columns = new TreeSet<>(live);
        var tables = new TreeSet<>(live.stream().map(PersonalDataTests::table).toList());
        var said = new TreeSet<>(register.personal().values().stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .toList());
        Stream<String> unknown = tables.stream()
                .filter(table ->
                        register.table(table).isEmpty() && !register.other().containsKey(table))
                .map(table -> table + " stands neither under personal nor under other");
        Stream<String> missing = columns.stream()
                .filter(column -> register.table(table(column)).isPresent() && !said.contains(column))
                .map(column -> column + " is not said under personal");
        Stream<String> gone = Stream.concat(said.stream(), register.other().keySet().stream())
                .filter(each -> !columns.contains(each) && !tables.contains(each))
                .map(each -> each + " is said and not there");
        return Stream.of(unknown, missing, gone).flatMap(each -> each).toList();
    }

    private static String table(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }

    @Test
    void everyTableAndEveryColumnAboutPeopleIsInTheRegister() throws SQLException {
        assertThat(faults(REGISTER, live()))
                .as("say it in src/main/resources/personal, as its register.yaml explains")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organization.people.shoe_size is not said under personal | ALTER TABLE organization.people ADD shoe_size int
            access.sessions.place_of_stay is not said under personal | ALTER TABLE access.sessions ADD place_of_stay text
            planted.t stands neither under personal nor under other  | CREATE TABLE planted.t (name text)
            organization.people.sex is said and not there            | ALTER TABLE organization.people DROP sex
            audit.nodes is said and not there                        | DROP TABLE audit.nodes
            """)
    void aPlantedColumnIsFound(String fault, String planted) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("CREATE SCHEMA planted; " + planted);
            assertThat(faults(REGISTER, live())).containsExactly(fault);
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    /**
     * What says by whom something was written leads to people, so such a table cannot pass as one of nobody. Duties say
     * whether organizations or people owe them, terms which meeting elected; contacts are those of an office.
     */
    @Test
    void noTableThatNamesPeopleOrAccountsPassesAsOneOfNobody() throws SQLException {
        assertThat(live().stream()
                        .filter(column -> REGISTER.other().containsKey(table(column)))
                        .filter(column -> column.matches(".*\\.(.*person.*|.*account.*|.*_by|phone|address)")))
                .isSubsetOf(
                        "mechanism.duty_versions.owed_by",
                        "organization.terms.elected_by",
                        "personal.contacts.phone",
                        "personal.contacts.address");
    }

    /** PIPL art. 45: what can be found by person is found; what is not says why, which the file cannot leave out. */
    @Test
    void everyColumnWithAPersonOrAnAccountLeadsToThem() {
        assertThat(REGISTER.personal().values().stream()
                        .filter(table -> table.mine() != null)
                        .flatMap(table -> overlooked(table)))
                .isEmpty();
    }

    /** Names are looked up for ids in these columns alone, so none of them may hold what somebody wrote. */
    @Test
    void onlyIdsStandWhereTheRegisterSaysSo() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        EVERY_COLUMN + " AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype)")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        var referring = REGISTER.personal().values().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> table.refers(column.name()))
                        .map(column -> table.name() + "." + column.name()))
                .toList();
        assertThat(referring).hasSizeGreaterThan(100).isSubsetOf(ids);
    }

    private static Stream<String> overlooked(PersonalTable table) {
        Finding mine = java.util.Objects.requireNonNull(table.mine());
        return table.columns().stream()
                .map(column -> column.name())
                .filter(column -> column.equals("person_id") || column.equals("account_id"))
                .filter(column ->
                        !mine.persons().contains(column) && !mine.accounts().contains(column))
                .map(column -> table.name() + "." + column + " leads to nobody");
    }
}
