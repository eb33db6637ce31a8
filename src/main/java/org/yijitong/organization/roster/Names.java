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

    private static final int LONGEST_QUERY = 24;
    private static final int LONGEST_SYLLABLE = 6;
    /** A syllable of Hanyu Pinyin (GB/T 16159), a little generously. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
                    + "(iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|[aoeiuv])");
    /** No syllable begins with these, so they are no initials. */
    private static final Pattern NO_INITIAL = Pattern.compile("[iuv]");

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

    /**
     * The tokens that everyone meant by a query must have: neighbouring characters of Chinese; of letters one syllable or
     * initials (wan is 万 as well as 王安妮), or several syllables (zhangsan).
     */
    public static Set<String> queryTokens(String query) {
        int[] characters = letters(query);
        String whole = text(characters, 0, Math.min(characters.length, LONGEST_QUERY));
        boolean latin = whole.chars().allMatch(c -> c < 128);
        if (!latin) {
            return pieces(whole.codePoints().toArray(), 2);
        }
        boolean initials =
                whole.length() <= LONGEST_INITIALS && !NO_INITIAL.matcher(whole).find();
        if (whole.isEmpty() || initials || SYLLABLE.matcher(whole).matches()) {
            return whole.isEmpty() ? Set.of() : Set.of(whole);
        }
        List<String> syllables = split(whole);
        return syllables.isEmpty()
                ? pieces(whole.codePoints().toArray(), LONGEST_INITIALS)
                : new LinkedHashSet<>(syllables);
    }

    private static Set<String> pieces(int[] characters, int width) {
        Set<String> pieces = new LinkedHashSet<>();
        pieces.add(text(characters, 0, Math.min(width, characters.length)));
        for (int i = 1; i + width <= characters.length; i++) {
            pieces.add(text(characters, i, width));
        }
        return pieces;
    }

    /** Letters as syllables, the longest first; empty when they are none. */
    private static List<String> split(String letters) {
        for (int length = Math.min(LONGEST_SYLLABLE, letters.length()); length > 0; length--) {
            String first = letters.substring(0, length);
            if (!SYLLABLE.matcher(first).matches()) {
                continue;
            }
            List<String> rest = split(letters.substring(length));
            if (length == letters.length() || !rest.isEmpty()) {
                List<String> all = new ArrayList<>(List.of(first));
                all.addAll(rest);
                return all;
            }
        }
        return List.of();
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
