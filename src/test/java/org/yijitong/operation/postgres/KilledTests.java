package org.yijitong.operation.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the embedded server when something is killed, and to its next start. */
@Timeout(60)
class KilledTests {

    private static final int PATIENCE = 20;

    @TempDir
    private static Path folder;

    private static Launch launch;

    @BeforeAll
    static void unpackOnce() {
        var data = folder.resolve("data");
        var first = Launch.of(data, data.resolve("secrets"), System.getenv());
        EmbeddedPostgres.start(first).close();
        launch = new Launch(first.data(), first.secrets(), Binaries.of(first).folder(), Map.of());
    }

    @BeforeEach
    void clean() throws SQLException {
        try (var server = EmbeddedPostgres.start(launch)) {
            execute(server, "DROP TABLE IF EXISTS kept");
            execute(server, "CREATE TABLE kept AS SELECT 1 AS n");
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void killingTheProductStopsTheServer() throws Exception {
        assumeThat(Command.find("setpriv")).as("setpriv, which Linux has").isPresent();
        ProcessHandle orphan;
        try (var child = ChildServer.start(launch, ChildServer.AS_ITSELF)) {
            orphan = child.postmaster();
            assertThat(orphan.isAlive()).isTrue();
        }
        orphan.onExit().get(PATIENCE, SECONDS);
        assertThat(pidFile()).as("removed by a clean stop").doesNotExist();
        assertStartsWithItsData();
    }

    /** Where root may make no user namespace, as in many containers. */
    @Test
    void killingTheProductStopsTheServerThatRunsAsAnotherUser() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        var other = RunAs.otherUser().orElseThrow();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        ProcessHandle orphan;
        try (var child = ChildServer.start(launch, ChildServer.AS_OTHER_USER)) {
            orphan = child.postmaster();
            assertThat(orphan.info().user()).contains(other.owner());
            assertThat(Files.getOwner(launch.home().resolve("data")).getName()).isEqualTo(other.owner());
            assertThat(Files.getOwner(launch.secrets()).getName()).isEqualTo("root");
        }
        orphan.onExit().get(PATIENCE, SECONDS);
        assertThat(pidFile()).doesNotExist();
        assertStartsWithItsData();
    }

    @Test
    void anOrphanIsStoppedByTheNextStart() throws Exception {
        var runAs = RunAs.here();
        var orphan = Command.builder(runAs.command(List.of(
                        Binaries.of(launch).postgres().toString(),
                        "-D",
                        launch.home().resolve("data").toString(),
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "port="
                                + Files.readString(launch.home().resolve("port"))
                                        .strip())))
                .redirectErrorStream(true)
                .redirectOutput(launch.home().resolve("orphan.log").toFile())
                .start();
        await().until(() -> PidFile.in(launch.home().resolve("data")).ready(orphan.pid()));
        assertStartsWithItsData();
        assertThat(orphan.waitFor(PATIENCE, SECONDS)).isTrue();
        assertThat(orphan.exitValue()).as("a clean stop").isZero();
    }

    @Test
    void aKilledServerIsStartedAgainAtOnce() throws Exception {
        try (var server = EmbeddedPostgres.start(launch);
                var busy = server.server().connect("yijitong")) {
            var first = server.process().orElseThrow();
            first.destroyForcibly();
            await().atMost(PATIENCE, SECONDS).ignoreExceptions().until(() -> {
                assertHasItsData(server);
                return true;
            });
            assertThat(server.process()).get().isNotEqualTo(first);
            assertThatThrownBy(() -> busy.createStatement().execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aPidFileOfADeadProcessIsNoHindrance() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        leavePidFile(dead.pid());
        assertStartsWithItsData();
    }

    @Test
    void aPidFileOfAForeignProcessIsNoHindranceAndTheProcessLives() throws Exception {
        var foreign = new ProcessBuilder("sleep", "600").start();
        try {
            leavePidFile(foreign.pid());
            assertStartsWithItsData();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void anEmptyOrGarbledPidFileIsNoHindrance() throws Exception {
        for (var text : List.of("", "what?\n")) {
            Files.writeString(pidFile(), text);
            assertStartsWithItsData();
        }
    }

    @Test
    void anotherProcessOnTheSameFolderIsNamed() throws Exception {
        try (var child = ChildServer.start(launch, ChildServer.AS_ITSELF)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(launch))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use by the running process " + child.pid());
            assertThat(child.postmaster().isAlive()).isTrue();
        }
        await().atMost(PATIENCE, SECONDS).until(() -> !Files.exists(pidFile()));
    }

    private static void assertStartsWithItsData() throws SQLException {
        try (var server = EmbeddedPostgres.start(launch)) {
            assertHasItsData(server);
        }
    }

    private static void assertHasItsData(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.server().connect("yijitong");
                var row = connection.createStatement().executeQuery("SELECT n FROM kept")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.server().connect("yijitong");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Path pidFile() {
        return launch.home().resolve("data/postmaster.pid");
    }

    /** As a killed server leaves it; the shared memory it names is long gone. */
    private static void leavePidFile(long pid) throws IOException {
        Files.writeString(
                pidFile(),
                pid + "\n" + launch.home().resolve("data") + "\n1700000000\n5432\n\n127.0.0.1\n 1 1\nready   \n");
    }
}
