package org.yijitong.activity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would count for, in words.
 *
 * @param lines the duties it counts for
 * @param near those it nearly counts for
 * @param trouble why nothing can be said yet; null when it can
 */
public record Panel(
        List<Line> lines, List<Line> near, @Nullable String trouble) {
    /** One duty and why. */
    public record Line(String name, String why) {}

    public int count() {
        return lines.size();
    }

    static Panel of(String trouble) {
        return new Panel(List.of(), List.of(), trouble);
    }
}
