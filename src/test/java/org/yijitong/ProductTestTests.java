package org.yijitong;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ground the other tests stand on: the whole product starts, on a database of its own, in the right role. */
@ProductTest
class ProductTestTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theApplicationWorksInTheRoleThatOwnsNothing() {
        var row = jdbc.sql("""
                SELECT current_user AS who,
                    (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS free,
                    (SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole) AS owned""").query().singleRow();
        assertThat(row)
                .containsEntry("who", "yijitong_app")
                .containsEntry("free", false)
                .containsEntry("owned", 0L);
    }

    @Test
    void theMigrationsRanAsTheOwner() throws SQLException {
        var name = jdbc.sql("SELECT current_database()").query(String.class).single();
        try (var connection = TestDatabase.administrator(name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT DISTINCT installed_by FROM flyway_schema_history")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("yijitong_owner");
            assertThat(rows.next()).isFalse();
        }
    }
}
