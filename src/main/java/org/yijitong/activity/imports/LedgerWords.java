package org.yijitong.activity.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.yijitong.activity.ActivityKind;

/** What people call columns and kinds of activity in their ledgers; the words are in {@code ledger/*.properties}. */
final class LedgerWords {
    /** What a column can hold. */
    enum Column {
        ORGANIZATION,
        DAY,
        TIME,
        KINDS,
        TITLE,
        PLACE,
        CHAIR,
        MINUTE_TAKER,
        LECTURER,
        EXPECTED,
        PRESENT,
        ABSENT,
        ATTENDANCE,
        OBSERVERS,
        MINUTES,
        DECISIONS
    }

    /** Anything longer is prose; with brackets all through it, looking for their ends would take its length squared. */
    private static final int LONGEST = 100;

    private record KindWord(String word, ActivityKind kind) {}

    private static final Map<String, Column> COLUMNS = new HashMap<>();
    private static final List<KindWord> KINDS;

    static {
        load("columns.properties")
                .forEach((column, words) ->
                        words(words).forEach(word -> COLUMNS.put(word, Column.valueOf(column.toString()))));
        KINDS = load("kinds.properties").entrySet().stream()
                .flatMap(each -> words(each.getValue())
                        .map(word -> new KindWord(
                                word, ActivityKind.valueOf(each.getKey().toString()))))
                .sorted(Comparator.comparingInt((KindWord each) -> -each.word().length()))
                .toList();
    }

    private LedgerWords() {}

    private static Properties load(String name) {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource("ledger/" + name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(Object list) {
        return Stream.of(list.toString().split(",")).map(String::strip);
    }

    /** What a heading says its column holds. */
    static Optional<Column> column(String heading) {
        if (heading.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = heading.replaceAll("[（(\\[【].*?[）)\\]】]", "").replaceAll("[\\s　*＊:：、/]", "");
        return Optional.ofNullable(COLUMNS.get(plain));
    }

    /** The kinds a cell names, however they are strung together: 党员大会+党课+主题党日. */
    static Set<ActivityKind> kinds(String text) {
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        String left = text.replaceAll("[\\s　]", "");
        for (KindWord each : KINDS) {
            if (left.contains(each.word())) {
                kinds.add(each.kind());
                left = left.replace(each.word(), " ");
            }
        }
        return kinds;
    }
}
