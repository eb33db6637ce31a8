package org.yijitong.operation.bundle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bundles that are damaged, foreign or made to harm: each refused in one sentence, with nothing left behind.
 */
class RefusedBundleTests extends AlteredBundles {
    private static String facts() {
        return "tables/ledger.facts.jsonl";
    }

    @Test
    void whatIsNoBundle() throws Exception {
        refused(path("姓名,性别\n".getBytes(StandardCharsets.UTF_8)), " is no bundle, or damaged: ");
        byte[] whole = Files.readAllBytes(bundle);
        refused(path(Arrays.copyOf(whole, whole.length / 2)), " is no bundle, or damaged: ");
        refused(path(zipped(Map.of("tables/a.b.jsonl", new byte[1]))), "this is no bundle: it has no manifest.json");
        refused(saying(manifest -> manifest.put("format", "other")), "does not say format yijitong-bundle");
        refused(saying(manifest -> manifest.put("version", 2)), "the bundle has format version 2, known here is 1");
        refused(with(files -> files.put(Manifest.NAME, "{".getBytes(StandardCharsets.UTF_8))), "cannot be understood");
        refused(saying(manifest -> manifest.remove("files")), "the manifest of the bundle cannot be understood");
    }

    @Test
    void anotherRelease() {
        refused(saying(manifest -> manifest.put("schema", "20261128.1")), "schema 20261128.1, this one has ");
    }

    @Test
    void whatIsDamaged() throws Exception {
        refused(with(files -> files.put(facts(), new byte[] {'{', '}', '\n'})), facts() + " is damaged");
        refused(with(files -> files.remove(facts())), "does not hold the files that its manifest names");
        refused(
                with(files -> files.put("files/" + "0".repeat(64), new byte[1])),
                "does not hold the files that its manifest names");
        byte[] bytes = Files.readAllBytes(bundle);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(facts());
        for (int at : new int[] {20, 40, 60, 80}) {
            byte[] flipped = bytes.clone();
            flipped[name + facts().length() + at] ^= 0x55;
            refused(path(flipped), "damaged");
        }
    }

    @Test
    void whatIsMadeToHarm() {
        for (String name :
                new String[] {"../../etc/passwd", "/etc/passwd", "tables\\a.b.jsonl", "tables/../a.jsonl", "a/"}) {
            refused(with(files -> files.put(name, new byte[0])), "a bundle holds no file named ");
        }
        byte[] twice =
                zipped(Map.of("files/" + "0".repeat(64), new byte[1], "files/" + "0".repeat(63) + "1", new byte[2]));
        String raw = new String(twice, StandardCharsets.ISO_8859_1).replace("0".repeat(63) + "1", "0".repeat(64));
        refused(path(raw.getBytes(StandardCharsets.ISO_8859_1)), "the bundle holds a file twice");
        refused(
                with(files -> {
                    byte[] much = new byte[80 * 1024 * 1024];
                    files.put(facts(), much);
                    ObjectNode manifest = Json.row(text(files, Manifest.NAME));
                    for (JsonNode file : manifest.path("files")) {
                        if (file.path("name").stringValue().equals(facts())) {
                            ((ObjectNode) file).put("bytes", 1L << 40);
                        }
                    }
                    files.put(Manifest.NAME, Json.readable(manifest));
                }),
                "which no honest one does");
        refused(
                saying(manifest -> {
                    ((ObjectNode) manifest.path("unit"))
                            .put("unit_id", other.toString())
                            .put("code", "OTHER");
                    ((ObjectNode) manifest.path("numbers")).put("memory", 1 << 30);
                }),
                "sealed in a way that is not known here");
    }

    @Test
    void theWrongPassphraseAndNone() {
        Path mine = saying(manifest -> ((ObjectNode) manifest.path("unit"))
                .put("unit_id", other.toString())
                .put("code", "OTHER"));
        // Sealed for another unit: the passphrase is right and does not fit.
        refused(mine, "the passphrase is not the one this bundle was sealed with");
        assertThatThrownBy(() -> arrivals.unpack(mine, null, _ -> {}))
                .hasMessage(
                        "the identity numbers of the bundle are sealed: set YIJITONG_BUNDLE_PASSPHRASE to the passphrase"
                                + " it was made with");
    }

    @Test
    void theUnitIsHereAlready() {
        refused(bundle, "the unit " + world.made.unit().code() + " 省数字事务厅机关党委 is here already");
        refused(
                saying(manifest -> ((ObjectNode) manifest.path("unit")).put("unit_id", other.toString())),
                " is here already, with the same code and another id");
    }

    @Test
    void rowsThatDoNotFit() {
        refused(rewritten(bundle, "ledger.facts", rows -> rows), "something in the bundle is sealed, but its manifest");
        Path open = world.pack(folder, null);
        refused(
                rewritten(
                        open,
                        "ledger.facts",
                        rows -> rows.replaceFirst(
                                other.toString(), UUID.randomUUID().toString())),
                "rows of ledger.facts in the bundle are not taken here: rows with other columns, of another unit or of"
                        + " unknown duties or flows: 1");
        refused(
                rewritten(open, "ledger.facts", rows -> rows.replaceFirst("\"kind\"", "\"kinds\"")),
                "rows with other columns");
        refused(
                rewritten(open, "organization.people", rows -> rows.replaceFirst("\"林若川\"", "\"\"")),
                "rows of organization.people in the bundle are not taken here: new row for relation");
        refused(
                rewritten(open, "activity.records", rows -> rows.replaceFirst("\\{", "")),
                "rows of activity.records in the bundle are not taken here");
        refused(
                rewritten(open, "document.contents", rows -> rows.replaceFirst("content\":\"..", "content\":\"zz")),
                "a row of the bundle names a file that is not in it");
    }

    @Test
    void dutiesThatAreNotTheSame() {
        refused(
                saying(manifest -> {
                    ObjectNode unit = (ObjectNode) manifest.path("unit");
                    unit.put("unit_id", other.toString()).put("code", "OTHER");
                    manifest.putNull("numbers");
                    manifest.path("rules").forEach(RefusedBundleTests::changed);
                }),
                "rows of the bundle follow duties that are not here, or are not the same here: sample-rules/lesson version 1;"
                        + " their mechanisms lie in its folder mechanisms");
    }

    private static void changed(JsonNode rule) {
        if (rule.path("duty").stringValue().equals("sample-rules/lesson")) {
            ((ObjectNode) rule.path("rule")).put("need", 2);
        }
    }
}
