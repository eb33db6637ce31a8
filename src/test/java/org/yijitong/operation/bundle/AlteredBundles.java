package org.yijitong.operation.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yijitong.ProductTest;
import org.yijitong.operation.archive.ArchiveZip;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bundles altered by a skilful hand, given another unit's name and tried on the server they come from. */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AlteredBundles {
    @Autowired
    ApplicationContext product;

    @Autowired
    Arrivals arrivals;

    @TempDir
    static Path folder;

    BundleWorld world;
    Path bundle;
    final UUID other = UUID.randomUUID();

    @BeforeAll
    void packed() {
        world = BundleWorld.of(product);
        bundle = world.pack(folder, BundleWorld.PASSPHRASE);
    }

    @AfterEach
    void nothingIsLeft() {
        try (var rows = new BundleRows(product)) {
            assertThat(rows.of(new org.yijitong.shared.UnitId(other)).values())
                    .allSatisfy(found -> assertThat(found).isEmpty());
        }
    }

    void refused(Path file, String sentence) {
        assertThatThrownBy(() -> arrivals.unpack(file, BundleWorld.PASSPHRASE, _ -> {}))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining(sentence);
    }

    static Path path(byte[] content) {
        try {
            return Files.write(folder.resolve(UUID.randomUUID() + ".zip"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> files(Path bundle) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static byte[] zipped(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The bundle with something changed in it and nothing said of that. */
    Path with(Consumer<Map<String, byte[]>> change) {
        return with(bundle, change);
    }

    Path with(Path from, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> files = files(from);
        change.accept(files);
        return path(zipped(files));
    }

    /** The same with other words in the manifest. */
    Path saying(Consumer<ObjectNode> change) {
        return with(files -> {
            ObjectNode manifest = Json.row(text(files, Manifest.NAME));
            change.accept(manifest);
            files.put(Manifest.NAME, Json.readable(manifest));
        });
    }

    /** As a skilful hand changes a table: for another unit, with the right sums. */
    Path rewritten(Path from, String table, UnaryOperator<String> change) {
        String mine = world.made.unit().unitId().toString();
        return with(from, files -> {
            files.keySet().stream()
                    .filter(name -> name.startsWith("tables/"))
                    .forEach(name -> files.put(
                            name,
                            text(files, name)
                                    .replace(mine, other.toString())
                                    .replace("\"" + world.made.unit().code() + "\"", "\"OTHER\"")
                                    .getBytes(StandardCharsets.UTF_8)));
            String name = "tables/" + table + ".jsonl";
            files.put(name, change.apply(text(files, name)).getBytes(StandardCharsets.UTF_8));
            ObjectNode manifest = Json.row(text(files, Manifest.NAME)
                    .replace(mine, other.toString())
                    .replace("\"" + world.made.unit().code() + "\"", "\"OTHER\""));
            manifest.putNull("numbers");
            for (JsonNode file : manifest.path("files")) {
                byte[] content =
                        Objects.requireNonNull(files.get(file.path("name").stringValue()));
                ((ObjectNode) file).put("bytes", content.length);
                ((ObjectNode) file)
                        .put(
                                "sha256",
                                HexFormat.of().formatHex(ArchiveZip.sha256().digest(content)));
            }
            files.put(Manifest.NAME, Json.readable(manifest));
        });
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }
}
