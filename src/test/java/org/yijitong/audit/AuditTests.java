package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.ProductTest;
import org.yijitong.TestDatabase;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Units;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** An entry stands or falls with its deed, and stays. */
@ProductTest
class AuditTests {
    @Autowired
    Audit audit;

    @Autowired
    Db db;

    @Autowired
    Units units;

    @Value("${spring.datasource.url}")
    String url;

    @Autowired
    TransactionOperations transaction;

    final Scope scope = new Scope(UUID.randomUUID(), new UnitId(UUID.randomUUID()), UUID.randomUUID());

    @Test
    void anEntryIsWrittenInTheTransactionOfTheDeed() {
        transaction.executeWithoutResult(status -> note("thing.done"));
        transaction.executeWithoutResult(status -> {
            note("thing.undone");
            status.setRollbackOnly();
        });
        assertThat(actions(scope.unit())).containsExactly("thing.done");
    }

    @Test
    void thereIsNoEntryWithoutATransaction() {
        assertThatThrownBy(() -> note("thing.done")).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> audit.identity(null, "thing.done", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anotherUnitsEntriesCannotBeSeen() {
        transaction.executeWithoutResult(status -> note("thing.done"));
        List<String> seen = transaction.execute(
                status -> db.in(new UnitId(UUID.randomUUID()), """
                        SELECT action FROM audit.entries
                        """).list(String.class));
        assertThat(seen).isEmpty();
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveEntries() {
        transaction.executeWithoutResult(status -> note("thing.done"));
        for (String statement : List.of(
                "UPDATE audit.entries SET action = 'other' WHERE unit_id = :unit",
                "DELETE FROM audit.entries WHERE unit_id = :unit")) {
            assertThatThrownBy(() -> transaction.execute(
                            status -> db.in(scope.unit(), statement).run()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        for (String statement : List.of("DELETE FROM audit.identity_entries", "TRUNCATE audit.identity_entries")) {
            assertThatThrownBy(() -> db.global(statement).run()).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatAnEntrySaidCanBeErasedAndNotSaidOtherwise() {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(
                status -> audit.record(scope, "thing.done", "thing", subject, Map.of("field", "name")));
        transaction.executeWithoutResult(
                status -> assertThat(audit.erase(scope, "thing", subject)).isEqualTo(1));
        transaction.executeWithoutResult(
                status -> assertThat(audit.erase(scope, "thing", subject)).isZero());
        assertThat(actions(scope.unit())).containsExactly("thing.done", Audit.ERASED);
        assertThatThrownBy(() -> transaction.execute(status -> db.in(
                                scope.unit(),
                                "UPDATE audit.entries SET detail = '{}', salt = '\\x00' WHERE unit_id = :unit")
                        .run()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void whereTheLogCannotBeWrittenNothingIsDone() throws SQLException {
        String code = UUID.randomUUID().toString().substring(0, 8);
        var top = new OrganizationState("机关党委", null, OrganizationKind.ORGAN_COMMITTEE, null, 0, null);
        try (var administrator =
                        TestDatabase.administrator(url.replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
                var statement = administrator.createStatement()) {
            statement.execute("REVOKE INSERT ON audit.waiting FROM yijitong_app");
            try {
                assertThatThrownBy(() ->
                                units.found(UUID.randomUUID(), code, null, top, Because.on(LocalDate.of(2026, 1, 1))))
                        .rootCause()
                        .hasMessageContaining("permission denied for table waiting");
            } finally {
                statement.execute("GRANT INSERT ON audit.waiting TO yijitong_app");
            }
        }
        assertThat(units.byCode(code)).isEmpty();
        units.found(UUID.randomUUID(), code, null, top, Because.on(LocalDate.of(2026, 1, 1)));
        assertThat(units.byCode(code)).isPresent();
    }

    private void note(String action) {
        audit.record(scope, action, "thing", UUID.randomUUID(), Map.of("field", "name"));
    }

    private List<String> actions(UnitId unit) {
        return transaction.execute(status -> db.in(unit, """
                        SELECT action FROM audit.entries WHERE unit_id = :unit ORDER BY entry_id
                        """).list(String.class));
    }
}
