package org.yijitong.document;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One cell as a person sees it, with what lies beneath when that differs.
 *
 * @param text what is displayed, with two exceptions: a date is ISO 8601, only as precise as its format shows
 *     ("2026-03-05", "1984-07", "2026-03-05T14:30"), and a number below 10<sup>15</sup> is never in scientific notation
 * @param raw for NUMBER and DATE the stored number in plain decimals (for DATE the serial day), otherwise null
 * @param merged whether the cell lies in a merged area, whose top-left value it carries
 */
public record Cell(Kind kind, String text, @Nullable String raw, boolean merged) {

    /** What a cell holds. A formula counts as its last computed value. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** A failed formula, such as #REF!. */
        ERROR
    }

    /** From here on a spreadsheet keeps only the first 15 digits of a number (IEEE 754 double, shown to 15 places). */
    private static final double DIGITS_LOST_FROM = 1e15;

    /** A cell with nothing in it. */
    public static final Cell BLANK = new Cell(Kind.BLANK, "", null, false);

    /** A text cell; blank when the text is empty. */
    public static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Cell(Kind.TEXT, text, null, false);
    }

    /** The same value, said to lie in a merged area. */
    public Cell inMergedArea() {
        return merged ? this : new Cell(kind, text, raw, true);
    }

    /** Whether a person sees nothing here (white space counts as nothing). */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** The stored number of a NUMBER or DATE cell. */
    public OptionalDouble number() {
        return raw == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(raw));
    }

    /**
     * Whether the spreadsheet has destroyed this value: a number of 16 digits or more, as an identity number becomes when
     * typed into an ordinary cell. What is left of it ends in zeros or reads 1.23E+17.
     */
    public boolean digitsLost() {
        return kind == Kind.NUMBER && Math.abs(number().orElse(0)) >= DIGITS_LOST_FROM;
    }
}
