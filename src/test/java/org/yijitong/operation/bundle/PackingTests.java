package org.yijitong.operation.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yijitong.ProductTest;
import org.yijitong.TestDatabase;
import org.yijitong.operation.archive.ArchiveZip;
import tools.jackson.databind.JsonNode;

/** What a bundle holds: every row of every table, files beside, nothing that only this server can open. */
@ProductTest
class PackingTests {
    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private BundleWorld world;

    @BeforeEach
    void world() {
        world = BundleWorld.of(product);
    }

    private Connection behind() throws SQLException {
        return TestDatabase.administrator(
                jdbc.sql("SELECT current_database()").query(String.class).single());
    }

    private List<String> ask(String query) throws SQLException {
        try (var connection = behind();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var file = zip.getInputStream(zip.getEntry(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Asked of the catalogue by other means than the product's. */
    @Test
    void everyTableWithAUnitGoesAlongOrIsNamedWithTheReason() throws Exception {
        List<String> all = ask("""
                SELECT table_schema || '.' || table_name FROM information_schema.columns
                JOIN information_schema.tables USING (table_schema, table_name)
                WHERE column_name = 'unit_id' AND table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """);
        try (var zip = new ZipFile(world.pack(folder, BundleWorld.PASSPHRASE).toFile())) {
            Set<String> packed = new TreeSet<>(Travel.STAYS.keySet());
            zip.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("tables/"))
                    .forEach(name -> packed.add(name.replaceAll("^tables/|\\.jsonl$", "")));
            assertThat(packed).containsExactlyInAnyOrderElementsOf(all);
            assertThat(manifest(zip).path("left_out").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(Travel.STAYS.keySet());
        }
        assertThat(Travel.STAYS.values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }

    @Test
    void everyRowIsThereAndEveryFileIsWhatTheManifestSays() throws Exception {
        String unit = world.made.unit().unitId().toString();
        String before = ask("SELECT now()").getFirst();
        try (var zip = new ZipFile(world.pack(folder, BundleWorld.PASSPHRASE).toFile())) {
            JsonNode manifest = manifest(zip);
            assertThat(manifest.path("unit").path("unit_id").stringValue()).isEqualTo(unit);
            assertThat(manifest.path("above").size()).isOne();
            Map<String, Long> written = written(zip, manifest);
            assertThat(zip.size()).isEqualTo(manifest.path("files").size() + 1);
            for (var table : written.entrySet()) {
                // The entry that says it was packed comes after what is packed.
                String since = table.getKey().equals("audit.entries") ? " AND recorded_at < '" + before + "'" : "";
                assertThat(ask("SELECT count(*) FROM " + table.getKey() + " WHERE unit_id = '" + unit + "'" + since))
                        .as(table.getKey())
                        .containsExactly(table.getValue().toString());
            }
            assertThat(written.values().stream().filter(rows -> rows > 0).count())
                    .isGreaterThan(35);
        }
    }

    /** The number of rows by table; everything is looked at. */
    private static Map<String, Long> written(ZipFile zip, JsonNode manifest) throws IOException {
        Map<String, Long> written = new TreeMap<>();
        for (JsonNode file : manifest.path("files")) {
            String name = file.path("name").stringValue();
            byte[] content = zip.getInputStream(zip.getEntry(name)).readAllBytes();
            assertThat(file.path("bytes").longValue()).isEqualTo(content.length);
            assertThat(file.path("sha256").stringValue())
                    .isEqualTo(HexFormat.of().formatHex(ArchiveZip.sha256().digest(content)));
            if (name.startsWith("tables/")) {
                long rows = file.path("rows").longValue();
                written.put(name.replaceAll("^tables/|\\.jsonl$", ""), rows);
                assertThat(new String(content, StandardCharsets.UTF_8).lines().count())
                        .isEqualTo(rows);
            }
        }
        return written;
    }

    @Test
    void rowsAreReadableAndFilesLieBeside() throws Exception {
        try (var zip = new ZipFile(world.pack(folder, BundleWorld.PASSPHRASE).toFile())) {
            JsonNode content =
                    Json.row(text(zip, "tables/document.contents.jsonl").strip());
            String name = content.path("content").stringValue();
            assertThat("\\x" + name).isEqualTo(content.path("hash").stringValue());
            assertThat(zip.getInputStream(zip.getEntry("files/" + name)).readAllBytes())
                    .isEqualTo(BundleWorld.PDF);
            assertThat(text(zip, "tables/activity.versions.jsonl")).contains("\"hours\": 1.5", "\"minutes\": \"四季度");
            assertThat(text(zip, "tables/ledger.facts.jsonl"))
                    .doesNotContain("hooks")
                    .contains("first_item");
            assertThat(text(zip, "tables/ledger.obligations.jsonl")).contains("\"recorded_to\": \"infinity\"");
            assertThat(text(zip, "mechanisms/sample-rules-1.yaml")).startsWith("mechanism: sample-rules");
            assertThat(text(zip, "flows/sample-rectification-1.yaml")).contains("flow: sample-rectification");
            assertThat(text(zip, "tables/matter.events.jsonl")).contains("\"step\": \"accept\"", "看了台账");
            assertThat(manifest(zip)
                            .path("rules")
                            .valueStream()
                            .filter(rule -> rule.path("duty").stringValue().equals("sample-rules/lesson")))
                    .singleElement()
                    .satisfies(
                            rule -> assertThat(rule.path("rule").path("period").stringValue())
                                    .isEqualTo("quarter"));
        }
    }

    @Test
    void numbersAreSealedUnderThePassphrase() throws Exception {
        try (var zip = new ZipFile(world.pack(folder, BundleWorld.PASSPHRASE).toFile())) {
            JsonNode row = Json.row(
                    text(zip, "tables/organization.identity_numbers.jsonl").strip());
            assertThat(row.path("number_hash").isNull()).isTrue();
            Manifest manifest = Json.MAPPER.readValue(text(zip, Manifest.NAME), Manifest.class);
            Manifest.Terms terms = java.util.Objects.requireNonNull(manifest.numbers());
            Seal seal = Seal.of(terms, BundleWorld.PASSPHRASE, manifest.unit().unitId());
            assertThat(seal.open(row.path("sealed").binaryValue()))
                    .isEqualTo(BundleWorld.NUMBER.getBytes(StandardCharsets.US_ASCII));
            JsonNode waiting =
                    Json.row(text(zip, "tables/organization.import_rows.jsonl").strip());
            assertThat(seal.open(waiting.path("identity_sealed").binaryValue()))
                    .isEqualTo(BundleWorld.WAITING.getBytes(StandardCharsets.US_ASCII));
            String file = Json.row(
                            text(zip, "tables/organization.imports.jsonl").strip())
                    .path("file")
                    .stringValue();
            assertThat(new String(
                            seal.open(zip.getInputStream(zip.getEntry("files/" + file))
                                    .readAllBytes()),
                            StandardCharsets.UTF_8))
                    .contains(BundleWorld.WAITING);
            assertThatThrownBy(
                            () -> Seal.of(terms, "海内存知己，天涯若比隣", manifest.unit().unitId()))
                    .hasMessage("the passphrase is not the one this bundle was sealed with");
        }
    }

    @Test
    void withoutAPassphraseNumbersAreLeftOutAndWhatWaitedIsPutAway() throws Exception {
        try (var zip = new ZipFile(world.pack(folder, null).toFile())) {
            assertThat(manifest(zip).path("numbers").isNull()).isTrue();
            assertThat(text(zip, "tables/organization.identity_numbers.jsonl")).isEmpty();
            JsonNode waiting =
                    Json.row(text(zip, "tables/organization.import_rows.jsonl").strip());
            assertThat(waiting.path("identity_sealed").isNull()).isTrue();
            assertThat(waiting.path("identity_hash").isNull()).isTrue();
            for (String table : List.of("organization.imports", "organization.import_charts")) {
                JsonNode put = Json.row(text(zip, "tables/" + table + ".jsonl").strip());
                assertThat(put.path("state").stringValue()).isEqualTo("cancelled");
                assertThat(put.path("file").isNull()).isTrue();
            }
        }
    }

    @Test
    void theSameUnitMakesTheSameBytes() throws Exception {
        try (var first = new ZipFile(world.pack(folder, null).toFile());
                var second = new ZipFile(world.pack(folder, null).toFile())) {
            assertThat(first.stream()
                            .filter(entry -> !entry.getName().equals(Manifest.NAME))
                            .filter(entry -> !entry.getName().equals("tables/audit.entries.jsonl"))
                            .filter(entry -> entry.getCrc()
                                    != second.getEntry(entry.getName()).getCrc()))
                    .isEmpty();
        }
    }

    @Test
    void whoPackedLeavesAnEntryAndAFailureLeavesNone() throws Exception {
        String count = "SELECT count(*) FROM audit.entries WHERE action = 'unit.bundled' AND unit_id = '"
                + world.made.unit().unitId() + "'";
        long before = Long.parseLong(ask(count).getFirst());
        world.pack(folder, null);
        assertThat(ask(count)).containsExactly(Long.toString(before + 1));
        var full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left");
            }
        };
        Bundles bundles = product.getBean(Bundles.class);
        assertThatThrownBy(() -> bundles.pack(world.made.unit().code(), null, full, _ -> {}))
                .hasRootCauseMessage("no space left");
        assertThat(ask(count)).containsExactly(Long.toString(before + 1));
    }

    @Test
    void whatCannotBePackedIsSaidInOneSentence() {
        Bundles bundles = product.getBean(Bundles.class);
        assertThatThrownBy(() -> bundles.pack("NO-SUCH", null, OutputStream.nullOutputStream(), _ -> {}))
                .isInstanceOf(BundleRefused.class)
                .hasMessage("there is no unit with the code NO-SUCH here");
        assertThatThrownBy(() ->
                        bundles.pack(world.made.unit().code(), "too short", OutputStream.nullOutputStream(), _ -> {}))
                .hasMessage("the passphrase must have at least 10 characters");
    }

    private static JsonNode manifest(ZipFile zip) throws IOException {
        return Json.MAPPER.readTree(text(zip, Manifest.NAME));
    }
}
