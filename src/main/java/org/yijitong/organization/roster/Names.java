package org.yijitong.organization.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How a person's name is written, sorted and found. */
public final class Names {

    /** Pinyin initials are found by pieces of at most this many. */
    public static final int LONGEST_INITIALS = 4;

    private static final Pattern DOTS = Pattern.compile("(?<=\\p{IsHan})\\s*[·•‧∙⋅・･․.。]\\s*(?=\\p{IsHan})");
    private static final Pattern SPACES_IN_CHINESE = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");
    /** Characters read otherwise in a surname: 单 is Shan, not Dan. Keys of two characters are double surnames. */
    private static final Map<String, String> SURNAMES = Words.load("surnames.properties");

    private Names() {}

    /**
     * A name as it is kept: composed characters, ordinary instead of compatibility forms (radicals, full-width letters), no
     * spaces between Chinese characters (欧阳 修 is 欧阳修), the middle dot of 阿卜杜拉·买买提 as U+00B7. Rare characters of the
     * supplementary planes stay.
     */
    public static String tidy(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\u200b-\\u200f\\ufeff]", "")
                .strip();
        String joined = SPACES_IN_CHINESE.matcher(plain).replaceAll("");
        return DOTS.matcher(joined).replaceAll("·").replaceAll("\\s+", " ");
    }

    /** The order of a roster: pinyin without tones, syllables parted by spaces, surnames as surnames. */
    public static String sortKey(String name) {
        return String.join(" ", syllables(name));
    }

    /** The first letter of every syllable. */
    public static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        syllables(name).forEach(each -> initials.append(each, 0, Character.charCount(each.codePointAt(0))));
        return initials.toString();
    }

    /**
     * Everything a name is found by: each character, each two neighbours, each syllable in full, pieces of the initials up
     * to four letters.
     */
    public static Set<String> searchTokens(String name) {
        int[] characters = letters(name);
        List<String> syllables = syllables(name);
        Set<String> tokens = new LinkedHashSet<>();
        for (int i = 0; i < characters.length; i++) {
            tokens.add(text(characters, i, 1));
            if (i + 1 < characters.length) {
                tokens.add(text(characters, i, 2));
            }
        }
        tokens.addAll(syllables);
        int[] initials = initials(name).codePoints().toArray();
        for (int from = 0; from < initials.length; from++) {
            for (int to = from + 1; to <= Math.min(initials.length, from + LONGEST_INITIALS); to++) {
                tokens.add(text(initials, from, to - from));
            }
        }
        return tokens;
    }

    private static int[] letters(String name) {
        return tidy(name).codePoints().filter(Character::isLetterOrDigit).toArray();
    }

    private static List<String> syllables(String name) {
        int[] characters = letters(name);
        List<String> syllables = new ArrayList<>();
        int surname = 0;
        for (int length = Math.min(2, characters.length); length > 0 && surname == 0; length--) {
            String reading = SURNAMES.get(text(characters, 0, length));
            if (reading != null) {
                syllables.addAll(List.of(reading.split(" ")));
                surname = length;
            }
        }
        for (int i = surname; i < characters.length; i++) {
            syllables.add(syllable(characters[i]));
        }
        return syllables;
    }

    private static String text(int[] characters, int from, int length) {
        return new String(characters, from, length).toLowerCase(Locale.ROOT);
    }

    /** ü is v, as people type it. A character without a reading stands for itself. */
    private static String syllable(int character) {
        String[] readings =
                Character.isBmpCodePoint(character) ? PinyinHelper.toHanyuPinyinStringArray((char) character) : null;
        return readings == null || readings.length == 0
                ? Character.toString(character).toLowerCase(Locale.ROOT)
                : readings[0].replace("u:", "v").replaceAll("[0-9:]", "").toLowerCase(Locale.ROOT);
    }
}
