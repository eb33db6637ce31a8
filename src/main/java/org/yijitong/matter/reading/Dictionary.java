package org.yijitong.matter.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.SourceFiles;
import org.yijitong.yaml.YamlText;

/**
 * What rosters and organizations hold already, by the words in which forms ask for it (字典): what is held is asked nowhere
 * again.
 */
@Component
final class Dictionary {
    private static final int LONGEST = 60;
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    /**
     * Something that is held.
     *
     * @param column where, with its table
     * @param word what it is called in Chinese
     * @param person whether on people, otherwise on organizations
     * @param print how a paper of a flow prints it, such as {@code phone}; empty where none does
     */
    record Held(String column, String word, boolean person, String print) {}

    /** What is held on people, or on organizations; {@code before} may stand before each of its words. */
    private record Part(List<String> before, Map<String, Held> words) {
        Optional<Held> find(String name) {
            Held held = words.get(name);
            return held != null
                    ? Optional.of(held)
                    : before.stream()
                            .filter(each -> name.startsWith(each) && name.length() > each.length())
                            .flatMap(each -> find(name.substring(each.length())).stream())
                            .findFirst();
        }
    }

    private final List<Part> parts = new ArrayList<>();

    /** @throws IllegalStateException when the shipped file has a fault */
    Dictionary() {
        Source source =
                SourceFiles.shipped("dictionary", "dictionary").findFirst().orElseThrow();
        Faults faults = new Faults(source.file(), FlowWords.KEYS);
        YamlText.read(source.text(), faults).ifPresent(root -> {
            Entries entries = new Entries(root, faults, "person", "organization");
            Reader reader = new Reader(faults, new Scalars(faults));
            entries.find("person").map(node -> reader.part(node, true)).ifPresent(parts::add);
            entries.find("organization").map(node -> reader.part(node, false)).ifPresent(parts::add);
        });
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the dictionary is faulty: " + faults.list());
        }
    }

    /** What of the dictionary a field asks for by its name, whatever stands in brackets. */
    Optional<Held> of(String name) {
        String plain = plain(name);
        return parts.stream().flatMap(part -> part.find(plain).stream()).findFirst();
    }

    /** All that is held. */
    List<Held> all() {
        return parts.stream()
                .flatMap(part -> part.words().values().stream())
                .distinct()
                .toList();
    }

    /** A name without what stands in brackets, blanks and marks, so that two that ask the same are the same. */
    static String plain(String name) {
        String written = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_LETTER.matcher(ASIDE.matcher(written).replaceAll("")).replaceAll("");
    }

    /** Reads the file, with the care that documents are read with. */
    private record Reader(Faults faults, Scalars scalars) {
        Part part(Node node, boolean person) {
            Entries entries = new Entries(node, faults, "before", "held");
            Map<String, Held> words = new HashMap<>();
            entries.need("held", List.<Node>of(), Entries::elements).forEach(each -> held(each, person, words));
            return new Part(entries.need("before", List.of(), this::words), words);
        }

        private void held(Node node, boolean person, Map<String, Held> words) {
            Entries entries = new Entries(node, faults, "column", "print", "zh-Hans", "en", "zh-Hant");
            List<Node> chinese = entries.need("zh-Hans", List.<Node>of(), Entries::elements);
            Held held = new Held(
                    entries.need("column", "", this::text),
                    chinese.isEmpty() ? "" : text(chinese.getFirst()),
                    person,
                    entries.or("print", "", this::text));
            for (String language : List.of("zh-Hans", "en", "zh-Hant")) {
                entries.need(language, List.<String>of(), this::words).forEach(word -> words.put(word, held));
            }
        }

        private List<String> words(Node node) {
            return Entries.elements(node).stream()
                    .map(each -> plain(text(each)))
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        private String text(Node node) {
            return scalars.text(node, LONGEST);
        }
    }
}
