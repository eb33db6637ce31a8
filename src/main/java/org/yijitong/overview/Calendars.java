package org.yijitong.overview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Plan;
import org.yijitong.activity.Plans;
import org.yijitong.ledger.Standings;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Calendar.Owed;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** The duties of an organization on the calendar: what was done, what is due, and what is still to come. */
@Component
@Transactional(readOnly = true)
public class Calendars {
    private static final int PLANS = 1000;

    private final Standings standings;
    private final Mechanisms mechanisms;
    private final Plans plans;
    private final Days days;

    Calendars(Standings standings, Mechanisms mechanisms, Plans plans, Days days) {
        this.standings = standings;
        this.mechanisms = mechanisms;
        this.plans = plans;
        this.days = days;
    }

    /**
     * The periods that end between two days. What is to come is left out of what is seen as of a past day.
     *
     * @throws NotFound when the scope does not reach the organization, or it was not there on that day
     */
    public Calendar of(Scope scope, OrganizationId organization, LocalDate first, LocalDate last, AsOf asOf) {
        List<Bearer> bearers = standings.household(scope, organization, asOf.on());
        if (bearers.isEmpty()) {
            throw new NotFound();
        }
        Map<OrganizationId, Bearer> by =
                bearers.stream().collect(Collectors.toMap(Bearer::organizationId, Function.identity()));
        boolean past = asOf.on().isBefore(days.today());
        Stream<Owed> begun = standings.of(scope, by.keySet(), first, last, asOf).stream()
                .map(stand ->
                        Owed.of(bearer(by, stand.organization()), mechanisms.version(stand.dutyVersion()), stand));
        Stream<Owed> coming = past ? Stream.empty() : coming(scope, by, first, last);
        List<Owed> entries = Stream.concat(begun, coming)
                .filter(entry -> Homes.isSeen(scope, bearers.getFirst(), entry.duty()))
                .sorted(Comparator.comparingInt((Owed entry) -> bearers.indexOf(entry.bearer()))
                        .thenComparingInt(entry -> mechanisms.place(entry.duty().dutyId()))
                        .thenComparing(Owed::from))
                .toList();
        return new Calendar(bearers, entries, past ? List.of() : planned(scope, by.keySet(), first, last));
    }

    private Stream<Owed> coming(Scope scope, Map<OrganizationId, Bearer> by, LocalDate first, LocalDate last) {
        LocalDate next = days.today().plusDays(1);
        return standings.coming(scope, by.keySet(), next, last).stream()
                .filter(each ->
                        !each.periodTo().isBefore(first) && !each.periodTo().isAfter(last))
                .map(each ->
                        Owed.of(bearer(by, each.organizationId()), mechanisms.version(each.dutyVersionId()), each));
    }

    private List<Plan> planned(Scope scope, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return plans.of(scope, organizations, first, last, PLANS).stream()
                .filter(plan -> plan.open() && !plan.heldOn().isBefore(first))
                .toList();
    }

    private static Bearer bearer(Map<OrganizationId, Bearer> by, OrganizationId organization) {
        return Objects.requireNonNull(by.get(organization));
    }
}
