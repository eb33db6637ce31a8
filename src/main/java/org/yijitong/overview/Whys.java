package org.yijitong.overview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Archives;
import org.yijitong.activity.RecordId;
import org.yijitong.ledger.Excuses;
import org.yijitong.ledger.Explanation;
import org.yijitong.ledger.Explanations;
import org.yijitong.ledger.Source;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Explains a tick or a gap with all that belongs to it: the rule, the records, what failed, whom to call. */
@Component
@Transactional(readOnly = true)
public class Whys {
    private final Explanations explanations;
    private final Standings standings;
    private final Archives archives;
    private final Excuses excuses;
    private final CallStore calls;
    private final Days days;

    Whys(
            Explanations explanations,
            Standings standings,
            Archives archives,
            Excuses excuses,
            CallStore calls,
            Days days) {
        this.explanations = explanations;
        this.standings = standings;
        this.archives = archives;
        this.excuses = excuses;
        this.calls = calls;
        this.days = days;
    }

    /**
     * As it stood on a day, with what was known at a moment.
     *
     * @throws NotFound when there is no such obligation, the scope does not reach its bearer, or it is private
     */
    public Why of(Scope scope, UUID obligation, AsOf asOf) {
        Explanation explanation = explanations.of(scope, obligation, asOf);
        Stand stand = explanation.stand();
        OrganizationId organization = stand.organization();
        LocalDate today = days.today();
        if (isHidden(scope, explanation, today)) {
            throw new NotFound();
        }
        Set<RecordId> records = new HashSet<>();
        explanation.counted().forEach(line -> add(records, line.source()));
        explanation.others().forEach(other -> add(records, other.source()));
        return new Why(
                explanation,
                bearer(scope, stand, today),
                archives.lines(scope, records),
                stand.state() == Stand.State.EXCUSED
                        ? excuses.of(scope, obligation).orElse(null)
                        : null,
                calls.above(scope.unit(), organization, today));
    }

    private static void add(Collection<RecordId> records, Source source) {
        if (source.kind().equals("record")) {
            records.add(new RecordId(source.id()));
        }
    }

    /** What is private is found only from the branch itself. */
    private boolean isHidden(Scope scope, Explanation explanation, LocalDate today) {
        return explanation.duty().visibility() == Duty.Visibility.PRIVATE
                && standings.household(scope, new OrganizationId(scope.top()), today).stream()
                        .noneMatch(each ->
                                each.organizationId().equals(explanation.stand().organization()));
    }

    /** As it is called today; one that is no more as it was called when the period began. */
    private Bearer bearer(Scope scope, Stand stand, LocalDate today) {
        return standings.household(scope, stand.organization(), today).stream()
                .findFirst()
                .or(() -> standings.household(scope, stand.organization(), stand.periodFrom()).stream()
                        .findFirst())
                .orElseThrow(NotFound::new);
    }
}
