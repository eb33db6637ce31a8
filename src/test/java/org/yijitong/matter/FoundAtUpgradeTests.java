package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.yijitong.TestDatabase;
import org.yijitong.activity.Tokens;
import org.yijitong.operation.postgres.Database;

/** Matters that were written before they could be found are found after the upgrade, by the same pieces as new ones. */
class FoundAtUpgradeTests {
    private static final String TITLE = "学习记录不全（2026年）整改ＡＢＣ";
    private static final String ANSWER = "三月少一次，已补学 plan-b_x2 𠀀㐂々";
    private static final String FILE = "整改照片汇总 Photo2026averylongname.pdf";

    private static void migrate(Database database, String target) {
        Flyway.configure()
                .dataSource(database.ownerUrl(), database.ownerUser(), database.ownerPassword())
                .target(target)
                .load()
                .migrate();
    }

    private static void matter(Statement statement, UUID unit, UUID matter) throws SQLException {
        statement.execute("""
                INSERT INTO matter.matters (unit_id, matter_id, version_id, flow, host_id, title, begun_on, recorded_at,
                    account_id, revision, place, state, open, entered_on, posts, barred, raised, owner_id, vacant, due_on,
                    provisional, reopened, late, known, involved)
                VALUES ('%1$s', '%2$s', gen_random_uuid(), 'x', gen_random_uuid(), '%3$s', '2026-01-05', now(),
                    gen_random_uuid(), 1, 1, 's', true, '2026-01-05', '{}', '{}', 0, gen_random_uuid(), false, '2026-02-05',
                    false, 0, 0, '{}', '{}');
                INSERT INTO matter.events (unit_id, matter_id, place, kind, step, state, answers, vacant, late, recorded_at,
                    on_behalf, once_key)
                VALUES ('%1$s', '%2$s', 1, 'begun', 'begin', 's', '{"problem": "%4$s", "due": "2026-02-05",
                    "scan": "019b0000-0000-7000-8000-000000000000", "spent": "120.50"}', false, false, now(), false, '')
                """.formatted(unit, matter, TITLE, ANSWER));
    }

    private static void file(Statement statement, UUID unit, UUID matter) throws SQLException {
        UUID file = UUID.randomUUID();
        statement.execute("""
                INSERT INTO matter.files (unit_id, file_id, matter_id, hash, name, format, size, recorded_at, account_id)
                VALUES ('%1$s', '%3$s', '%2$s', '\\x00', '%4$s', 'pdf', 1, now(), gen_random_uuid());
                INSERT INTO matter.evidence (unit_id, matter_id, place, field, file_id)
                VALUES ('%1$s', '%2$s', 1, 'scan', '%3$s')
                """.formatted(unit, matter, file, FILE));
    }

    private static Set<String> tokens(Statement statement, UUID matter) throws SQLException {
        Set<String> tokens = new TreeSet<>();
        try (var rows = statement.executeQuery("SELECT token FROM matter.tokens WHERE matter_id = '" + matter + "'")) {
            while (rows.next()) {
                tokens.add(rows.getString(1));
            }
        }
        return tokens;
    }

    @Test
    void whatWasNeverCutIntoPiecesIsCutLikeWhatIsNew() throws SQLException {
        Database database = TestDatabase.fresh();
        migrate(database, "20261129.7402");
        UUID unit = UUID.randomUUID();
        UUID old = UUID.randomUUID();
        UUID known = UUID.randomUUID();
        String name = database.ownerUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        try (Connection administrator = TestDatabase.administrator(name);
                Statement statement = administrator.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            matter(statement, unit, old);
            file(statement, unit, old);
            matter(statement, unit, known);
            statement.execute("INSERT INTO matter.tokens VALUES ('%s', '学', '%s')".formatted(unit, known));
            migrate(database, "latest");
            Set<String> all = new TreeSet<>(Tokens.of(TITLE));
            all.addAll(Tokens.of(ANSWER));
            all.addAll(Tokens.of(FILE));
            assertThat(tokens(statement, old)).isEqualTo(all);
            assertThat(tokens(statement, known)).as("what is found already").containsExactly("学");
            try (var left = statement.executeQuery("SELECT count(*) FROM pg_class c WHERE NOT relforcerowsecurity"
                    + " AND c.oid::regclass::text LIKE 'matter.%' AND relrowsecurity")) {
                left.next();
                assertThat(left.getInt(1)).as("tables left open").isZero();
            }
        }
    }
}
