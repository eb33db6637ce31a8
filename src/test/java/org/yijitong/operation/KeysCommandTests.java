package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.yijitong.ProductTest;
import org.yijitong.audit.Checkpoints;
import org.yijitong.operation.bundle.BundleWorld;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/** All keys are changed by the command itself, killed in between; whatever was kept can be opened and found throughout. */
@ProductTest
@Timeout(600)
class KeysCommandTests {
    private static final Map<String, String> PASSPHRASE = Map.of("YIJITONG_BACKUP_PASSPHRASE", "欲穷千里目，更上一层楼");
    private static final UUID ACCOUNT = new UUID(7, 1);
    private static final Set<String> ALL = Set.of(
            "audit-log.key",
            "contact-seal.key",
            "factor-hash.key",
            "factor-seal.key",
            "hook-secrets.key",
            "identity-hash.key",
            "identity-seal.key",
            "mail-seal.key",
            "open311-id.key",
            "open311-key.key",
            "outside-hash.key",
            "receipt.key");
    /** Of these others hold what was made with them. */
    private static final Set<String> STAYING = Set.of("hook-secrets.key", "open311-id.key", "open311-key.key");

    @Autowired
    ApplicationContext product;

    @Autowired
    Environment properties;

    @TempDir
    Path folder;

    private Path there = Path.of("");

    @Test
    void everyKeyIsChangedAndNothingIsLostWhenItIsKilled() throws Exception {
        Path backup = restored();
        fill();
        Map<String, String> before = keys(there);
        // What nobody used yet was not made yet.
        assertThat(ALL).containsAll(before.keySet());
        assertThat(before).containsKey("identity-seal.key");
        for (int lines : List.of(1, 3, 5)) {
            CommandRun.killedAfter(lines, Map.of(), "keys", "--data", there.toString());
            everythingOpens();
            assertThat(keys(there)).isEqualTo(before);
        }
        String said = CommandRun.said(Map.of(), "keys", "--data", there.toString());
        assertThat(said).containsPattern("\nkeys: 9 new ones, [\\d,]+ values are under them; make a backup now\n");
        everythingOpens();
        Map<String, String> after = keys(there);
        before.forEach(
                (name, key) -> assertThat(key.equals(after.get(name))).as(name).isEqualTo(STAYING.contains(name)));
        assertThat(after)
                .containsEntry("factor-hash-1.key", before.get("factor-hash.key"))
                .containsEntry("receipt-1.key", before.get("receipt.key"))
                .containsKey("outside-hash.key");
        theLogIsWhole();
        aChangeThatStoppedHalfwayIsEnded(before, after);
        theBackupFromBeforeIsRestored(backup);
    }

    @Test
    void whileTheProductRunsNothingIsChanged() throws Exception {
        Map<String, String> environment = Map.of(
                "DATABASE_URL", property("spring.datasource.url"),
                "DATABASE_USER", property("spring.datasource.username"),
                "DATABASE_PASSWORD", property("spring.datasource.password"),
                "DATABASE_OWNER_USER", property("spring.flyway.user"),
                "DATABASE_OWNER_PASSWORD", property("spring.flyway.password"),
                "YIJITONG_SECRETS", property("yijitong.secrets"));
        Path data = Path.of(property("yijitong.data"));
        Map<String, String> before = keys(data);
        assertThat(CommandRun.refused(environment, "keys", "--data", data.toString()))
                .startsWith("yijitong: keys are changed while nothing else uses the database: stop the product");
        assertThat(keys(data)).isEqualTo(before);
        assertThat(data.resolve("secrets/next")).doesNotExist();
    }

    /** A server of its own, with some of everything. */
    private Path restored() throws Exception {
        BundleWorld.of(product);
        product.getBean(Checkpoints.class).now();
        Path backup = folder.resolve("before.backup");
        Map<String, String> source = new TreeMap<>(PASSPHRASE);
        source.put("DATABASE_URL", property("spring.datasource.url"));
        source.put("DATABASE_USER", property("spring.datasource.username"));
        source.put("DATABASE_PASSWORD", property("spring.datasource.password"));
        source.put("DATABASE_OWNER_USER", property("spring.flyway.user"));
        source.put("DATABASE_OWNER_PASSWORD", property("spring.flyway.password"));
        source.put("YIJITONG_SECRETS", property("yijitong.secrets"));
        CommandRun.said(source, "backup", backup.toString(), "--data", property("yijitong.data"));
        there = folder.resolve("there");
        CommandRun.said(PASSPHRASE, "restore", backup.toString(), "--data", there.toString());
        return backup;
    }

    private String property(String name) {
        return properties.getRequiredProperty(name);
    }

    /** An authenticator, a mail address and a telephone, as the product seals them. */
    private void fill() throws Exception {
        byte[] account = ACCOUNT.toString().getBytes(StandardCharsets.US_ASCII);
        work(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
                statement.execute("INSERT INTO access.factors VALUES ('" + ACCOUNT + "', "
                        + hex(seal("factor-seal").close(new byte[20], account)) + ", now(), 1)");
                statement.execute("INSERT INTO access.recovery_codes VALUES ('" + ACCOUNT + "', sha256('code'))");
                statement.execute("INSERT INTO notice.mailboxes VALUES ('" + ACCOUNT + "', "
                        + hex(seal("mail-seal").close("a@b.cn".getBytes(StandardCharsets.UTF_8), account))
                        + ", now())");
                statement.execute("INSERT INTO matter.askers VALUES ('" + ACCOUNT + "', '" + ACCOUNT + "', NULL, "
                        + hex(seal("contact-seal").close("林\n13800000000".getBytes(StandardCharsets.UTF_8), account))
                        + ", now())");
            }
        });
    }

    private static String hex(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
    }

    private Seal seal(String name) throws IOException {
        return new Seal(Files.readAllBytes(there.resolve("secrets").resolve(name + ".key")));
    }

    /** By the keys that are there now: each value is opened, each number found by its hash. */
    private void everythingOpens() throws Exception {
        // The server that was left behind is stopped by whoever starts the next.
        work(_ -> {});
        // Whatever command comes next ends what was broken off.
        CommandRun.said(Map.of(), "verify-audit", "--data", there.toString());
        assertThat(there.resolve("secrets/next")).doesNotExist();
        IdentityVault vault = new IdentityVault(new Keys(there.resolve("secrets")));
        byte[] account = ACCOUNT.toString().getBytes(StandardCharsets.US_ASCII);
        work(connection -> {
            String held = HexFormat.of().formatHex(vault.hash(BundleWorld.NUMBER));
            assertThat(ask(connection, "SELECT encode(number_hash, 'hex') FROM organization.identity_numbers"))
                    .contains(held);
            for (String sealed : ask(connection, """
                    SELECT encode(sealed, 'hex') FROM organization.identity_numbers
                    UNION ALL SELECT encode(file, 'hex') FROM organization.imports WHERE file IS NOT NULL
                    UNION ALL SELECT encode(file, 'hex') FROM organization.import_charts WHERE file IS NOT NULL""")) {
                assertThat(vault.openBytes(HexFormat.of().parseHex(sealed))).isNotEmpty();
            }
            List<String> rows = ask(connection, """
                    SELECT identity_hash || ' ' || identity_sealed FROM organization.import_rows
                    WHERE identity_sealed IS NOT NULL""");
            assertThat(rows)
                    .isNotEmpty()
                    .allMatch(row -> row.substring(0, 64)
                            .equals(HexFormat.of()
                                    .formatHex(vault.hash(new String(
                                            vault.openBytes(HexFormat.of().parseHex(row.substring(65))),
                                            StandardCharsets.US_ASCII)))));
            opens(connection, "factor-seal", "access.factors WHERE account_id", account);
            opens(connection, "mail-seal", "notice.mailboxes WHERE account_id", account);
            opens(connection, "contact-seal", "matter.askers WHERE matter_id", account);
        });
    }

    private void opens(Connection connection, String key, String where, byte[] about) throws SQLException, IOException {
        String sealed = ask(connection, "SELECT encode(sealed, 'hex') FROM " + where + " = '" + ACCOUNT + "'")
                .getFirst();
        assertThat(seal(key).open(HexFormat.of().parseHex(sealed), about)).isNotEmpty();
    }

    private void theLogIsWhole() throws Exception {
        Path out = folder.resolve("log");
        String said = CommandRun.said(Map.of(), "verify-audit", "--export", out.toString(), "--data", there.toString());
        assertThat(said).contains("\nkey from checkpoint ").contains(": whole\n");
        var verify = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "docs/Verify.java",
                        out.toString())
                .redirectErrorStream(true)
                .start();
        String outside = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(outside).isZero();
        assertThat(outside).contains("from checkpoint ");
        work(connection ->
                assertThat(ask(connection, """
                SELECT detail -> 'keys' ->> 'mail-seal' FROM audit.identity_entries WHERE action = 'keys.changed'""")).singleElement().asString().hasSize(16));
    }

    /** Between the end of the transaction and the renaming, and before the transaction: as a power cut leaves it. */
    private void aChangeThatStoppedHalfwayIsEnded(Map<String, String> before, Map<String, String> after)
            throws Exception {
        Path secrets = there.resolve("secrets");
        Path next = Files.createDirectory(secrets.resolve("next"));
        for (String name : after.keySet()) {
            Files.move(secrets.resolve(name), next.resolve(name));
        }
        for (var key : before.entrySet()) {
            Files.write(secrets.resolve(key.getKey()), HexFormat.of().parseHex(key.getValue()));
        }
        everythingOpens();
        assertThat(keys(there)).isEqualTo(after);

        Files.createDirectory(next);
        for (String name : before.keySet()) {
            Files.copy(secrets.resolve(name), next.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        byte[] other = Files.readAllBytes(secrets.resolve("factor-seal.key"));
        Files.write(next.resolve("audit-log.key"), other);
        everythingOpens();
        assertThat(keys(there)).isEqualTo(after);
    }

    private void theBackupFromBeforeIsRestored(Path backup) throws Exception {
        Path again = folder.resolve("again");
        CommandRun.said(PASSPHRASE, "restore", backup.toString(), "--data", again.toString());
        String held = HexFormat.of()
                .formatHex(new IdentityVault(new Keys(again.resolve("secrets"))).hash(BundleWorld.NUMBER));
        there = again;
        work(connection -> assertThat(
                        ask(connection, "SELECT encode(number_hash, 'hex') FROM organization.identity_numbers"))
                .contains(held));
    }

    private static Map<String, String> keys(Path data) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(data.resolve("secrets"))) {
            for (Path key :
                    files.filter(file -> file.toString().endsWith(".key")).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                        .isEqualTo("rw-------");
                keys.put(String.valueOf(key.getFileName()), HexFormat.of().formatHex(Files.readAllBytes(key)));
            }
        }
        return keys;
    }

    /** What is done on the database while nothing runs on it. */
    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    private void work(Work work) throws SQLException, IOException {
        Launch launch = Launch.of(there, there.resolve("secrets"), System.getenv());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(launch);
                Connection connection = server.server().connect("yijitong")) {
            work.on(connection);
        }
    }

    private static List<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
