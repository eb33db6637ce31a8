package org.yijitong.mechanism.reading;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text asks for what a word names. Width and case do not matter, nor spaces between Chinese characters; a word
 * that is denied shortly before in the same clause is not asked for: 不用拍照.
 */
final class Wording {
    /** How far before a word its denial may stand, in characters. */
    private static final int NEAR = 12;

    private static final Pattern SPACE_IN_CHINESE = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");
    private static final Pattern CLAUSE_ENDS = Pattern.compile("[，。；：、！？,.;:!?]");

    private final Pattern denied;

    Wording(Collection<String> deniedBy) {
        this.denied = Pattern.compile(
                String.join("|", deniedBy.stream().map(Wording::bounded).toList()));
    }

    boolean says(String text, String word) {
        String plain = plain(text);
        Matcher found = Pattern.compile(bounded(plain(word))).matcher(plain);
        while (found.find()) {
            if (!denied.matcher(before(plain, found.start())).find()) {
                return true;
            }
        }
        return false;
    }

    /** What stands shortly before a place in the same clause. */
    private static String before(String text, int place) {
        String[] clauses = CLAUSE_ENDS.split(text.substring(Math.max(0, place - NEAR), place), -1);
        return clauses[clauses.length - 1];
    }

    /** English words only as whole words; Chinese has no spaces to go by. */
    private static String bounded(String word) {
        String literal = Pattern.quote(word);
        return word.chars().allMatch(each -> each < 128) ? "\\b" + literal + "\\b" : literal;
    }

    private static String plain(String text) {
        String same = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE_IN_CHINESE.matcher(same).replaceAll("");
    }
}
