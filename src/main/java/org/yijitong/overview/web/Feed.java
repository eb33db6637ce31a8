package org.yijitong.overview.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.activity.Plan;
import org.yijitong.document.CalendarFile.Event;
import org.yijitong.overview.Calendar;
import org.yijitong.overview.Calendar.Owed;
import org.yijitong.overview.Calendar.State;
import org.yijitong.shared.Page;

/**
 * A calendar as events: one for each day by which something is still to be done, one for each planned meeting. What is
 * done is not in it, nor what is late: that is said at home, where something can be done about it.
 *
 * @param site the address before every path
 */
record Feed(Page page, OverviewAddress at, String site, LocalDate today) {
    List<Event> events(Calendar calendar) {
        Map<LocalDate, List<Owed>> byDay = calendar.entries().stream()
                .filter(owed -> owed.state() == State.OPEN || owed.state() == State.AHEAD)
                .collect(Collectors.groupingBy(this::day, TreeMap::new, Collectors.toList()));
        return Stream.concat(
                        byDay.entrySet().stream().map(each -> toDo(calendar, each.getKey(), each.getValue())),
                        calendar.plans().stream()
                                .filter(plan -> !plan.heldOn().isBefore(today))
                                .map(this::planned))
                .toList();
    }

    /** The last day of the period, or when that is past the last on which it may be written down. */
    private LocalDate day(Owed owed) {
        return owed.to().isBefore(today) ? owed.due() : owed.to();
    }

    private Event toDo(Calendar calendar, LocalDate day, List<Owed> all) {
        DutyWords words = new DutyWords(page);
        List<String> names = page.words()
                .once(all.stream().map(owed -> words.name(owed.duty())).toList());
        String lines = all.stream().map(owed -> line(calendar, words, owed)).collect(Collectors.joining("\n"));
        return new Event(
                calendar.of().organizationId() + "-" + day + "@yijitong",
                day,
                null,
                page.t("overview.feed.by", all.size(), String.join(page.t("overview.feed.and"), names)),
                lines,
                "",
                URI.create(site + at.duties(calendar.of().organizationId())));
    }

    private String line(Calendar calendar, DutyWords words, Owed owed) {
        String name = page.t(
                "overview.feed.line",
                words.full(owed.duty()),
                page.words().period(owed.from(), owed.to(), today.getYear()));
        return owed.bearer().equals(calendar.of()) ? name : owed.bearer().name() + page.t("overview.dot") + name;
    }

    /** Without its theme: whoever has the address can read it. */
    private Event planned(Plan plan) {
        Instant starts = plan.startsAt();
        return new Event(
                plan.planId() + "@yijitong",
                Objects.requireNonNullElse(starts, plan.heldOn()),
                starts == null ? null : plan.endsAt(),
                HomePage.kinds(page, plan.kinds()),
                plan.organizationName(),
                plan.place(),
                URI.create(site + at.plan(plan.planId())));
    }
}
