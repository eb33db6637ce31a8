package org.yijitong.personal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code personal/register.yaml} and a file beside it for each of its groups. What it does not understand it refuses. */
public final class RegisterFile {
    private RegisterFile() {}

    /** The register that comes with the product. */
    public static Register shipped() {
        return read(text("register"), RegisterFile::text);
    }

    private static String text(String name) {
        try (InputStream file = new ClassPathResource("personal/" + name + ".yaml").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A register from its texts.
     *
     * @param parts the text of a group
     * @throws RuntimeException that names the faulty line or word
     */
    static Register read(String text, UnaryOperator<String> parts) {
        Node file = parsed("the register", text);
        file.only("groups", "bases", "other");
        Map<String, String> groups = file.words("groups");
        Map<String, String> bases = file.words("bases");
        Map<String, PersonalTable> personal = new LinkedHashMap<>();
        for (String group : groups.keySet()) {
            parsed(group, parts.apply(group)).entries().forEach((name, value) -> {
                if (personal.put(name, table(name, group, new Node(name, value), bases)) != null) {
                    throw new IllegalArgumentException(name + ": said in two groups");
                }
            });
        }
        Map<String, String> other = file.words("other");
        other.keySet().stream().filter(personal::containsKey).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(name + ": said to be personal and not to be");
        });
        return new Register(groups, personal, other);
    }

    private static Node parsed(String where, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Node(where, new Yaml(new SafeConstructor(options)).load(text));
    }

    private static PersonalTable table(String name, String group, Node node, Map<String, String> bases) {
        node.only(
                "means",
                "purpose",
                "basis",
                "keep",
                "mine",
                "why-not",
                "keys",
                "columns",
                "sensitive",
                "masked",
                "withheld");
        known(List.of(node.word("basis")), bases.keySet(), name + " basis");
        List<PersonalColumn> columns = columns(name, node);
        Set<String> names =
                Set.copyOf(columns.stream().map(PersonalColumn::name).toList());
        if (node.has("mine") == node.has("why-not")) {
            throw new IllegalArgumentException(name + ": either mine or why-not is expected");
        }
        return new PersonalTable(
                name,
                group,
                node.word("means"),
                node.word("purpose"),
                String.valueOf(bases.get(node.word("basis"))),
                keep(node.node("keep"), names),
                node.has("mine") ? finding(node.node("mine"), names) : null,
                node.has("why-not") ? node.word("why-not") : null,
                columns);
    }

    private static List<PersonalColumn> columns(String name, Node node) {
        Map<String, String> keys = node.words("keys");
        Map<String, String> telling = node.words("columns");
        known(node.texts("sensitive"), telling.keySet(), name + " sensitive");
        known(node.texts("masked"), telling.keySet(), name + " masked");
        Map<String, String> withheld = node.words("withheld");
        known(withheld.keySet(), telling.keySet(), name + " withheld");
        List<PersonalColumn> columns = new ArrayList<>();
        keys.forEach((column, means) -> columns.add(new PersonalColumn(column, means, true, false, false, null)));
        telling.forEach((column, means) -> columns.add(new PersonalColumn(
                column,
                means,
                false,
                node.texts("sensitive").contains(column),
                node.texts("masked").contains(column),
                withheld.get(column))));
        keys.keySet().stream().filter(telling::containsKey).findFirst().ifPresent(column -> {
            throw new IllegalArgumentException(name + ": said twice: " + column);
        });
        return columns;
    }

    private static Keep keep(Node node, Set<String> columns) {
        node.only("words", "days", "from", "of", "by", "clears", "after");
        if (!node.has("days")) {
            return new Keep(node.word("words"), 0, null);
        }
        int days = Integer.parseInt(node.word("days"));
        if (days < 1) {
            throw new IllegalArgumentException(node.where() + ": at least one day is expected");
        }
        if (node.has("after")) {
            known(List.of(node.word("after")), Set.of("leaving"), node.where());
            return new Keep(node.word("words"), days, null);
        }
        return new Keep(node.word("words"), days, past(node, columns));
    }

    private static Keep.Past past(Node node, Set<String> columns) {
        known(List.of(node.word(node.has("of") ? "by" : "from")), columns, node.where());
        known(node.texts("clears"), columns, node.where());
        return new Keep.Past(
                node.word("from"),
                node.has("of") ? node.word("of") : null,
                node.has("of") ? node.word("by") : null,
                node.texts("clears"));
    }

    private static Finding finding(Node node, Set<String> columns) {
        node.only("persons", "accounts", "names", "through", "everywhere");
        Stream.of("persons", "accounts", "names").forEach(each -> known(node.texts(each), columns, node.where()));
        return new Finding(
                node.texts("persons"),
                node.texts("accounts"),
                node.texts("names"),
                node.has("through") ? through(node.node("through"), columns) : null,
                node.has("everywhere") && node.word("everywhere").equals("true"));
    }

    private static Finding.@Nullable Through through(Node node, Set<String> columns) {
        node.only("table", "by", "persons");
        known(List.of(node.word("by")), columns, node.where());
        return new Finding.Through(node.word("table"), node.word("by"), node.texts("persons"));
    }

    private static void known(Iterable<String> words, Set<String> known, String where) {
        for (String word : words) {
            if (!known.contains(word)) {
                throw new IllegalArgumentException(where + ": unknown: " + word);
            }
        }
    }

    /** A place in the file, whose names have values. */
    private record Node(String where, @Nullable Object value) {
        Map<String, @Nullable Object> entries() {
            if (!(value instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException(where + ": names with values are expected here");
            }
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((name, each) -> entries.put(String.valueOf(name), each));
            return entries;
        }

        void only(String... names) {
            known(entries().keySet(), Set.of(names), where);
        }

        boolean has(String name) {
            return entries().containsKey(name);
        }

        Node node(String name) {
            return new Node(where + " " + name, entries().get(name));
        }

        String word(String name) {
            Object found = entries().get(name);
            if (found == null
                    || found instanceof Map
                    || found instanceof List
                    || found.toString().isBlank()) {
                throw new IllegalArgumentException(where + ": words are expected for " + name);
            }
            return found.toString();
        }

        /** Names with words; none where nothing is written. */
        Map<String, String> words(String name) {
            Map<String, String> words = new LinkedHashMap<>();
            if (has(name)) {
                Node inner = node(name);
                inner.entries().keySet().forEach(each -> words.put(each, inner.word(each)));
            }
            return words;
        }

        List<String> texts(String name) {
            Object found = entries().get(name);
            return found instanceof List<?> many
                    ? many.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }
}
