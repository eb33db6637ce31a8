package org.yijitong.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.TestDatabase;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.ExternalServer;
import org.yijitong.operation.postgres.StartRefused;
import tools.jackson.databind.json.JsonMapper;

/** Backups of another release, or put together by a skilful hand who knows the passphrase; and places that are not empty. */
class RefusedBackupTests {
    private static final String WORDS = "春江潮水连海平，海上明月";

    @TempDir
    static Path folder;

    private static Database source;
    private static Map<String, byte[]> parts = Map.of();

    @BeforeAll
    static void backup() throws IOException {
        source = migrated();
        Place place = place(source);
        Files.createDirectories(place.data().resolve("audit"));
        Files.writeString(place.data().resolve("audit/key.txt"), "a key\n");
        Files.write(place.secrets().resolve("identity-seal.key"), new byte[32]);
        Files.writeString(place.secrets().resolve("yijitong_owner"), "a password");
        Path file = folder.resolve("whole.backup");
        try (var out = Files.newOutputStream(file)) {
            assertThat(new Backup(place, _ -> {})
                            .write(out, WORDS, Instant.EPOCH)
                            .files())
                    .isEqualTo(2);
        }
        parts = parts(file);
    }

    private static Database migrated() {
        Database fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.ownerUrl(), fresh.ownerUser(), fresh.ownerPassword())
                .load()
                .migrate();
        return fresh;
    }

    private static Place place(Database database) throws IOException {
        Path data = Files.createTempDirectory(folder, "data");
        return new Place(database, data, Files.createDirectory(data.resolve("secrets")));
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new SealedInput(Files.newInputStream(file), WORDS))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** The backup with something changed, sealed as the product seals. */
    private static Restore with(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        byte[] contents = Objects.requireNonNull(changed.remove(Contents.NAME));
        change.accept(changed);
        Path file = folder.resolve(UUID.randomUUID() + ".backup");
        try (OutputStream out = Files.newOutputStream(file);
                var sealed = new SealedOutput(out, WORDS);
                var zip = new ArchiveZip(sealed)) {
            for (var each : changed.entrySet()) {
                zip.file(each.getKey(), each.getValue());
            }
            zip.last(Contents.NAME, contents);
            zip.finish();
            sealed.finish();
        }
        return new Restore(file, WORDS, _ -> {});
    }

    private static void refused(Restore restore, Place place, String sentence) {
        assertThatThrownBy(() -> restore.into(place))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] head(String schema) {
        return JsonMapper.shared().writeValueAsBytes(new Head(Head.VERSION, schema, Instant.EPOCH));
    }

    @Test
    void whatMustBeInItIsAndPasswordsOfTheDatabaseAreNot() throws IOException {
        assertThat(parts.keySet())
                .contains("files/audit/key.txt", "keys/identity-seal.key", "tables/audit.entries")
                .noneMatch(name -> name.contains("yijitong_owner"));
        Place place = place(TestDatabase.fresh());
        var restored = with(_ -> {}).into(place);
        assertThat(restored.tables()).isGreaterThan(60);
        assertThat(restored.files()).isEqualTo(2);
        assertThat(place.data().resolve("audit/key.txt")).hasContent("a key\n");
        assertThat(place.secrets().resolve("identity-seal.key")).hasBinaryContent(new byte[32]);
    }

    @Test
    void aNewerReleaseIsRefusedAndAnUnknownOne() throws IOException {
        Database fresh = TestDatabase.fresh();
        refused(with(all -> all.put(Head.NAME, head("99991231.1"))), place(fresh), "comes from a newer release");
        refused(with(all -> all.put(Head.NAME, head("20261101.1"))), place(fresh), "release that is not known here");
        refused(
                with(all -> all.put(
                        Head.NAME, JsonMapper.shared().writeValueAsBytes(new Head(2, "20261129.6300", Instant.EPOCH)))),
                place(fresh),
                "has version 2, known here is 1");
    }

    /** A later release reads it: first the schema it comes from, then its rows, then what came since. */
    @Test
    void anOlderReleaseIsReadAndMigratedOn() throws IOException, SQLException {
        Path later = Files.createDirectory(folder.resolve("later"));
        Files.writeString(
                later.resolve("V99990101_0001__later.sql"),
                "ALTER TABLE access.accounts ADD COLUMN later text NOT NULL DEFAULT 'then'");
        Database fresh = TestDatabase.fresh();
        with(_ -> {}).into(place(fresh), "classpath:db/migration", "filesystem:" + later);
        try (OwnerTables tables = OwnerTables.of(fresh)) {
            assertThat(MigrationVersion.fromVersion(tables.schema()))
                    .isEqualTo(MigrationVersion.fromVersion("99990101.0001"));
            assertThat(tables.all())
                    .filteredOn(table -> table.name().equals("access.accounts"))
                    .first()
                    .satisfies(table -> assertThat(table.columns()).endsWith(", later"));
        }
        assertThat(ExternalServer.RESTORING).isEqualTo("restoring");
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAlone() throws IOException {
        refused(with(_ -> {}), place(migrated()), "the database is not empty");
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedAndTheProductDoesNotStartOnIt() throws IOException {
        Database half = TestDatabase.fresh();
        refused(with(all -> all.remove("tables/access.accounts")), place(half), "lacks the tables [access.accounts]");
        assertThatThrownBy(() -> ExternalServer.of(Map.of(
                        "DATABASE_URL", half.appUrl(),
                        "DATABASE_USER", half.appUser(),
                        "DATABASE_PASSWORD", half.appPassword(),
                        "DATABASE_OWNER_USER", half.ownerUser(),
                        "DATABASE_OWNER_PASSWORD", half.ownerPassword())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was broken off");
        refused(with(_ -> {}), place(half), "the database is not empty");
    }

    @Test
    void rowsOtherThanThoseThatWereBackedUpAreSeen() throws IOException {
        String row = "00000000-0000-7000-8000-000000000001\tname\tname\t名字\t00000000-0000-7000-8000-000000000002\t"
                + "\\N\tt\t\\N\t2026-01-01 00:00:00+00\n";
        refused(
                with(all -> all.merge(
                        "tables/access.accounts", row.getBytes(StandardCharsets.UTF_8), RefusedBackupTests::joined)),
                place(TestDatabase.fresh()),
                "the table access.accounts is not what was backed up");
        refused(
                with(all -> all.put("tables/access.accounts", "name\n".getBytes(StandardCharsets.UTF_8))),
                place(TestDatabase.fresh()),
                "holds the table access.accounts as it is not known here");
        refused(
                with(all -> all.put("keys/identity-seal.key", new byte[31])),
                place(TestDatabase.fresh()),
                "not what was backed up: [keys/identity-seal.key]");
    }

    @Test
    void namesThatLeadElsewhereAreNoNames() throws IOException {
        for (String name : List.of("keys/../../x.key", "files/../x", "files/audit/../../x", "files//etc/x", "x")) {
            refused(
                    with(all -> all.put(name, new byte[1])),
                    place(TestDatabase.fresh()),
                    "holds no file named " + name);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return (new String(first, StandardCharsets.UTF_8) + new String(second, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
