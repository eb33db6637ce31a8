package org.yijitong.operation.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.Mutations;

/** Whatever is given for a bundle is opened or refused in a sentence, before any row of it is written. */
class FuzzedBundlesTests {
    private static final int MANY = 1500;
    private static final String ROWS = "{\"unit_id\":\"a\"}\n";
    private static final String MANIFEST =
            """
            {"format":"yijitong-bundle","version":1,"schema":"20261101","made_at":"2026-11-01T00:00:00Z",
            "unit":{"unit_id":"00000000-0000-7000-8000-000000000001","code":"D1","name":"厅"},"above":[],"documents":[],
            "duties":[],"rules":[],"flows":[],"numbers":null,"files":[{"name":"tables/organization.people.jsonl",
            "bytes":16,"rows":1,"sha256":"%s"}],"left_out":{}}
            """.formatted(org.yijitong.shared.Sha256.hex(ROWS.getBytes(StandardCharsets.UTF_8)));

    @TempDir
    static Path folder;

    private static byte[] whole() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Manifest.NAME, MANIFEST.getBytes(StandardCharsets.UTF_8));
        files.put("tables/organization.people.jsonl", ROWS.getBytes(StandardCharsets.UTF_8));
        return AlteredBundles.zipped(files);
    }

    @FuzzTest(maxDuration = "10m")
    void aBundleIsOpenedOrRefused(byte[] file) {
        Path path = folder.resolve("bundle.zip");
        try {
            Files.write(path, file);
            try (BundleFile bundle = BundleFile.open(path)) {
                for (String table : bundle.tables()) {
                    try (BundleLines lines = bundle.lines(table)) {
                        assertThat(lines.next()).isNotNull();
                    }
                }
            }
        } catch (BundleRefused refused) {
            assertThat(refused).message().isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void aManifestIsReadOrRefused(byte[] manifest) {
        aBundleIsOpenedOrRefused(Mutations.with(whole(), Manifest.NAME, manifest));
    }

    @Test
    void changedBundlesAreOpenedOrRefused() throws IOException {
        Path path = Files.write(folder.resolve("whole.zip"), whole());
        try (BundleFile bundle = BundleFile.open(path)) {
            assertThat(bundle.tables()).hasSize(1);
        }
        int bundles = Mutations.of(whole(), MANY, this::aBundleIsOpenedOrRefused);
        bundles += Mutations.of(MANIFEST, MANY, this::aManifestIsReadOrRefused);
        System.out.println("changed bundles: " + bundles + ", each opened or refused");
    }
}
