package org.yijitong.overview.web;

import java.util.List;
import java.util.Map;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Homes.Year;
import org.yijitong.shared.Page;

/** Twelve months by duties; each mark opens why. */
public record YearPage(OverviewAddress at, OrganizationId of, int year, DayView day, Year seen) {
    public String name() {
        return seen.bearers().getFirst().name();
    }

    /** The finding. */
    public String title(Page page) {
        long late = states(Stand.State.LATE);
        return late == 0
                ? page.t("overview.year.fine", Integer.toString(year))
                : page.t("overview.year.title", Integer.toString(year), late);
    }

    /** How many obligations stand so. */
    public long states(Stand.State state) {
        return seen.stands().values().stream()
                .flatMap(List::stream)
                .filter(stand -> stand.state() == state)
                .count();
    }

    /** The rows of one bearer. */
    public List<Map.Entry<Year.Line, List<Stand>>> rows(Bearer bearer) {
        return seen.stands().entrySet().stream()
                .filter(row -> row.getKey().bearer().equals(bearer))
                .toList();
    }

    /** Those of a row whose period ends in a month. */
    public List<Stand> in(List<Stand> row, int month) {
        return row.stream()
                .filter(stand -> stand.periodTo().getMonthValue() == month)
                .toList();
    }

    /** A state as the style sheet calls it. */
    public static String look(Stand.State state) {
        return "s-" + state.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The picture of a state. */
    public static String icon(Stand.State state) {
        return switch (state) {
            case MET -> "check";
            case EXCUSED -> "circle-check";
            case OPEN -> "circle-dashed";
            case LATE -> "alert-triangle";
            case QUIET -> "history";
        };
    }

    /** Where another year is shown. */
    public String other(int another) {
        return at.year(of) + "?year=" + another + day.more();
    }
}
