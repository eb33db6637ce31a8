package org.yijitong.overview.web;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yijitong.overview.Tally;

/**
 * A cell of a heat table.
 *
 * @param href what lies behind it; null when nothing does
 */
public record HeatCell(Tally tally, @Nullable String href) {
    /** Pale for good, dark for what is missing; while there is time nothing is dark. */
    public String look() {
        OptionalInt rate = tally.rate();
        if (rate.isEmpty()) {
            return "z";
        }
        if (tally.open() > 0) {
            return tally.late() > 0 ? "c" : "o";
        }
        int percent = rate.getAsInt();
        return percent >= 95 ? "a" : percent >= 90 ? "b" : percent >= 80 ? "c" : percent >= 70 ? "d" : "e";
    }

    /** How high its column is, 0 to 100. */
    public int height() {
        return tally.rate().orElse(0);
    }

    /** What stands in it. */
    public String text() {
        return tally.rate().isEmpty() ? "–" : Integer.toString(tally.rate().getAsInt());
    }
}
