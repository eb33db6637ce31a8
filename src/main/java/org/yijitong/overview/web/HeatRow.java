package org.yijitong.overview.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a heat table.
 *
 * @param href where the row itself opens; null when nowhere
 * @param note what is said beside the name; null when nothing
 * @param sum how the row stands over the year
 */
public record HeatRow(
        String name, @Nullable String href, @Nullable String note, List<HeatCell> cells, HeatCell sum) {}
