package org.yijitong.overview.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Stand;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Behind;
import org.yijitong.overview.Item;
import org.yijitong.overview.Items;
import org.yijitong.shared.Page;

/**
 * The obligations behind a figure.
 *
 * @param back the overview
 * @param month 1 to 12; null for the whole year
 * @param list this list, whatever is shown of it
 */
public record ItemsPage(
        OverviewAddress at,
        String back,
        String name,
        @Nullable Integer month,
        int year,
        Behind.Show show,
        String list,
        Items items,
        Function<UUID, Duty> duties,
        DayView day) {
    /** What is looked at. */
    public String title(Page page) {
        String when = month == null
                ? page.t("shared.period.year", Integer.toString(year))
                : page.t("overview.items.month", Integer.toString(year), new DutyWords(page).month(month));
        return page.t(
                "overview.items.title." + show.name(), name, when, items.items().size());
    }

    /** The rule of an obligation. */
    public Duty duty(Item item) {
        return duties.apply(item.dutyVersionId());
    }

    /** What counted for an obligation. */
    public List<RecordLine> records(Item item) {
        return items.records().getOrDefault(item.obligationId(), List.of());
    }

    /** What a record is called, with its day. */
    public String called(Page page, RecordLine record) {
        return page.t("overview.items.record", page.words().day(record.heldOn(), year), HomePage.called(page, record));
    }

    /** Which parts of the list can be shown. */
    public List<Behind.Show> shows() {
        return List.of(Behind.Show.MISSING, Behind.Show.LATE, Behind.Show.ALL);
    }

    /** Where a part of the list is shown. */
    public String part(Behind.Show part) {
        return part == Behind.Show.ALL ? list : list + "&show=" + part.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Where the next page begins; null on the last. */
    public @Nullable String next() {
        return items.next().isEmpty() ? null : part(show) + "&after=" + items.next();
    }

    /** The look of a state. */
    public static String look(Stand.State state) {
        return switch (state) {
            case MET -> "ok";
            case LATE -> "late";
            case OPEN -> "due";
            case EXCUSED, QUIET -> "plain";
        };
    }
}
