package org.yijitong.document.reading;

import java.math.BigDecimal;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Numbers and cell references as workbooks write them. */
final class Numbers {

    /** Beyond this, plain decimals would only be a row of zeros, or, for 1E999999999, all memory. */
    private static final double PLAIN_BELOW = 1e30;

    private static final double PLAIN_FROM = 1e-30;

    private Numbers() {}

    /** A whole number from 0 of at most nine digits. */
    static int wholeNumber(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UnreadableWorkbook(Reason.DAMAGED);
        }
        return Integer.parseInt(digits);
    }

    /** A stored number in plain decimals, without exponent wherever that stays short. */
    static String plain(String stored) {
        double value = Double.parseDouble(stored);
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (stored.length() > 60 || size >= PLAIN_BELOW || size < PLAIN_FROM) {
            return Double.toString(value);
        }
        BigDecimal decimal = new BigDecimal(stored.strip());
        return decimal.scale() <= 0
                ? decimal.toPlainString()
                : decimal.stripTrailingZeros().toPlainString();
    }

    /** Column, from 0, of a reference such as "AB12"; -1 when there is none. */
    static int column(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && i < 3 && letter(reference.charAt(i)) > 0) {
            column = column * 26 + letter(reference.charAt(i));
            i++;
        }
        return column - 1;
    }

    /** Row, from 1, of a reference such as "AB12"; 0 when there is none. */
    static int row(String reference) {
        int i = 0;
        while (i < reference.length() && letter(reference.charAt(i)) > 0) {
            i++;
        }
        return i == reference.length() ? 0 : wholeNumber(reference.substring(i));
    }

    private static int letter(char c) {
        return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : 0;
    }
}
