package org.yijitong.activity;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pieces by which a text is found: every Chinese character, every two neighbours, and words of letters and digits.
 * Equality on them keeps the index usable under row-level security.
 */
public final class Tokens {
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final int LONGEST = 12;

    private Tokens() {}

    /** What a text is found by. */
    public static Set<String> of(String text) {
        return pieces(text, true);
    }

    /** What everything meant by a query must have. */
    public static Set<String> query(String query) {
        return pieces(query, false);
    }

    private static Set<String> pieces(String text, boolean single) {
        Set<String> pieces = new LinkedHashSet<>();
        Matcher runs =
                RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (runs.find()) {
            int[] run = runs.group().codePoints().toArray();
            if (!Character.UnicodeScript.of(run[0]).equals(Character.UnicodeScript.HAN)) {
                pieces.add(new String(run, 0, Math.min(LONGEST, run.length)));
                continue;
            }
            for (int i = 0; i < run.length; i++) {
                if (single || run.length == 1) {
                    pieces.add(new String(run, i, 1));
                }
                if (i + 1 < run.length) {
                    pieces.add(new String(run, i, 2));
                }
            }
        }
        return pieces;
    }
}
