package org.yijitong.organization.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What different people write differently, brought to one form before it is compared. */
public final class Written {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern NUMERAL = Pattern.compile("[〇零○一二两三四五六七八九十]+");
    private static final Pattern TENS = Pattern.compile("([一二三四五六七八九]?)十([一二三四五六七八九]?)");

    private Written() {}

    /** Full-width forms and compatibility characters as ordinary ones (NFKC), without any white space or zero-width characters. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00a0\\u200b-\\u200f\\ufeff]", "");
    }

    /** Chinese numerals as Arabic: 二〇〇一 → 2001, 十二 → 12, 三十 → 30. */
    static String arabic(String text) {
        return NUMERAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
    }

    private static String number(String numeral) {
        String digits = numeral.replace('零', '〇').replace('○', '〇').replace('两', '二');
        Matcher tens = TENS.matcher(digits);
        if (tens.matches()) {
            int ten = tens.group(1).isEmpty() ? 1 : DIGITS.indexOf(tens.group(1));
            int one = tens.group(2).isEmpty() ? 0 : DIGITS.indexOf(tens.group(2));
            return String.valueOf(ten * 10 + one);
        }
        StringBuilder arabic = new StringBuilder();
        digits.chars().forEach(c -> arabic.append(c == '十' ? "10" : String.valueOf(DIGITS.indexOf(c))));
        return arabic.toString();
    }

    /** The words of a comma-separated line of data. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String each : line.split(",", -1)) {
            if (!each.isBlank()) {
                words.add(each.strip());
            }
        }
        return words;
    }
}
