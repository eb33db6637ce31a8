package org.yijitong.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ledger.ContributionStore.Move;
import org.yijitong.ledger.FactStore.Changed;
import org.yijitong.mechanism.FactKind;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Takes down what happened, in the transaction of whoever tells it, and lets it count at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {
    private final BookStore books;
    private final FactStore facts;
    private final ContributionStore contributions;
    private final Openings openings;
    private final Mechanisms mechanisms;
    private final Map<String, FactKind> kinds;
    private final Days days;
    private final Clock clock;

    Ledger(
            BookStore books,
            FactStore facts,
            ContributionStore contributions,
            Openings openings,
            Mechanisms mechanisms,
            List<FactKind> kinds,
            Days days,
            Clock clock) {
        this.books = books;
        this.facts = facts;
        this.contributions = contributions;
        this.openings = openings;
        this.mechanisms = mechanisms;
        this.kinds = kinds.stream().collect(Collectors.toMap(FactKind::name, Function.identity()));
        this.days = days;
        this.clock = clock;
    }

    /**
     * What a source says from now on. It replaces what the source said before; none means that it takes everything back.
     * Facts that stay the same stay as they are.
     *
     * @throws IllegalArgumentException for a kind or field that no module has declared, or a value it may not hold: no
     *     document could ask about it
     */
    public void restate(Scope scope, Source source, List<Fact> said) {
        restate(scope, source.kind(), Map.of(source.id(), said));
    }

    /**
     * The same for several sources of one kind at once.
     *
     * @param said what each says from now on
     */
    public void restate(Scope scope, String sourceKind, Map<UUID, List<Fact>> said) {
        List<Fact> all = said.values().stream().flatMap(List::stream).toList();
        all.forEach(this::check);
        UnitId unit = scope.unit();
        boolean alone = hold(unit, sourceKind, said.keySet(), all);
        List<Changed> changed = facts.restate(unit, sourceKind, said, now());
        if (changed.isEmpty()) {
            return;
        }
        List<UUID> come = ids(changed, false);
        List<UUID> gone = ids(changed, true);
        List<Move> moves = count(unit, come, gone);
        if (!moves.isEmpty()) {
            contributions.addUp(unit, moves);
        }
        if (alone) {
            openings.setOff(unit, come, gone);
        }
    }

    private List<Move> count(UnitId unit, List<UUID> come, List<UUID> gone) {
        if (come.size() <= ContributionStore.FEW) {
            return contributions.count(unit, come, gone, now());
        }
        List<Move> moves = new ArrayList<>(contributions.countMany(unit, come));
        moves.addAll(contributions.count(unit, List.of(), gone, now()));
        return moves;
    }

    private void check(Fact fact) {
        FactKind kind = kinds.get(fact.kind());
        if (kind == null) {
            throw new IllegalArgumentException("no module declares facts of the kind " + fact.kind());
        }
        fact.fields().forEach((name, value) -> {
            if (kind.field(name).filter(field -> field.admits(value)).isEmpty()) {
                throw new IllegalArgumentException(
                        "the kind " + kind.name() + " has no field " + name + " for " + value);
            }
        });
    }

    /** Whether the book is held alone: what is restated, or sets something off, opens or closes obligations. */
    private boolean hold(UnitId unit, String sourceKind, Collection<UUID> sources, List<Fact> said) {
        LocalDate today = days.today();
        BookStore.Known known = new BookStore.Known(today, mechanisms.stored());
        if (said.stream().noneMatch(this::setsOff) && books.share(unit, known, sourceKind, sources)) {
            return false;
        }
        if (books.openedTo(unit).filter(day -> !day.isBefore(today)).isPresent()) {
            openings.hold(unit);
        } else {
            openings.open(unit);
        }
        return true;
    }

    private boolean setsOff(Fact fact) {
        return mechanisms.inForce(fact.day()).stream()
                .map(duty -> duty.trigger())
                .anyMatch(trigger -> trigger != null
                        && trigger.fact().name().equals(fact.kind())
                        && trigger.conditions().stream().allMatch(each -> each.holds(fact.fields())));
    }

    private static List<UUID> ids(List<Changed> changed, boolean gone) {
        return changed.stream()
                .filter(each -> each.gone() == gone)
                .map(Changed::factId)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
