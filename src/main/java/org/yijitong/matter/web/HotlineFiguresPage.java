package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.hotline.HotlineFigures;
import org.yijitong.matter.hotline.HotlineFigures.Figure;

/**
 * What anybody may know of a unit’s hotline.
 *
 * @param units to choose from, by id
 * @param unit the one that was chosen; empty for none
 * @param year null when no unit was chosen
 * @param last the last year that has figures
 * @param rules how many were not ours, by the words of each rule
 */
public record HotlineFiguresPage(
        Map<String, String> units,
        String unit,
        HotlineFigures.@Nullable Year year,
        int last,
        List<Line> months,
        List<Line> kinds,
        List<Line> rules) {
    /** A row by its name. */
    public record Line(String name, Map<Figure, @Nullable Long> counts) {}

    /** Where the figures of another year are. */
    public String at(int year) {
        return "/hotline/figures?unit=" + unit + "&year=" + year;
    }

    /** The same as a file. */
    public String file(int year) {
        return "/hotline/figures.csv?unit=" + unit + "&year=" + year;
    }
}
