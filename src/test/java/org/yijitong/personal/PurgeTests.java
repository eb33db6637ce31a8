package org.yijitong.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.MovableClock;
import org.yijitong.access.SignIn;
import org.yijitong.access.SignIns;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.shared.AtOnce;
import org.yijitong.shared.Db;
import org.yijitong.shared.Refused;

/** What the register keeps no longer is gone after its last day, and not before; what the law asks for stays. */
@ProductTest
@Import({SampleUnit.class, PurgeTime.class})
class PurgeTests {
    @Autowired
    MovableClock clock;

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIn signIn;

    @Autowired
    SignIns signIns;

    @Autowired
    RosterImports imports;

    @Autowired
    Register register;

    @Autowired
    Purge purge;

    @Autowired
    Db db;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private SampleUnit.Made made;

    @BeforeEach
    void aUnit() {
        made = sample.make();
    }

    private int keptFor(String table) {
        return register.table(table).orElseThrow().keep().days();
    }

    private UUID account(String role) {
        String name = "kept" + UUID.randomUUID().toString().substring(0, 10);
        UUID account = accounts.create(
                name,
                "江远帆",
                World.PASSWORD,
                List.of(new Grant(
                        role, made.unit().unitId(), made.unit().rootId().value())));
        signIn.attempt(name, World.PASSWORD, new SignIn.Visitor("10.1.2.3", "", ""));
        return account;
    }

    private int noted(String action) {
        return database.sql("SELECT count(*) FROM audit.identity_entries WHERE action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    private <T> List<T> rows(String statement, UUID id, Class<T> type) {
        return Objects.requireNonNull(transaction.execute(
                _ -> db.in(made.unit().unitId(), statement).bind("id", id).list(type)));
    }

    /** The law asks for six months of network logs, which are 184 days at most. */
    @Test
    void aSignInIsKeptThroughItsLastDayAndGoneOnTheNext() {
        UUID account = account("officer");
        int kept = keptFor("access.sign_in_attempts");
        assertThat(kept).isGreaterThanOrEqualTo(184);
        purge.run();
        assertThat(signIns.of(account, 0)).hasSize(1);
        clock.move(Duration.ofDays(kept));
        purge.run();
        assertThat(signIns.of(account, 0)).as("on the last day").hasSize(1);
        clock.move(Duration.ofDays(1));
        purge.run();
        assertThat(signIns.of(account, 0)).as("on the day after").isEmpty();
        List<String> details = database.sql(
                        "SELECT detail::text FROM audit.identity_entries WHERE action = 'personal.purged'")
                .query(String.class)
                .list();
        assertThat(details)
                .isNotEmpty()
                .allMatch(detail -> detail.matches("\\{\"rows\": \\d+, \"table\": \"[a-z_.]+\"}"));
        int before = noted("personal.purged");
        purge.run();
        assertThat(noted("personal.purged")).as("nothing left to note").isEqualTo(before);
        assertThat(database.sql("SELECT count(*) FROM audit.identity_entries WHERE account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .as("the log stays")
                .isPositive();
    }

    @Test
    void spentCodesAndTokensGoAfterTheirTime() {
        UUID account = account("officer");
        for (String insert : List.of(
                "INSERT INTO access.reset_codes (code_hash, account_id, issued_by, issued_at, expires_at)"
                        + " VALUES (sha256(uuid_send(gen_random_uuid())), :account, :account, :now, :now)",
                "INSERT INTO access.api_tokens (token_hash, token_id, account_id, grant_id, name, created_at, expires_at)"
                        + " SELECT sha256(uuid_send(gen_random_uuid())), gen_random_uuid(), :account, grant_id, 'p', :now, :now"
                        + " FROM access.grants WHERE account_id = :account")) {
            database.sql(insert)
                    .param("account", account)
                    .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                    .update();
        }
        clock.move(Duration.ofDays(keptFor("access.reset_codes")));
        purge.run();
        assertThat(left("access.reset_codes", account) + left("access.api_tokens", account))
                .isEqualTo(2);
        clock.move(Duration.ofDays(1));
        purge.run();
        assertThat(left("access.reset_codes", account) + left("access.api_tokens", account))
                .isZero();
    }

    private int left(String table, UUID account) {
        return database.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    @Test
    void aDigestGoesAfterItsTime() {
        UUID account = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> db.in(made.unit().unitId(), """
                        INSERT INTO notice.outbox (unit_id, notice_id, account_id, day, subject, body, recorded_at, state,
                            attempts, next_at)
                        VALUES (:unit, :id, :id, '2026-01-05', 's', 'b', :now, 'sent', 1, :now)
                        """)
                .bind("id", account)
                .bind("now", clock.instant())
                .run());
        String count = "SELECT count(*)::int FROM notice.outbox WHERE unit_id = :unit AND account_id = :id";
        clock.move(Duration.ofDays(keptFor("notice.outbox")));
        purge.run();
        assertThat(rows(count, account, Integer.class)).containsExactly(1);
        clock.move(Duration.ofDays(1));
        purge.run();
        assertThat(rows(count, account, Integer.class)).containsExactly(0);
    }

    @Test
    void aRosterThatCameInGoesWithItsFileAndCanBeTakenBackNoMore() {
        ImportId id = new ImportId(UUID.randomUUID());
        transaction.executeWithoutResult(_ -> {
            db.in(made.unit().unitId(), """
                            INSERT INTO organization.imports (unit_id, import_id, top_id, account_id, created_at, file_name,
                                file, effective_on, state, stage, beat_at, finished_at)
                            VALUES (:unit, :id, :top, :top, :now, 'r.xlsx', '\\x00', '2026-01-01', 'applied', 'done', :now,
                                :now)
                            """)
                    .bind("id", id)
                    .bind("top", made.unit().rootId())
                    .bind("now", clock.instant())
                    .run();
            db.in(made.unit().unitId(), """
                            INSERT INTO organization.import_rows (unit_id, import_id, line, sheet, sheet_name, row_number,
                                given, name, verdict, new_person_id)
                            VALUES (:unit, :id, 1, 1, 's', 1, '{a}', '柳成荫', 'same', gen_random_uuid())
                            """).bind("id", id).run();
        });
        clock.move(Duration.ofDays(keptFor("organization.import_rows")));
        purge.run();
        assertThat(staged(id)).isEqualTo("1 true");
        clock.move(Duration.ofDays(1));
        purge.run();
        assertThat(staged(id)).isEqualTo("0 false");
        assertThatThrownBy(() -> imports.undo(made.scope(), id)).isInstanceOf(Refused.class);
    }

    private String staged(ImportId id) {
        return rows("""
                SELECT (SELECT count(*) FROM organization.import_rows WHERE unit_id = :unit AND import_id = :id)
                    || ' ' || (file IS NOT NULL)
                FROM organization.imports WHERE unit_id = :unit AND import_id = :id
                """, id.value(), String.class).getFirst();
    }

    @Test
    void whatAMonthWillRemoveIsToldBeforehandAndNothingIsRemoved() {
        UUID account = account("administrator");
        clock.move(Duration.ofDays(keptFor("access.sign_in_attempts") - 10L));
        Purge.Due due = due("access.sign_in_attempts");
        assertThat(due.later()).isPositive();
        int today = due.today();
        clock.move(Duration.ofDays(11));
        assertThat(due("access.sign_in_attempts").today()).isGreaterThan(today);
        assertThat(signIns.of(account, 0)).hasSize(1);
        String name = "see" + UUID.randomUUID().toString().substring(0, 10);
        accounts.create(
                name,
                "江远帆",
                World.PASSWORD,
                List.of(new Grant(
                        "administrator",
                        made.unit().unitId(),
                        made.unit().rootId().value())));
        Browser administrator = new Browser(mvc);
        administrator.signIn(name);
        assertThat(Browser.page(administrator.get("/personal-data/due")).text()).contains("每一次登录", "名册上的基本情况");
        assertThat(Browser.page(administrator.get("/personal-data")).select("a[href=/personal-data/due]"))
                .hasSize(1);
    }

    private Purge.Due due(String table) {
        return purge.due(made.unit().unitId()).stream()
                .filter(each -> each.table().name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoNodesAtOnceDoTheWorkOnce() {
        UUID account = account("officer");
        clock.move(Duration.ofDays(keptFor("access.sign_in_attempts") + 1L));
        Callable<Boolean> node = () -> {
            purge.run();
            return true;
        };
        assertThat(AtOnce.all(List.of(node, node))).containsExactly(true, true);
        assertThat(signIns.of(account, 0)).isEmpty();
    }
}
