package org.yijitong.access;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/**
 * Reasons for looking into units below. Each level sees those directly below it by name and everything deeper in sums;
 * whoever opens something deeper that names people says why, once a day for each thing, and the unit's log keeps it. An
 * action asks for it when the policy file says {@code own, and below with a reason}.
 */
@Component
@Transactional
public class Insights {
    private static final int LONGEST = 200;

    private final Policy policy;
    private final Scopes scopes;
    private final Units units;
    private final InsightStore store;
    private final Audit audit;
    private final Days days;
    private final Clock clock;

    Insights(Policy policy, Scopes scopes, Units units, InsightStore store, Audit audit, Days days, Clock clock) {
        this.policy = policy;
        this.scopes = scopes;
        this.units = units;
        this.store = store;
        this.audit = audit;
        this.days = days;
        this.clock = clock;
    }

    /** Whether a user who has reached a unit has to say why before looking. */
    @Transactional(readOnly = true)
    public boolean wanting(CurrentUser user, Scope scope, Insight into) {
        return asksAt(user, into)
                && !isTopDirectlyBelow(user, scope, into)
                && !store.given(user.account(), into, days.today());
    }

    private boolean asksAt(CurrentUser user, Insight into) {
        Optional<Policy.Reach> reach = policy.reach(user.role(), into.action());
        return !into.unit().equals(user.unit())
                && reach.filter(Policy.Reach.OWN_AND_BELOW_WITH_REASON::equals).isPresent();
    }

    /** The committee of a unit directly below is seen by name. */
    private boolean isTopDirectlyBelow(CurrentUser user, Scope scope, Insight into) {
        return into.subject().equals(scope.top())
                && units.above(into.unit())
                        .map(Unit::unitId)
                        .filter(user.unit()::equals)
                        .isPresent();
    }

    /**
     * Says why. Said again on the same day, the first reason stands.
     *
     * @param reason 1 to 200 characters
     * @throws NotFound when the user reaches no such thing, or need not say why
     * @throws Invalid on {@code because} when the reason is none
     */
    public void give(CurrentUser user, Insight into, String reason) {
        Scope scope = scopes.of(user, into.action(), into.unit(), true)
                .filter(_ -> asksAt(user, into))
                .orElseThrow(NotFound::new);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new Invalid("because", "access.insight.because.wrong", LONGEST);
        }
        if (store.add(user.account(), into, days.today(), why, clock.instant())) {
            audit.record(
                    scope,
                    "insight.given",
                    into.kind(),
                    into.subject(),
                    Map.of("action", into.action(), "reason", why));
        }
    }

    /** The name of the unit looked into. */
    @Transactional(readOnly = true)
    public String nameOf(CurrentUser user, Insight into) {
        return units.atOrBelow(user.unit()).stream()
                .filter(unit -> unit.unitId().equals(into.unit()))
                .findFirst()
                .map(Unit::name)
                .orElseThrow(NotFound::new);
    }
}
