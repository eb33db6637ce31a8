package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.yijitong.ProductTest;
import org.yijitong.TestDatabase;
import org.yijitong.access.Accounts;
import org.yijitong.access.IdentityTies;
import org.yijitong.access.OutsideTies;
import org.yijitong.access.World;
import org.yijitong.audit.Checkpoints;
import org.yijitong.operation.bundle.BundleWorld;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.organization.Units;

/** A server that serves is backed up, and made anew on a machine that has nothing, by the commands themselves. */
@ProductTest
@Timeout(600)
class RestoreTests {
    private static final String PASSPHRASE = "会当凌绝顶，一览众山小";

    /** What goes on changing while the product runs, or ends with a restore; the command itself compares these, too. */
    private static final Pattern RESTLESS = Pattern.compile(
            "audit\\..*|ledger\\.tall.*|access\\.(sessions|reset_codes|sign_in_attempts|outside_identities)|shared\\.once_keys");

    private static final Pattern SAID = Pattern.compile("(?m)^restore: (\\d+) tables, (\\d+) files, equal \\(");

    @Autowired
    ApplicationContext product;

    @Autowired
    Environment properties;

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        BundleWorld.of(product);
        product.getBean(Checkpoints.class).now();
        data = Path.of(property("yijitong.data"));
        Files.createDirectories(data.resolve("calendar"));
        Files.writeString(data.resolve("calendar/notes.txt"), "二〇二七年的安排\n");
    }

    /** Somebody who signs in by an identity outside; for the test alone, since keys that are changed wait for such. */
    private void tied() {
        World world = new World(product.getBean(Units.class), product.getBean(Accounts.class));
        UUID account = world.account(world.name("tied"), "member", world.tree().department());
        assertThat(OutsideTies.tie(product.getBean(IdentityTies.class), account, "https://id.example.cn", "a subject"))
                .isTrue();
    }

    @AfterEach
    void untied() throws SQLException {
        try (Connection connection = TestDatabase.administrator(database());
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM access.outside_identities WHERE issuer = 'https://id.example.cn'");
        }
    }

    private String database() {
        return property("spring.datasource.url").replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private String property(String name) {
        return properties.getRequiredProperty(name);
    }

    @Test
    void aServerIsMadeAnewWithEveryTableFileAndEntryOfItsLog() throws Exception {
        tied();
        Path backup = folder.resolve("whole.backup");
        killedMidway(source(), "backup", backup.toString(), "--data", data.toString());
        Files.deleteIfExists(backup);
        said(source(), "backup", backup.toString(), "--data", data.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(new String(Files.readAllBytes(backup), StandardCharsets.UTF_8))
                .doesNotContain("林若川", BundleWorld.NUMBER, "identity-seal");

        Path there = folder.resolve("there");
        killedMidway(elsewhere(), "restore", backup.toString(), "--data", there.toString());
        String said = said(elsewhere(), "restore", backup.toString(), "--data", there.toString());
        assertThat(said).containsPattern(" checkpoints, \\d+ waiting for the next: whole\n");
        assertThat(said).containsPattern(SAID).contains("outside identities that no longer open an account: ");
        assertThat(folder.resolve("there.restoring")).doesNotExist();
        assertThat(there.resolve("calendar/notes.txt")).hasContent("二〇二七年的安排\n");
        theKeysAreTheSame(there);
        theRowsAreTheSame(there);
        itServes(there);
        assertThat(refused(elsewhere(), "restore", backup.toString(), "--data", there.toString()))
                .contains("there is not empty: restore onto a machine that has nothing yet");
    }

    @Test
    void whatIsRefusedLeavesNothing() throws Exception {
        Path there = folder.resolve("there");
        Path foreign = Files.writeString(folder.resolve("roster.csv"), "姓名,性别\n");
        assertThat(refused(elsewhere(), "restore", foreign.toString(), "--data", there.toString()))
                .isEqualTo("yijitong: this is no backup of this product: it does not begin as one");
        assertThat(refused(Map.of(), "restore", foreign.toString(), "--data", there.toString()))
                .startsWith("yijitong: set YIJITONG_BACKUP_PASSPHRASE to a passphrase of 10 characters or more");
        assertThat(refused(elsewhere(), "backup", foreign.toString(), "--data", data.toString()))
                .endsWith("roster.csv is there already");
        assertThat(refused(elsewhere(), "backup", folder.resolve("new").toString(), "--data", there.toString()))
                .startsWith("yijitong: there is no database in " + there);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(foreign));
    }

    private Map<String, String> source() {
        return Map.of(
                "DATABASE_URL", property("spring.datasource.url"),
                "DATABASE_USER", property("spring.datasource.username"),
                "DATABASE_PASSWORD", property("spring.datasource.password"),
                "DATABASE_OWNER_USER", property("spring.flyway.user"),
                "DATABASE_OWNER_PASSWORD", property("spring.flyway.password"),
                "YIJITONG_SECRETS", property("yijitong.secrets"),
                "YIJITONG_BACKUP_PASSPHRASE", PASSPHRASE);
    }

    private static Map<String, String> elsewhere() {
        return Map.of("YIJITONG_BACKUP_PASSPHRASE", PASSPHRASE);
    }

    /** Ends it by SIGKILL at its first word: what it was to make is not there, or whole. */
    private void killedMidway(Map<String, String> environment, String... words) throws IOException {
        ProductProcess process = ProductProcess.start(environment, words);
        try (var lines = process.process().inputReader(StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            process.kill();
            assertThat(first).as("its first table").matches("[a-z_]+\\.[a-z_]+.*");
        }
        if (words[0].equals("restore")) {
            assertThat(Path.of(words[3])).doesNotExist();
        }
    }

    private static String said(Map<String, String> environment, String... words) throws Exception {
        return ended(environment, 0, words);
    }

    private static String refused(Map<String, String> environment, String... words) throws Exception {
        return ended(environment, 2, words).strip();
    }

    private static String ended(Map<String, String> environment, int status, String... words) throws Exception {
        Process process = ProductProcess.start(environment, words).process();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private void theKeysAreTheSame(Path there) throws IOException {
        Map<String, String> sent = keys(Path.of(property("yijitong.secrets")));
        assertThat(sent).containsKeys("identity-seal.key", "identity-hash.key", "audit-log.key");
        assertThat(keys(there.resolve("secrets"))).isEqualTo(sent);
    }

    private static Map<String, String> keys(Path secrets) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path key :
                    files.filter(file -> file.toString().endsWith(".key")).toList()) {
                keys.put(
                        String.valueOf(key.getFileName()),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(key))
                                + java.util.HexFormat.of().formatHex(Files.readAllBytes(key)));
            }
        }
        return keys;
    }

    private void theRowsAreTheSame(Path there) throws SQLException {
        Launch launch = Launch.of(there, there.resolve("secrets"), System.getenv());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(launch);
                Connection come = server.server().connect("yijitong");
                Connection sent = TestDatabase.administrator(database())) {
            Map<String, String> expected = sums(sent);
            assertThat(sums(come)).isEqualTo(expected).hasSizeGreaterThan(50);
            assertThat(ask(come, "SELECT count(*) FROM document.contents WHERE sha256(content) <> hash"))
                    .containsExactly("0");
            assertThat(ask(come, "SELECT count(*) FROM access.sessions")).containsExactly("0");
            assertThat(ask(sent, "SELECT count(*) FROM access.outside_identities"))
                    .doesNotContain("0");
            assertThat(ask(come, "SELECT count(*) FROM access.outside_identities"))
                    .containsExactly("0");
            String entries = "SELECT e::text FROM audit.entries e";
            assertThat(ask(sent, entries)).containsAll(ask(come, entries));
            assertThat(ask(come, "SELECT action FROM audit.identity_entries")).contains("server.restored");
            assertThat(ask(come, OPEN))
                    .as("row-level security and foreign keys are back")
                    .isEqualTo(ask(sent, OPEN));
        }
    }

    private static final String OPEN = """
            SELECT format('%s %s %s', c.oid::regclass, c.relforcerowsecurity, (SELECT string_agg(
                pg_get_constraintdef(k.oid), '; ' ORDER BY k.conname) FROM pg_constraint k WHERE k.conrelid = c.oid))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""";

    /** Of every table that keeps still, in whatever order its rows lie. */
    private static Map<String, String> sums(Connection connection) throws SQLException {
        List<String> tables = ask(connection, """
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public') ORDER BY 1
                """);
        Map<String, String> sums = new TreeMap<>();
        for (String table : tables) {
            if (!RESTLESS.matcher(table).matches()) {
                sums.put(
                        table,
                        ask(connection, "SELECT t::text FROM " + table + " t").stream()
                                .sorted()
                                .collect(Collectors.joining("\n")));
            }
        }
        return sums;
    }

    private static List<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            try (var rows = statement.executeQuery(query)) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    private static void itServes(Path there) throws IOException {
        try (var server = ProductProcess.start("--port", "0", "--empty", "--data", there.toString())) {
            var page = (HttpURLConnection)
                    URI.create(server.address() + "/sign-in").toURL().openConnection();
            assertThat(page.getResponseCode()).isEqualTo(200);
        }
    }
}
