package org.yijitong.overview.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Tally;
import org.yijitong.shared.Page;

/**
 * How a unit and those below it stand, in sums.
 *
 * @param address of this page without its query
 * @param back where one came from; null at the own unit
 * @param named the overview of this unit by its organizations; null where there is none to open
 * @param view numbers or columns
 * @param units itself and those directly below it
 * @param duties over all of them
 */
public record SumsPage(
        String address,
        @Nullable String back,
        @Nullable String named,
        String name,
        DayView day,
        int year,
        String rule,
        HeatView view,
        Map<String, String> choices,
        Tally month,
        Tally late,
        int troubled,
        List<HeatRow> units,
        List<HeatRow> duties) {
    /** The finding. */
    public String title(Page page) {
        return late.late() == 0 ? page.t("overview.fine", name) : page.t("overview.sums.title", troubled, late.late());
    }

    /** The years one can look at: this one and two before. */
    public List<Integer> years() {
        int now = day.today().getYear();
        return List.of(now, now - 1, now - 2);
    }

    /** Of a hundred asked how many are met; null where nothing is asked. */
    public @Nullable Integer rate() {
        return month.rate().isPresent() ? month.rate().getAsInt() : null;
    }
}
