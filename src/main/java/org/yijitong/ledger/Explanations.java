package org.yijitong.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Explains a tick or a gap: the rule, the records behind it, what failed and by what. */
@Component
@Transactional(readOnly = true)
public class Explanations {
    private static final int OTHERS = 20;

    private final StandingStore standings;
    private final EvidenceStore evidence;
    private final Standings stands;
    private final Mechanisms mechanisms;
    private final Days days;

    Explanations(StandingStore standings, EvidenceStore evidence, Standings stands, Mechanisms mechanisms, Days days) {
        this.standings = standings;
        this.evidence = evidence;
        this.stands = stands;
        this.mechanisms = mechanisms;
        this.days = days;
    }

    /**
     * As it stood on a day, with what was known at a moment; facts retracted since are then not among the others.
     *
     * @throws NotFound when there is no such obligation, none was known then, or the scope does not reach its bearer
     */
    public Explanation of(Scope scope, UUID obligation, AsOf asOf) {
        StandingStore.Row present =
                standings.one(scope, obligation, days.today()).orElseThrow(NotFound::new);
        boolean now = asOf.known().equals(Instant.MAX) || present.personId() != null;
        StandingStore.Row row = now ? present : known(scope, present, asOf.known());
        Duty duty = mechanisms.version(row.dutyVersionId());
        List<Explanation.Line> lines = new ArrayList<>();
        Set<UUID> counted = new HashSet<>();
        evidence.of(scope.unit(), obligation).stream()
                .filter(line -> line.recordedAt().isBefore(asOf.known()))
                .forEach(line -> {
                    Explanation.Line said = line(line, row, asOf.known());
                    lines.add(said);
                    if (said.takenBackAt() == null) {
                        counted.add(line.factId());
                    }
                });
        return new Explanation(
                stands.stand(row, asOf.on()), duty, lines, others(scope, row, duty, counted, asOf.known()));
    }

    private StandingStore.Row known(Scope scope, StandingStore.Row row, Instant known) {
        return standings
                .known(scope.unit(), List.of(row.organizationId()), row.periodTo(), row.periodTo(), known)
                .stream()
                .filter(each -> each.obligationId().equals(row.obligationId()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * From what obligations were counted.
     *
     * @param known as it was known just before this moment
     * @param most how many sources of each obligation, the first by day
     * @return by obligation; one for which nothing counted is absent
     */
    public Map<UUID, List<Source>> sources(Scope scope, Collection<UUID> obligations, Instant known, int most) {
        return evidence.behind(scope.unit(), obligations, known, most).stream()
                .collect(Collectors.groupingBy(
                        EvidenceStore.Behind::obligationId,
                        Collectors.mapping(
                                each -> new Source(each.sourceKind(), each.sourceId()), Collectors.toList())));
    }

    private Explanation.Line line(EvidenceStore.Line line, StandingStore.Row row, Instant known) {
        Instant back = line.takenBackAt();
        Duty judge = mechanisms.version(line.dutyVersionId());
        Map<String, Object> fields = Reasons.fields(line.fields());
        return new Explanation.Line(
                new Source(line.sourceKind(), line.sourceId()),
                line.happenedOn(),
                line.amount(),
                judge.mechanism().version(),
                Reasons.of(judge, judge.counts(), fields),
                line.recordedAt(),
                back == null || back.isBefore(known) ? back : null,
                line.recordedAt().isAfter(Days.endOf(row.dueOn())));
    }

    private List<Explanation.Other> others(
            Scope scope, StandingStore.Row row, Duty duty, Set<UUID> counted, Instant known) {
        if (row.personId() != null) {
            return List.of();
        }
        return evidence
                .inPeriod(scope.unit(), duty.fact().name(), row.organizationId(), row.periodFrom(), row.periodTo())
                .stream()
                .filter(told -> told.recordedAt().isBefore(known) && !counted.contains(told.factId()))
                .limit(OTHERS)
                .map(told -> other(told, duty))
                .toList();
    }

    private static Explanation.Other other(EvidenceStore.Told told, Duty duty) {
        Map<String, Object> fields = Reasons.fields(told.fields());
        List<Condition> failing =
                duty.counts().stream().filter(each -> !each.holds(fields)).toList();
        return new Explanation.Other(
                new Source(told.sourceKind(), told.sourceId()), told.happenedOn(), Reasons.of(duty, failing, fields));
    }
}
