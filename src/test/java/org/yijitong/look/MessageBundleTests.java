package org.yijitong.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bundles of messages: the three languages say the same things, nothing is missing and nothing is left over.
 *
 * <p>A key counts as used when it stands as a string in a template or in Java, or when such a string that ends with a
 * dot is its beginning ({@code page.t("shared.problem." + kind + ".title")}).
 */
class MessageBundleTests {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern STRING = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.?)\"");
    /** Where a string can only be a key. */
    private static final Pattern KEY = Pattern.compile(
            "(?:\\bt\\(|new Refused\\(|new Fault\\(|new Invalid\\(\\s*\"[^\"]*\",)\\s*\"([^\"]+)\"\\s*[,)]");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void theThreeLanguagesHaveTheSameKeys() {
        bundles().forEach((name, source) -> {
            for (String language : List.of("_en", "_zh_Hant")) {
                assertThat(bundle(name + language).keySet())
                        .as(name + language)
                        .containsExactlyInAnyOrderElementsOf(source.keySet());
            }
        });
    }

    @Test
    void translationsKeepTheirPlaces() {
        bundles().forEach((name, source) -> {
            for (String language : List.of("_en", "_zh_Hant")) {
                Map<String, String> translated = bundle(name + language);
                source.forEach((key, text) -> assertThat(places(translated.getOrDefault(key, "")))
                        .as(key + " in " + name + language)
                        .isEqualTo(places(text)));
            }
        });
    }

    /** A straight apostrophe would quote the rest of a message with places; ’ is the right sign anyway. */
    @Test
    void noMessageIsEmptyOrHasAStraightApostrophe() {
        all().forEach((key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("'"));
    }

    @Test
    void keysBeginWithTheNameOfTheirBundle() {
        bundles()
                .forEach((name, source) ->
                        assertThat(source.keySet()).as(name).allMatch(key -> key.startsWith(name + ".")));
    }

    @Test
    void noLanguageIsLeftInAnother() {
        Pattern han = Pattern.compile("\\p{IsHan}");
        bundles()
                .keySet()
                .forEach(name -> bundle(name + "_en").forEach((key, text) -> {
                    if (!key.startsWith("shared.language.") && !key.startsWith("shared.brand.")) {
                        String plain = text.replaceAll("[（(][^（()）]*[)）]", "");
                        assertThat(han.matcher(plain).find())
                                .as(key + " in English: " + text)
                                .isFalse();
                    }
                }));
    }

    /** A module without pages has no bundle yet; templates find no mercy. */
    @Test
    void everyKeyThatIsAskedForExists() {
        Set<String> keys = all().keySet();
        Set<String> bundles = bundles().keySet();
        Set<String> missing = new TreeSet<>();
        sources()
                .forEach((file, text) -> KEY.matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .forEach(key -> {
                            boolean spoken =
                                    file.toString().endsWith(".jte") || bundles.contains(key.replaceAll("\\..*", ""));
                            if (spoken && !keys.contains(key) && !key.endsWith(".")) {
                                missing.add(key + " in " + file);
                            }
                        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> strings = sources().values().stream()
                .flatMap(text -> STRING.matcher(text).results().map(match -> match.group(1)))
                .collect(Collectors.toSet());
        List<String> beginnings =
                strings.stream().filter(one -> one.endsWith(".")).toList();
        assertThat(all().keySet())
                .allMatch(key -> strings.contains(key) || beginnings.stream().anyMatch(key::startsWith));
    }

    private static Map<Path, String> sources() {
        Map<Path, String> sources = new TreeMap<>(Sources.templates());
        sources.putAll(Sources.java());
        return sources;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        bundles().values().forEach(all::putAll);
        return all;
    }

    /** The source bundles, which are zh-Hans, by name. */
    private static Map<String, Map<String, String>> bundles() {
        return Sources.below(FOLDER.toString(), ".properties").keySet().stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".properties", ""))
                .filter(name -> !name.contains("_"))
                .collect(Collectors.toMap(name -> name, MessageBundleTests::bundle));
    }

    private static Map<String, String> bundle(String name) {
        String text = Sources.text(FOLDER.resolve(name + ".properties"));
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long lines = Stream.of(text.split("\n", -1))
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .count();
        assertThat(properties).as("a key stands twice in " + name).hasSize((int) lines);
        Map<String, String> bundle = new TreeMap<>();
        properties.forEach((key, value) -> bundle.put((String) key, (String) value));
        return bundle;
    }
}
