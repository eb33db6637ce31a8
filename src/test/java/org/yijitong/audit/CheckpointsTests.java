package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.shared.AtOnce;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** What is committed gets its number and is signed, once, by one node of several; what was altered is not signed on. */
class CheckpointsTests {
    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2026-11-28T10:00:00Z");
    private LogDesk log;

    @BeforeEach
    void open() {
        log = new LogDesk(folder, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Test
    void manyWritersAndTwoNodesMakeOneOrderWithoutAGap() {
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean writes = i % 3 != 0;
            works.add(() -> {
                if (writes) {
                    log.write(40);
                } else {
                    log.checkpoints().now();
                }
                return true;
            });
        }
        AtOnce.all(works);
        log.checkpoints().now();
        var report = log.check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(320);
        assertThat(report.waiting()).isZero();
    }

    @Test
    void whatIsWrittenWhileTheLogIsCheckedIsNoFinding() {
        log.write(300);
        log.checkpoints().now();
        var report = log.checkWhile(() -> {
            log.write(300);
            log.checkpoints().now();
            log.write(3);
        });
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(300);
        assertThat(log.check().findings()).isEmpty();
        log.owner()
                .sql("INSERT INTO audit.nodes (level, node_index, hash) VALUES (8, :beyond, sha256(''))")
                .param("beyond", Long.MAX_VALUE)
                .update();
        assertThat(log.check().findings()).containsExactly("nodes are kept that no leaves have");
    }

    @Test
    void entriesOfTwoUnitsUnderTheSameIdAreBothNumbered() {
        for (UUID unit : List.of(UUID.randomUUID(), UUID.randomUUID())) {
            var scope = new Scope(UUID.randomUUID(), new UnitId(unit), unit);
            Moment.at(
                    now,
                    new Random(1),
                    () -> log.part(TransactionTemplate.class)
                            .executeWithoutResult(_ -> log.part(AuditStore.class)
                                    .add(scope, "thing.done", "thing", Map.of(unit, Map.of("number", 1)))));
        }
        log.checkpoints().now();
        assertThat(log.checkpoints().last().orElseThrow().size()).isEqualTo(2);
        assertThat(log.check().findings()).isEmpty();
        log.write(5);
        log.checkpoints().now();
        assertThat(log.check().findings()).isEmpty();
    }

    @Test
    void aTransactionThatIsNotFinishedIsNumberedWhenItIs() throws SQLException {
        try (var slow = log.administrator()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("INSERT INTO audit.identity_waiting VALUES"
                        + " ('00000000-0000-7000-8000-000000000001', sha256('slow'))");
                log.write(5);
                log.checkpoints().now();
                assertThat(log.checkpoints().last().orElseThrow().size()).isEqualTo(5);
                slow.commit();
            }
        }
        log.checkpoints().now();
        assertThat(log.checkpoints().last().orElseThrow().size()).isEqualTo(6);
    }

    @Test
    void nothingNewIsSignedOnlyOnceAnHour() {
        log.checkpoints().now();
        log.checkpoints().now();
        assertThat(log.checkpoints().last().orElseThrow().number()).isEqualTo(1);
        now = now.plusSeconds(3600);
        log.checkpoints().now();
        var last = log.checkpoints().last().orElseThrow();
        assertThat(last.number()).isEqualTo(2);
        assertThat(last.size()).isZero();
        assertThat(log.check().findings()).isEmpty();
    }

    @Test
    void moreThanOneRoundTakesIsNumberedAtOnce() throws SQLException {
        try (var administrator = log.administrator();
                var statement = administrator.createStatement()) {
            statement.execute("""
                    INSERT INTO audit.identity_entries SELECT gen_random_uuid(), now(), NULL, 'thing.done', '{}', '\\x00',
                        audit.detail_hash('\\x00', '{}') FROM generate_series(1, 70001);
                    INSERT INTO audit.identity_waiting SELECT entry_id, audit.leaf(audit.line(entry_id, NULL, recorded_at,
                        account_id, action, NULL, NULL, detail_hash)) FROM audit.identity_entries""");
        }
        log.checkpoints().now();
        var report = log.check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(70_001);
        assertThat(report.checkpoints()).isEqualTo(8);
        log.write(300);
        log.checkpoints().now();
        assertThat(log.check().findings()).isEmpty();
    }

    @Test
    void whatWasErasedLeavesTheLogWhole() throws SQLException {
        log.write(20);
        log.checkpoints().now();
        int erased = log.erase();
        assertThat(log.check().findings()).isEmpty();
        log.checkpoints().now();
        assertThat(log.check().findings()).isEmpty();
        assertThat(erased).isPositive();
        try (var administrator = log.administrator();
                var statement = administrator.createStatement()) {
            statement.execute("UPDATE audit.entries SET detail = NULL, salt = NULL WHERE action = 'thing.done'"
                    + " AND detail IS NOT NULL AND entry_id = (SELECT max(entry_id::text)::uuid FROM audit.entries"
                    + " WHERE detail IS NOT NULL AND action = 'thing.done')");
        }
        assertThat(log.check().findings()).singleElement().asString().endsWith("its detail is gone, nobody erased it");
    }

    @Test
    void aLogThatWasAlteredIsNotSignedOn() throws SQLException {
        log.write(20);
        log.checkpoints().now();
        log.write(20);
        log.checkpoints().now();
        for (String tampering : List.of(
                "UPDATE audit.leaves SET leaf = sha256(leaf) WHERE leaf_index = 35",
                "DELETE FROM audit.checkpoints WHERE checkpoint_number = 2;"
                        + " DELETE FROM audit.leaves WHERE leaf_index >= 20",
                "UPDATE audit.checkpoints SET note = replace(note, 'number 2', 'number 3') WHERE checkpoint_number = 2",
                "INSERT INTO audit.leaves VALUES (40, gen_random_uuid(), NULL, sha256('x'))")) {
            try (var other = log.administrator()) {
                other.setAutoCommit(false);
                try (var statement = other.createStatement()) {
                    statement.execute(tampering);
                }
                assertThat(log.check(other).clean()).isFalse();
                assertThatThrownBy(() -> log.signOn(other)).isInstanceOf(LogBroken.class);
                other.rollback();
            }
        }
        log.write(1);
        log.checkpoints().now();
        assertThat(log.check().findings()).isEmpty();
    }

    @Test
    void theKeyIsItsOwnersAloneAndTheFilesHoldEveryCheckpoint() throws Exception {
        for (int i = 0; i < 3; i++) {
            log.write(1);
            log.checkpoints().now();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("audit-log.key"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("audit/key.txt")))
                .isEqualTo(log.checkpoints().key().line() + "\n");
        assertThat(log.part(CheckpointFiles.class).all())
                .extracting(LogNote::number)
                .containsExactly(1L, 2L, 3L);
        assertThat(log.part(CheckpointFiles.class).all())
                .allMatch(note -> log.checkpoints().key().signed(note.text()));
    }

    @Test
    void aSignatureFitsItsTextAndItsKeyOnly() {
        log.write(1);
        log.checkpoints().now();
        var note = log.part(CheckpointFiles.class).all().getFirst().text();
        var key = log.checkpoints().key();
        assertThat(key.signed(note)).isTrue();
        for (int i = 0; i < note.length(); i++) {
            var changed = new StringBuilder(note);
            changed.setCharAt(i, note.charAt(i) == 'x' ? 'y' : 'x');
            assertThat(key.signed(changed.toString())).as(changed.toString()).isFalse();
        }
    }
}
