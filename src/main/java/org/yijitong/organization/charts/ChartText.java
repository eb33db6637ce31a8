package org.yijitong.organization.charts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.roster.Written;

/** Texts as they are kept, and as they are compared. */
final class ChartText {
    private ChartText() {}

    /** Without spaces at its ends and without what nobody sees: line breaks, control and formatting characters. */
    static String tidy(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "").strip();
    }

    /** Whether a text says the same as one that is held. */
    static boolean same(@Nullable String written, @Nullable String held) {
        return Objects.equals(written, held == null ? null : tidy(held));
    }

    /** A name or code in the one form in which they are compared. */
    static String key(String text) {
        return Written.plain(tidy(text));
    }
}
