package org.yijitong.overview.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Item;
import org.yijitong.overview.Tally;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;

/**
 * How an organization and those below it stand.
 *
 * @param address of this page without its query
 * @param way from the top to here, this page left out
 * @param keep what the day's form has to keep of the query
 * @param view numbers or columns
 * @param choices mechanisms and duties to narrow by
 * @param month how the month of the day stands
 * @param late everything that is late
 * @param troubled how many rows have something late
 * @param lateHref the list of all that is late
 * @param export the addresses of the workbook and of the text
 * @param duties the rules by version
 */
public record OverviewPage(
        OverviewAddress at,
        String address,
        List<Link> way,
        String name,
        DayView day,
        int year,
        String rule,
        Map<String, String> keep,
        HeatView view,
        Map<String, String> choices,
        Tally month,
        Tally late,
        int troubled,
        List<HeatRow> rows,
        List<Item> longest,
        String lateHref,
        List<String> export,
        Function<UUID, Duty> duties) {
    /** The finding. */
    public String title(Page page) {
        return late.late() == 0 ? page.t("overview.fine", name) : page.t("overview.title", troubled, late.late());
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

    /** What an obligation is called. */
    public String called(Page page, Item item) {
        DutyWords words = new DutyWords(page);
        return page.t(
                "overview.due.name",
                words.name(duties.apply(item.dutyVersionId())),
                page.words()
                        .period(item.periodFrom(), item.periodTo(), day.today().getYear()));
    }
}
