package org.yijitong.organization;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How a name is written, sorted and found. */
final class PersonNames {
    private static final int LONGEST_INITIALS = 4;

    private PersonNames() {}

    /** As it is kept: composed, without spaces at the ends or between Chinese characters. */
    static String tidy(String written) {
        String composed = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
        return composed.replaceAll("(?<=\\p{IsHan})[\\s\\u3000]+(?=\\p{IsHan})", "");
    }

    /** Pinyin of every character, for the order of a roster. */
    static String sortKey(String name) {
        StringBuilder key = new StringBuilder();
        name.codePoints().forEach(character -> key.append(syllable(character)).append(' '));
        return key.toString().strip();
    }

    /** What the name is found by: its characters, each two neighbours, pieces of its pinyin initials. */
    static Set<String> tokens(String name) {
        Set<String> tokens = new LinkedHashSet<>();
        int[] characters = name.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .toArray();
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            tokens.add(text(characters, i, 1));
            if (i + 1 < characters.length) {
                tokens.add(text(characters, i, 2));
            }
            initials.append(syllable(characters[i]), 0, 1);
        }
        for (int from = 0; from < initials.length(); from++) {
            for (int to = from + 1; to <= Math.min(initials.length(), from + LONGEST_INITIALS); to++) {
                tokens.add(initials.substring(from, to));
            }
        }
        return tokens;
    }

    /** The tokens that every hit of a query must have: two-character pieces when it is longer than one. */
    static Set<String> queryTokens(String query) {
        int[] characters = tidy(query).toLowerCase(Locale.ROOT).codePoints().toArray();
        boolean letters = query.chars().allMatch(character -> character < 128);
        Set<String> tokens = new LinkedHashSet<>();
        int width = letters ? LONGEST_INITIALS : 2;
        for (int i = 0; i == 0 || i + width <= characters.length; i++) {
            tokens.add(text(characters, i, Math.min(width, characters.length)));
        }
        return tokens;
    }

    private static String text(int[] characters, int from, int length) {
        return new String(characters, from, length).toLowerCase(Locale.ROOT);
    }

    private static String syllable(int character) {
        String[] readings =
                Character.isBmpCodePoint(character) ? PinyinHelper.toHanyuPinyinStringArray((char) character) : null;
        return readings == null || readings.length == 0
                ? Character.toString(character).toLowerCase(Locale.ROOT)
                : readings[0].replaceAll("[0-9:]", "").toLowerCase(Locale.ROOT);
    }
}
