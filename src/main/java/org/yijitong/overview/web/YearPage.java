package org.yijitong.overview.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yijitong.activity.Plan;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Calendar;
import org.yijitong.overview.Calendar.Owed;
import org.yijitong.overview.Calendar.State;
import org.yijitong.shared.Page;

/**
 * Twelve months: by duties, or one after the other as a calendar (年历); each mark opens why.
 *
 * @param months whether they stand one after the other
 * @param own whether it is the year of the reader's own organization
 */
public record YearPage(OverviewAddress at, int year, DayView day, Calendar seen, boolean months, boolean own) {
    static final String MONTHS = "months";

    public OrganizationId of() {
        return seen.of().organizationId();
    }

    public String name() {
        return seen.of().name();
    }

    /** The finding. */
    public String title(Page page) {
        String said = Integer.toString(year);
        long late = count(State.LATE);
        long ahead = count(State.AHEAD);
        if (late > 0) {
            return page.t("overview.year.title", said, late);
        }
        return ahead == seen.entries().size() && ahead > 0
                ? page.t("overview.year.coming", said, ahead)
                : page.t("overview.year.fine", said);
    }

    /** How many stand so. */
    public long count(State state) {
        return seen.entries().stream().filter(entry -> entry.state() == state).count();
    }

    /** The rows of one bearer. */
    public List<Map.Entry<Calendar.Line, List<Owed>>> rows(Bearer bearer) {
        return seen.lines().entrySet().stream()
                .filter(row -> row.getKey().bearer().equals(bearer))
                .toList();
    }

    /** Those whose period ends in a month. */
    public static List<Owed> in(List<Owed> entries, int month) {
        return entries.stream()
                .filter(entry -> entry.to().getMonthValue() == month)
                .toList();
    }

    /** What is to be done by the end of a month: what is missing first, what is done last. */
    public List<Owed> in(int month) {
        return in(seen.entries(), month).stream()
                .sorted(Comparator.comparing(entry -> !entry.toDo()))
                .toList();
    }

    /** By when all that is still to be done in a month is to be done, said once; empty where the days differ. */
    public String by(Page page, int month) {
        List<String> days = in(month).stream()
                .filter(Owed::toDo)
                .map(owed -> by(page, owed))
                .distinct()
                .toList();
        return days.size() == 1 ? days.getFirst() : "";
    }

    /** By when something is to be done, and written down at the latest. */
    public static String by(Page page, Owed owed) {
        return owed.due().equals(owed.to())
                ? page.t("overview.year.by", page.date(owed.to()))
                : page.t("overview.year.latest", page.date(owed.to()), page.date(owed.due()));
    }

    /** The meetings planned for a month. */
    public List<Plan> planned(int month) {
        return seen.plans().stream()
                .filter(plan -> plan.heldOn().getMonthValue() == month)
                .sorted(Comparator.comparing(Plan::heldOn))
                .toList();
    }

    /** Whose it is, where it is not the organization's own, and the period where it is not the month. */
    public String aside(Page page, Owed entry) {
        String period = page.words().period(entry.from(), entry.to(), year);
        boolean monthly = entry.from().getMonth() == entry.to().getMonth();
        String bearer = entry.bearer().equals(seen.of()) ? "" : entry.bearer().name();
        String both = bearer.isEmpty() || monthly ? "" : page.t("overview.dot");
        return bearer + both + (monthly ? "" : period);
    }

    /** A state as the style sheet calls it. */
    public static String look(State state) {
        return "s-" + state.name().toLowerCase(Locale.ROOT);
    }

    /** The picture of a state. */
    public static String icon(State state) {
        return switch (state) {
            case MET -> "check";
            case EXCUSED -> "circle-check";
            case OPEN -> "circle-dashed";
            case LATE -> "alert-triangle";
            case QUIET -> "history";
            case AHEAD -> "clock";
        };
    }

    /** Where another year is shown. */
    public String other(int another) {
        return at.year(of()) + "?year=" + another + (months ? "&view=" + MONTHS : "") + day.more();
    }

    /** The same year seen the other way. */
    public String view(boolean asMonths) {
        return at.year(of()) + "?year=" + year + (asMonths ? "&view=" + MONTHS : "") + day.more();
    }

    /** Whether a year later there is something to show: periods are known until the end of next year. */
    public boolean further() {
        return year < day.today().getYear() + (day.past() ? 0 : 1);
    }

    /** What the choice of another day keeps. */
    public Map<String, String> keep() {
        String said = Integer.toString(year);
        return months ? Map.of("year", said, "view", MONTHS) : Map.of("year", said);
    }
}
