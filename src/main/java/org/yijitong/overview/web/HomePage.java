package org.yijitong.overview.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Plan;
import org.yijitong.activity.RecordLine;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Home;
import org.yijitong.shared.Page;

/**
 * What an organization has to do and has done.
 *
 * @param address of this page
 * @param above where one came from, when it is not one's own home
 * @param now what has to be done by the end of the month, and what is late
 * @param later the rest
 * @param often the kinds of activity held most of late
 * @param counted what each record of the month counted for, in words
 * @param notices how much there is to know of today; on one's own home only
 * @param writes whether one may record
 */
public record HomePage(
        OverviewAddress at,
        String address,
        @Nullable String above,
        DayView day,
        Home home,
        List<DueLine> now,
        List<DueLine> later,
        List<String> often,
        Map<RecordLine, List<String>> counted,
        int notices,
        boolean writes) {
    private static final int SHOWN = 12;

    public OrganizationId of() {
        return home.of().organizationId();
    }

    /** The finding. */
    public String title(Page page) {
        boolean own = above == null;
        if (now.isEmpty()) {
            return own
                    ? page.t("overview.home.fine")
                    : page.t("overview.home.fine.of", home.of().name());
        }
        long late = now.stream().filter(line -> line.look().equals("late")).count();
        long left = now.size() - late;
        String said = late == 0
                ? page.t("overview.home.title", left)
                : left == 0
                        ? page.t("overview.home.title.only-late", late)
                        : page.t("overview.home.title.late", late, left);
        return own ? said : page.t("overview.home.title.of", home.of().name(), said);
    }

    /** A planned meeting, with its kinds and what it is about. */
    public static String called(Page page, Plan plan) {
        String kinds = kinds(page, plan.kinds());
        return plan.theme().isEmpty() ? kinds : page.t("overview.called", kinds, plan.theme());
    }

    /** When and where a planned meeting is held. */
    public static String when(Page page, Plan plan) {
        String day = page.date(plan.heldOn()) + " " + page.words().weekday(plan.heldOn());
        return Stream.of(day, Objects.toString(plan.from(), ""), plan.place())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Whether several months can be caught up on at once. */
    public boolean behind() {
        return writes
                && home.due().stream()
                                .filter(due -> due.stand().periodTo().isBefore(day.on()))
                                .count()
                        > 1;
    }

    /** The rows shown at once. */
    public List<DueLine> first() {
        return now.subList(0, Math.min(SHOWN, now.size()));
    }

    /** The rows folded away: what is due this month beyond the first, then what is due later. */
    public List<DueLine> folded() {
        return Stream.concat(now.stream().skip(SHOWN), later.stream()).toList();
    }

    /** How often the records of the month count. */
    public int counts() {
        return counted.values().stream().mapToInt(List::size).sum();
    }

    /** What a record counted for, in short. */
    public List<String> counted(RecordLine line) {
        return counted.getOrDefault(line, List.of());
    }

    /** What a record is called: its kinds and its subject. */
    public static String called(Page page, RecordLine line) {
        String kinds = kinds(page, line.kinds());
        return line.title().isEmpty() ? kinds : page.t("overview.called", kinds, line.title());
    }

    /** Kinds of activity in words. */
    static String kinds(Page page, List<ActivityKind> kinds) {
        return kinds.stream()
                .map(kind -> page.t("fact.activity.kinds." + kind.word()))
                .collect(Collectors.joining(page.t("overview.and")));
    }
}
