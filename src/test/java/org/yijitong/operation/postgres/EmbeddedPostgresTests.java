package org.yijitong.operation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded server promises while all goes well. */
class EmbeddedPostgresTests {

    @TempDir
    private static Path folder;

    private static Launch launch;

    /** In a folder whose path is longer than a Unix socket's may be (107 bytes), after an interrupted first start. */
    @BeforeAll
    static void interruptedBefore() throws IOException {
        var data = folder.resolve("a-folder-with-a-long-name-".repeat(5));
        launch = Launch.of(data, data.resolve("secrets"), System.getenv());
        Files.createDirectories(data.resolve("pg/data.new/base"));
        Files.createDirectories(data.resolve("pg/bin-18.6.new/bin"));
        Files.writeString(data.resolve("pg/data.new/PG_VERSION"), "half");
    }

    @Test
    void everyConnectionNeedsAPassword() {
        try (var server = EmbeddedPostgres.start(launch)) {
            var url = server.server().url("yijitong");
            for (var user : List.of("postgres", "yijitong_owner", "yijitong_app")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
        }
    }

    @Test
    void committedDataIsOnTheDisk() throws SQLException {
        try (var server = EmbeddedPostgres.start(launch);
                var connection = server.server().connect("yijitong");
                var statement = connection.createStatement()) {
            for (var name : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                try (var row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    assertThat(row.getString(1)).as(name).isEqualTo("on");
                }
            }
        }
    }

    @Test
    void listensOnThisMachineOnly() throws SQLException {
        try (var server = EmbeddedPostgres.start(launch);
                var connection = server.server().connect("yijitong");
                var row = connection.createStatement().executeQuery("""
                        SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories')""")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("127.0.0.1");
            assertThat(row.getString(2)).isEmpty();
        }
    }

    @Test
    void chineseTextHasTrigramsAndSortsByCodePoint() throws SQLException {
        try (var server = EmbeddedPostgres.start(launch);
                var connection = DriverManager.getConnection(
                        server.database().ownerUrl(),
                        server.database().ownerUser(),
                        server.database().ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            try (var row = statement.executeQuery(
                    "SELECT cardinality(show_trgm('党员名册')), '一' < '丁', current_setting('server_encoding')")) {
                row.next();
                assertThat(row.getInt(1)).isGreaterThan(3);
                assertThat(row.getBoolean(2)).isTrue();
                assertThat(row.getString(3)).isEqualTo("UTF8");
            }
        }
    }

    @Test
    void theOwnerMayBuildAndTheApplicationMayNot() throws SQLException {
        try (var server = EmbeddedPostgres.start(launch)) {
            var database = server.database();
            try (var owner = DriverManager.getConnection(
                            database.ownerUrl(), database.ownerUser(), database.ownerPassword());
                    var statement = owner.createStatement()) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
                statement.execute("CREATE SCHEMA IF NOT EXISTS something");
                assertThatThrownBy(() -> statement.execute("CREATE ROLE other"))
                        .hasMessageContaining("permission denied");
            }
            try (var application =
                            DriverManager.getConnection(database.appUrl(), database.appUser(), database.appPassword());
                    var statement = application.createStatement()) {
                for (var sql : List.of(
                        "CREATE SCHEMA other", "CREATE TABLE public.other (id int)", "SET ROLE yijitong_owner")) {
                    assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void nobodyElseReadsItsFiles() throws IOException {
        EmbeddedPostgres.start(launch).close();
        for (var name : List.of("pg", "pg/data", "secrets")) {
            assertThat(rights(launch.data().resolve(name))).as(name).isEqualTo("rwx------");
        }
        try (var secrets = Files.list(launch.secrets())) {
            assertThat(secrets)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
        }
        assertThat(launch.home().resolve("initdb-password")).doesNotExist();
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void keepsItsPortUnlessItIsTaken() throws IOException {
        int port;
        try (var server = EmbeddedPostgres.start(launch)) {
            port = server.server().port();
        }
        try (var server = EmbeddedPostgres.start(launch)) {
            assertThat(server.server().port()).isEqualTo(port);
        }
        try (var other = new ServerSocket()) {
            other.setReuseAddress(true);
            other.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            try (var server = EmbeddedPostgres.start(launch)) {
                assertThat(server.server().port()).isNotEqualTo(port);
            }
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInOneLine() {
        try (var first = EmbeddedPostgres.start(launch)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(launch))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use by the running process "
                            + ProcessHandle.current().pid())
                    .message()
                    .doesNotContain("\n");
            assertThat(first.process()).isPresent();
        }
    }

    @Test
    void dataOfAnotherVersionIsRefused() throws IOException {
        EmbeddedPostgres.start(launch).close();
        var file = launch.home().resolve("data/PG_VERSION");
        var version = Files.readString(file);
        Files.writeString(file, "13\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(launch))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("written by PostgreSQL 13");
        Files.writeString(file, version);
    }

    @Test
    void aLostPasswordFileIsNamed() throws IOException {
        EmbeddedPostgres.start(launch).close();
        var file = launch.secrets().resolve("yijitong_app");
        var password = Files.readString(file);
        Files.delete(file);
        assertThatThrownBy(() -> EmbeddedPostgres.start(launch))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString());
        PrivateFiles.write(file, password);
    }
}
