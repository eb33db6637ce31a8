package org.yijitong.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What browsers load is what {@code bin/assets} makes of the sources in {@code frontend/}; run it when one fails. */
class AssetTests {
    private static final Path STATIC = Path.of("src/main/resources/static");

    @Test
    void theStyleSheetIsItsSourcesInOrder() throws IOException {
        String sources = String.join("", Sources.below("frontend/css", ".css").values());
        assertThat(made("yj.css")).isEqualTo(sources);
    }

    @Test
    void scriptAndSignAreTheirSources() throws IOException {
        assertThat(made("yj.js")).isEqualTo(Sources.text(Path.of("frontend/yj.js")));
        assertThat(made("complete.js")).isEqualTo(Sources.text(Path.of("frontend/complete.js")));
        assertThat(made("icon.svg")).isEqualTo(Sources.text(Path.of("frontend/icon.svg")));
    }

    @Test
    void theSpriteHoldsExactlyTheIconsListed() throws IOException {
        List<String> listed =
                Sources.text(Path.of("frontend/icons.txt")).lines().toList();
        List<String> drawn = Pattern.compile("<symbol id=\"([^\"]+)\"")
                .matcher(made("icons.svg"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(drawn).isEqualTo(listed).isSorted();
    }

    @Test
    void versionsAreThoseOfTheLockFileWhichNamesNoDownloadAddress() throws IOException {
        String lock = Sources.text(Path.of("frontend/package-lock.json"));
        assertThat(lock).doesNotContain("\"resolved\"");
        for (String name : List.of("@tabler/icons", "htmx.org")) {
            String version = manifest().getProperty("version." + name);
            assertThat(lock)
                    .containsPattern(
                            "\"node_modules/" + name + "\": \\{\\s*\"version\": \"" + Pattern.quote(version) + "\"");
        }
        assertThat(made("htmx.js")).contains(manifest().getProperty("version.htmx.org"));
    }

    @Test
    void namesCarryTheHashOfTheContent() throws IOException, NoSuchAlgorithmException {
        for (String name : manifest().stringPropertyNames()) {
            if (!name.startsWith("version.")) {
                byte[] hash =
                        MessageDigest.getInstance("SHA-256").digest(made(name).getBytes(StandardCharsets.UTF_8));
                assertThat(manifest().getProperty(name))
                        .contains("." + HexFormat.of().formatHex(hash).substring(0, 10) + ".");
            }
        }
    }

    @Test
    void nothingElseLiesBesideThem() throws IOException {
        try (Stream<Path> files = Files.list(STATIC.resolve("assets"))) {
            List<String> addresses =
                    files.map(file -> "/assets/" + file.getFileName()).toList();
            List<Object> named = manifest().entrySet().stream()
                    .filter(entry -> !entry.getKey().toString().startsWith("version."))
                    .map(entry -> entry.getValue())
                    .toList();
            assertThat(addresses)
                    .hasSize(named.size() + 1)
                    .containsAll(named.stream().map(Object::toString).toList())
                    .contains("/assets/LICENSES.txt");
        }
    }

    private static String made(String name) throws IOException {
        return Files.readString(STATIC.resolve(manifest().getProperty(name).substring(1)));
    }

    private static Properties manifest() throws IOException {
        Properties manifest = new Properties();
        try (var in = Files.newInputStream(Path.of("src/main/resources/assets.properties"))) {
            manifest.load(in);
        }
        return manifest;
    }
}
