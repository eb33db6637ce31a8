package org.yijitong.mechanism.reading;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a text asks for what words name. Width and case do not matter, nor spaces between Chinese characters; a word
 * that is denied shortly before in the same clause is not asked for: 不用拍照.
 */
final class Wording {
    /** How far before a word its denial may stand, in characters. */
    private static final int NEAR = 12;

    private static final Pattern SPACE_IN_CHINESE = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");
    private static final Pattern CLAUSE_ENDS = Pattern.compile("[，。；：、！？,.;:!?]");

    private final Pattern denied;

    Wording(Collection<String> deniedBy) {
        this.denied = any(deniedBy);
    }

    /** Any of some words; the longest that fits is found first. */
    static Pattern any(Collection<String> words) {
        return Pattern.compile(words.stream()
                .map(Wording::plain)
                .sorted((one, other) -> other.length() - one.length())
                .map(Wording::bounded)
                .collect(Collectors.joining("|")));
    }

    /** A text as it is compared. */
    static String plain(String text) {
        String same = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE_IN_CHINESE.matcher(same).replaceAll("");
    }

    /** The first of the words that a {@link #plain} text asks for. */
    Optional<String> asked(String plain, Pattern words) {
        Matcher found = words.matcher(plain);
        while (found.find()) {
            if (!denied.matcher(before(plain, found.start())).find()) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }

    /** What stands shortly before a place in the same clause. */
    private static String before(String text, int place) {
        String near = text.substring(Math.max(0, place - NEAR), place);
        Matcher ends = CLAUSE_ENDS.matcher(near);
        int from = 0;
        while (ends.find()) {
            from = ends.end();
        }
        return near.substring(from);
    }

    /** English words only as whole words; Chinese has no spaces to go by. */
    private static String bounded(String word) {
        String literal = Pattern.quote(word);
        return word.chars().allMatch(each -> each < 128) ? "\\b" + literal + "\\b" : literal;
    }
}
