package org.yijitong.organization.roster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows which field a written heading means. */
final class Headings {

    /** Shorter words, such as 电话, occur in too many others to be looked for inside a heading. */
    private static final int CONTAINED_FROM = 2;

    /** Anything longer is an explanation, no heading. */
    private static final int LONGEST = 100;

    private static final Map<String, RosterField> KNOWN = known();
    private static final List<String> LONGEST_FIRST = KNOWN.keySet().stream()
            .filter(each -> each.length() > CONTAINED_FROM)
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();

    private Headings() {}

    /** A field and how sure it is. */
    record Meaning(RosterField field, double confidence) {}

    private static Map<String, RosterField> known() {
        Map<String, RosterField> known = new HashMap<>();
        Words.load("columns.properties")
                .forEach((field, line) ->
                        Written.words(line).forEach(word -> known.put(word, RosterField.valueOf(field))));
        return known;
    }

    /** A heading without spaces, remarks in brackets, asterisks and colons. */
    static String key(String heading) {
        if (heading.length() > LONGEST) {
            return "";
        }
        return Written.plain(heading)
                .replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]|【[^】]*】", "")
                .replaceAll("[*:、/\\-_.]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a text is exactly a heading of this field. */
    static boolean is(String heading, RosterField field) {
        return KNOWN.get(key(heading)) == field;
    }

    /** The meaning of a heading, its group's heading above it (empty when there is none). */
    static Optional<Meaning> meaning(String group, String own) {
        String above = key(group);
        String below = key(own);
        for (String exact :
                List.of(above.equals(below) ? below : above + below, below, below.isEmpty() ? above : below)) {
            RosterField field = KNOWN.get(exact);
            if (field != null) {
                return Optional.of(new Meaning(field, ColumnGuess.KNOWN));
            }
        }
        String whole = below.isEmpty() ? above : below;
        return LONGEST_FIRST.stream()
                .filter(whole::contains)
                .findFirst()
                .map(word -> new Meaning(KNOWN.getOrDefault(word, RosterField.IGNORE), ColumnGuess.CONTAINED));
    }
}
