package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.shared.Db;
import org.yijitong.shared.Keys;

/** The key of the log is changed: each key vouches for the other, and a key for which none vouches signs nothing. */
class HandoverTests {
    @TempDir
    Path folder;

    private LogDesk log;
    private LogSigner next;

    @BeforeEach
    void change() throws Exception {
        log = new LogDesk(Files.createDirectory(folder.resolve("log")));
        log.write(7);
        log.checkpoints().now();
        log.write(5);
        next = log.handOver(Files.createDirectory(folder.resolve("next")));
        log.write(9);
        log.with(next).now();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theLogGoesOnUnderTheNewKeyAndIsWhole() {
        assertThat(log.check(next).findings()).isEmpty();
        assertThat(log.check(next).entries()).isEqualTo(21);
        assertThat(log.checking(next).keys())
                .containsExactly(
                        "key: " + log.checkpoints().key().line(),
                        "key from checkpoint 4 on: " + next.open().line());
    }

    @Test
    void whoNotedTheFirstKeyFollowsItToTheNewOne() throws Exception {
        var out = folder.resolve("out");
        export(out);
        assertThat(out.resolve("key.txt")).hasContent(log.checkpoints().key().line() + "\n");
        var said = VerifyTests.verify(
                out.toString(), folder.resolve("log/audit/000000000000.txt").toString());
        assertThat(said.text())
                .contains("from checkpoint 4: " + next.open().line())
                .endsWith("21 entries under 5 checkpoints, 5 witnessed: whole");
    }

    @Test
    void theOldKeySignsNoMore() {
        assertThatThrownBy(() -> log.checkpoints().now())
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("checkpoint 5 was not signed by this key");
        assertThat(log.check().findings()).anyMatch(found -> found.contains("was not signed by the key of this log"));
    }

    @Test
    void aKeyForWhichNoneVouchesIsFound() throws Exception {
        var strange = new LogSigner(new Keys(Files.createDirectory(folder.resolve("strange"))));
        var changes = new LogStore(new Db(log.owner())).changes();
        var farewell = Checkpoint.in(changes.getFirst().note()).orElseThrow();
        var forged = farewell.greeting(strange.open(), log.checkpoints().key());
        put(4, strange.sign(forged));
        assertThat(log.check(strange).findings())
                .contains("checkpoint 4 is signed by a key for which the one before does not vouch");
        assertThat(log.check(next).clean()).isFalse();
        var out = folder.resolve("forged");
        export(out);
        assertThat(VerifyTests.verify(out.toString()).text())
                .contains("checkpoint 4 was not signed by this key")
                .endsWith("ALTERED");

        var named = new Checkpoint(
                farewell.origin(),
                farewell.size(),
                farewell.root(),
                farewell.number(),
                farewell.at(),
                "next " + strange.open().line());
        put(3, log.checkpoints().key().note(named.text(), new byte[64]));
        assertThat(log.check(strange).clean()).isFalse();
    }

    @Test
    void itIsChangedAgainAndAgain() throws Exception {
        var third = new LogSigner(new Keys(Files.createDirectory(folder.resolve("third"))));
        log.with(next).handOver(third);
        log.write(2);
        log.with(third).now();
        assertThat(log.check(third).findings()).isEmpty();
        assertThat(log.checking(third).keys()).hasSize(3);
        assertThat(log.check(next).clean()).isFalse();
    }

    private void export(Path out) {
        var db = new Db(log.owner());
        new LogExport(new LogStore(db), new LogCheckStore(db), next).to(out, true);
    }

    private void put(long number, String note) throws SQLException {
        try (var administrator = log.administrator();
                var statement = administrator.prepareStatement(
                        "UPDATE audit.checkpoints SET note = ? WHERE checkpoint_number = ?")) {
            statement.setString(1, note);
            statement.setLong(2, number);
            statement.executeUpdate();
        }
    }
}
