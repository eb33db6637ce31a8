package org.yijitong.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** What bearers owe and how it stands: today, on any past day, and as it was known then. */
@Component
@Transactional(readOnly = true)
public class Standings {
    private final StandingStore store;
    private final Mechanisms mechanisms;
    private final Clock clock;
    private final Days days;

    Standings(StandingStore store, Mechanisms mechanisms, Clock clock, Days days) {
        this.store = store;
        this.mechanisms = mechanisms;
        this.clock = clock;
        this.days = days;
    }

    /**
     * What organizations themselves owe for periods that end between two days, in the order in which it is due.
     * Organizations that the scope does not reach are left out.
     *
     * @param asOf the day on which it is judged late, and the moment as of which it was known
     */
    public List<Stand> of(
            Scope scope, Collection<OrganizationId> organizations, LocalDate first, LocalDate last, AsOf asOf) {
        List<OrganizationId> reached = store.reached(scope, organizations, asOf.on());
        List<StandingStore.Row> rows = asOf.known().isBefore(clock.instant())
                ? store.known(scope.unit(), reached, first, last, asOf.known())
                : store.between(scope.unit(), reached, first, last);
        return rows.stream().map(row -> stand(row, asOf.on())).toList();
    }

    /**
     * What organizations themselves will owe for periods that begin between two days to come, in the order in which it
     * is due; periods are known until the end of next year. Organizations that the scope does not reach are left out.
     */
    public List<Coming> coming(Scope scope, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return store.coming(scope.unit(), store.reached(scope, organizations, days.today()), first, last);
    }

    /** An organization with what has no secretary of its own: its Party groups and youth groups, by name. */
    public List<Bearer> household(Scope scope, OrganizationId organization, LocalDate day) {
        return store.household(scope, organization, day);
    }

    /** A bearer as it is called on a day. */
    public record Bearer(OrganizationId organizationId, String kind, String name) {}

    Stand stand(StandingStore.Row row, LocalDate day) {
        var duty = mechanisms.version(row.dutyVersionId());
        return new Stand(
                row.obligationId(),
                row.dutyId(),
                row.dutyVersionId(),
                duty.called(),
                row.organizationId(),
                row.periodFrom(),
                row.periodTo(),
                row.dueOn(),
                row.need(),
                row.done(),
                Stand.state(row, day));
    }
}
