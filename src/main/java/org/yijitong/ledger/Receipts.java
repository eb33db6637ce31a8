package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ledger.EvidenceStore.Counting;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;

/** What a source counts for now: the line under every record. */
@Component
@Transactional(readOnly = true)
public class Receipts {
    private final EvidenceStore evidence;
    private final Mechanisms mechanisms;

    Receipts(EvidenceStore evidence, Mechanisms mechanisms) {
        this.evidence = evidence;
        this.mechanisms = mechanisms;
    }

    public List<Counted> of(Scope scope, Source source) {
        return ofAll(scope, List.of(source)).getOrDefault(source, List.of());
    }

    /** For many sources of one kind in one statement; a source that counts for nothing is absent. */
    public Map<Source, List<Counted>> ofAll(Scope scope, Collection<Source> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        String kind = sources.iterator().next().kind();
        List<UUID> ids = sources.stream().map(Source::id).toList();
        return evidence.ofSources(scope.unit(), kind, ids).stream()
                .collect(Collectors.groupingBy(
                        each -> new Source(kind, each.sourceId()),
                        Collectors.collectingAndThen(Collectors.toList(), this::counted)));
    }

    /**
     * What was recorded and what came of it.
     *
     * @param sources how many were recorded
     * @param counted how often they count; a duty of many people counts once
     */
    public record Sum(int sources, int counted) {}

    /** Of what happened between two days in some organizations, both days included; as it stands now. */
    public Sum sum(Scope scope, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return evidence.sum(scope.unit(), organizations, first, last);
    }

    /** People who owe the same duty for the same period make one line. */
    private record Line(
            UUID dutyVersion, OrganizationId organization, boolean personal, LocalDate from, LocalDate to) {}

    private List<Counted> counted(List<Counting> rows) {
        Map<Line, List<Counting>> lines = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Line(
                                row.dutyVersionId(),
                                row.organizationId(),
                                row.personId() != null,
                                row.periodFrom(),
                                row.periodTo()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return lines.entrySet().stream()
                .map(line -> counted(line.getKey(), line.getValue()))
                .sorted(Comparator.comparingInt(each -> mechanisms.place(each.duty())))
                .toList();
    }

    private Counted counted(Line line, List<Counting> rows) {
        Duty duty = mechanisms.version(line.dutyVersion());
        Counting first = rows.getFirst();
        return new Counted(
                duty.dutyId(),
                duty.called(),
                duty.mechanism().version(),
                line.organization(),
                line.personal() ? rows.size() : 0,
                line.from(),
                line.to(),
                first.amount(),
                line.personal() ? BigDecimal.ZERO : first.done(),
                first.need(),
                Reasons.of(duty, duty.counts(), Reasons.fields(first.fields())));
    }
}
