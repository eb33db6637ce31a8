package org.yijitong.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Plan;
import org.yijitong.activity.Plans;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Counted;
import org.yijitong.ledger.Receipts;
import org.yijitong.ledger.Source;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** What an organization has to do, what it did and what that counted for, over the month and over the year. */
@Component
@Transactional(readOnly = true)
public class Homes {
    private static final int RECORDS = 12;
    private static final int PLANS = 40;
    /** 三会一课 (支部工作条例 §§10–13), by the words of activities. */
    private static final List<String> MEETINGS =
            List.of("general_meeting", "committee_meeting", "group_meeting", "lesson");

    private final Standings standings;
    private final Archives archives;
    private final Receipts receipts;
    private final Mechanisms mechanisms;
    private final Plans plans;
    private final Days days;

    Homes(Standings standings, Archives archives, Receipts receipts, Mechanisms mechanisms, Plans plans, Days days) {
        this.standings = standings;
        this.archives = archives;
        this.receipts = receipts;
        this.mechanisms = mechanisms;
        this.plans = plans;
        this.days = days;
    }

    /**
     * An organization on a day.
     *
     * @throws NotFound when the scope does not reach it, or it was not there on that day
     */
    public Home of(Scope scope, OrganizationId organization, AsOf asOf) {
        LocalDate day = asOf.on();
        List<Bearer> bearers = bearers(scope, organization, day);
        List<Home.Due> stands = stands(scope, bearers, day.minusYears(1), day.plusYears(2), asOf);
        List<RecordLine> month = month(scope, organization, day);
        return new Home(
                bearers,
                stands.stream().filter(Homes::isToBeDone).toList(),
                month,
                counted(scope, month),
                meters(stands, day),
                receipts.sum(scope, ids(bearers), day.withDayOfYear(1), day),
                day.isBefore(days.today()) ? List.of() : planned(scope, bearers, day));
    }

    private List<Plan> planned(Scope scope, List<Bearer> bearers, LocalDate day) {
        return plans.of(scope, ids(bearers), day, day.plusMonths(1), PLANS).stream()
                .filter(Plan::open)
                .toList();
    }

    /** What organizations owe for periods that end between two days, with duty and bearer. */
    private List<Home.Due> stands(Scope scope, List<Bearer> bearers, LocalDate first, LocalDate last, AsOf asOf) {
        Map<OrganizationId, Bearer> by =
                bearers.stream().collect(Collectors.toMap(Bearer::organizationId, Function.identity()));
        return standings.of(scope, by.keySet(), first, last, asOf).stream()
                .map(stand -> new Home.Due(
                        stand,
                        mechanisms.version(stand.dutyVersion()),
                        Objects.requireNonNull(by.get(stand.organization()))))
                .filter(due -> isSeen(scope, bearers.getFirst(), due.duty()))
                .toList();
    }

    /** What is private is for the organization itself, not for those above. */
    static boolean isSeen(Scope scope, Bearer of, Duty duty) {
        return duty.visibility() != Duty.Visibility.PRIVATE
                || of.organizationId().value().equals(scope.top());
    }

    private List<Bearer> bearers(Scope scope, OrganizationId organization, LocalDate day) {
        List<Bearer> bearers = standings.household(scope, organization, day);
        if (bearers.isEmpty()) {
            throw new NotFound();
        }
        return bearers;
    }

    private static List<OrganizationId> ids(Collection<Bearer> bearers) {
        return bearers.stream().map(Bearer::organizationId).toList();
    }

    private static boolean isToBeDone(Home.Due due) {
        return due.stand().state() == Stand.State.LATE || due.stand().state() == Stand.State.OPEN;
    }

    /** The own top is asked for everything below it: what its groups held is its own too. */
    private List<RecordLine> month(Scope scope, OrganizationId organization, LocalDate day) {
        OrganizationId one = organization.value().equals(scope.top()) ? null : organization;
        RecordFilter filter = new RecordFilter("", one, null, day.withDayOfMonth(1), day, false);
        return archives.page(scope, filter, "", RECORDS).lines();
    }

    private Map<RecordLine, List<Counted>> counted(Scope scope, List<RecordLine> lines) {
        Map<Source, List<Counted>> all =
                receipts.ofAll(scope, lines.stream().map(Homes::source).toList());
        return lines.stream()
                .collect(Collectors.toMap(Function.identity(), line -> all.getOrDefault(source(line), List.of())));
    }

    private static Source source(RecordLine line) {
        return new Source("record", line.recordId().value());
    }

    private List<Home.Meter> meters(List<Home.Due> stands, LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        LocalDate last = first.plusMonths(3).minusDays(1);
        List<Home.Meter> meters = new ArrayList<>();
        MEETINGS.forEach(kind -> stands.stream()
                .filter(due -> asksFor(due.duty(), kind))
                .min(java.util.Comparator.comparingInt(
                        due -> mechanisms.place(due.stand().duty())))
                .map(due -> due.stand().duty())
                .ifPresent(duty -> meters.add(meter(
                        kind,
                        stands.stream()
                                .map(Home.Due::stand)
                                .filter(stand -> stand.duty().equals(duty)
                                        && !stand.periodTo().isBefore(first)
                                        && !stand.periodTo().isAfter(last))
                                .toList()))));
        return meters;
    }

    private static Home.Meter meter(String kind, List<Stand> stands) {
        return new Home.Meter(kind, sum(stands, stand -> stand.done().min(stand.need())), sum(stands, Stand::need));
    }

    private static int sum(List<Stand> stands, Function<Stand, BigDecimal> what) {
        return stands.stream()
                .map(what)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .intValue();
    }

    /** The one kind of activity that a duty of organizations asks for. */
    public static boolean asksFor(Duty duty, String kind) {
        return !duty.bearer().personal()
                && duty.counts().stream()
                        .anyMatch(condition -> condition.field().name().equals("kinds")
                                && condition.values().equals(List.of(kind)));
    }
}
