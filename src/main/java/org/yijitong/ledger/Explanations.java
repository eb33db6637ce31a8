package org.yijitong.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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

    /** @throws NotFound when there is no such obligation, or the scope does not reach its bearer */
    public Explanation of(Scope scope, UUID obligation) {
        LocalDate today = days.today();
        StandingStore.Row row = standings.one(scope, obligation, today).orElseThrow(NotFound::new);
        Duty duty = mechanisms.version(row.dutyVersionId());
        List<EvidenceStore.Line> lines = evidence.of(scope.unit(), obligation);
        return new Explanation(
                stands.stand(row, today),
                duty,
                lines.stream().map(line -> line(line, row)).toList(),
                others(scope, row, duty, lines));
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

    private Explanation.Line line(EvidenceStore.Line line, StandingStore.Row row) {
        Duty judge = mechanisms.version(line.dutyVersionId());
        Map<String, Object> fields = Reasons.fields(line.fields());
        return new Explanation.Line(
                new Source(line.sourceKind(), line.sourceId()),
                line.happenedOn(),
                line.amount(),
                judge.mechanism().version(),
                Reasons.of(judge, judge.counts(), fields),
                line.recordedAt(),
                line.takenBackAt(),
                line.recordedAt().isAfter(Days.endOf(row.dueOn())));
    }

    private List<Explanation.Other> others(
            Scope scope, StandingStore.Row row, Duty duty, List<EvidenceStore.Line> lines) {
        if (row.personId() != null) {
            return List.of();
        }
        Set<UUID> counted = lines.stream()
                .filter(line -> line.takenBackAt() == null)
                .map(EvidenceStore.Line::factId)
                .collect(Collectors.toSet());
        return evidence
                .inPeriod(scope.unit(), duty.fact().name(), row.organizationId(), row.periodFrom(), row.periodTo())
                .stream()
                .filter(told -> !counted.contains(told.factId()))
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
