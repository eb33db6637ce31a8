package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ledger.Outlook.NearMiss;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Scope;

/** Says of a draft, while it is being typed, what it would count for, and what small change would make it count for more. */
@Component
@Transactional(readOnly = true)
public class Foresight {
    /** A duty missed by more than this is not near. */
    private static final int NEAR = 2;

    private final StandingStore standings;
    private final EvidenceStore evidence;
    private final Mechanisms mechanisms;

    Foresight(StandingStore standings, EvidenceStore evidence, Mechanisms mechanisms) {
        this.standings = standings;
        this.evidence = evidence;
        this.mechanisms = mechanisms;
    }

    /**
     * The outlook of a draft.
     *
     * @param replacing the source being corrected, whose own counts are left out of what is done already
     * @param draft the facts it would tell; all on one day
     */
    public Outlook of(Scope scope, Optional<Source> replacing, List<Fact> draft) {
        if (draft.isEmpty()) {
            return new Outlook(List.of(), List.of());
        }
        LocalDate day = draft.getFirst().day();
        Map<UUID, Duty> judging = mechanisms.inForce(day).stream()
                .collect(Collectors.toMap(Duty::dutyId, Function.identity(), (one, later) -> later));
        List<StandingStore.Row> open = standings.on(
                scope.unit(),
                draft.stream().map(Fact::organization).toList(),
                draft.stream()
                        .flatMap(fact -> fact.people().stream())
                        .distinct()
                        .toList(),
                day);
        Map<UUID, BigDecimal> own = replacing.map(source -> own(scope, source)).orElse(Map.of());
        List<Counted> counts = new ArrayList<>();
        List<NearMiss> near = new ArrayList<>();
        for (Fact fact : draft) {
            organizational(fact, open, judging, own, counts, near);
            counts.addAll(personal(fact, open, judging));
        }
        Comparator<Counted> order = Comparator.comparingInt(each -> mechanisms.place(each.duty()));
        return new Outlook(
                counts.stream().sorted(order).toList(),
                near.stream()
                        .sorted(Comparator.comparing(NearMiss::wouldCount, order))
                        .toList());
    }

    private Map<UUID, BigDecimal> own(Scope scope, Source source) {
        return evidence.ofSources(scope.unit(), source.kind(), List.of(source.id())).stream()
                .filter(each -> each.personId() == null)
                .collect(Collectors.toMap(
                        each -> mechanisms.version(each.dutyVersionId()).dutyId(),
                        EvidenceStore.Counting::amount,
                        BigDecimal::add));
    }

    private static void organizational(
            Fact fact,
            List<StandingStore.Row> open,
            Map<UUID, Duty> judging,
            Map<UUID, BigDecimal> own,
            List<Counted> counts,
            List<NearMiss> near) {
        for (StandingStore.Row row : open) {
            Duty duty = judging.get(row.dutyId());
            if (duty == null || row.personId() != null || !applies(duty, fact, row.organizationId())) {
                continue;
            }
            List<Condition> failing = duty.counts().stream()
                    .filter(condition -> !condition.holds(fact.fields()))
                    .toList();
            BigDecimal before = row.done().subtract(own.getOrDefault(row.dutyId(), BigDecimal.ZERO));
            Counted counted = counted(duty, row, fact, 0, before);
            if (failing.isEmpty()) {
                counts.add(counted);
            } else if (before.compareTo(row.need()) < 0 && !row.excused() && isNear(duty, failing)) {
                near.add(new NearMiss(counted, Reasons.of(duty, failing, fact.fields())));
            }
        }
    }

    private static List<Counted> personal(Fact fact, List<StandingStore.Row> open, Map<UUID, Duty> judging) {
        Map<UUID, List<StandingStore.Row>> byDuty = open.stream()
                .filter(row -> belongs(row.personId(), fact))
                .collect(Collectors.groupingBy(StandingStore.Row::dutyId));
        List<Counted> counts = new ArrayList<>();
        byDuty.forEach((id, rows) -> {
            Duty duty = judging.get(id);
            if (duty != null
                    && applies(duty, fact, fact.organization())
                    && duty.counts().stream().allMatch(condition -> condition.holds(fact.fields()))) {
                counts.add(counted(duty, rows.getFirst(), fact, rows.size(), BigDecimal.ZERO));
            }
        });
        return counts;
    }

    private static boolean belongs(@Nullable PersonId person, Fact fact) {
        return person != null && fact.people().contains(person);
    }

    private static boolean applies(Duty duty, Fact fact, OrganizationId bearer) {
        return duty.fact().name().equals(fact.kind())
                && bearer.equals(fact.organization())
                && (duty.sumField() == null || fact.fields().containsKey(duty.sumField()));
    }

    /** Something of it is met, and what fails can still be changed: another kind of activity would be another record. */
    private static boolean isNear(Duty duty, List<Condition> failing) {
        return failing.size() <= NEAR
                && failing.size() < duty.counts().size()
                && failing.stream().noneMatch(each -> each.field().type() == FactField.Type.CHOICES);
    }

    private static Counted counted(Duty duty, StandingStore.Row row, Fact fact, int people, BigDecimal before) {
        BigDecimal amount = duty.sumField() == null
                ? BigDecimal.ONE
                : Condition.number(fact.fields().get(duty.sumField()));
        return new Counted(
                duty.dutyId(),
                duty.called(),
                duty.mechanism().version(),
                fact.organization(),
                people,
                row.periodFrom(),
                row.periodTo(),
                amount,
                people > 0 ? BigDecimal.ZERO : before.add(amount),
                row.need(),
                Reasons.of(duty, duty.counts(), fact.fields()));
    }
}
