package org.yijitong.overview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.Units;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** How units stand, for who is above them: sums by unit and by duty, no organization and nobody by name. */
@Component
@Transactional(readOnly = true)
public class Sums {
    private final SumStore store;
    private final Units units;
    private final Mechanisms mechanisms;

    Sums(SumStore store, Units units, Mechanisms mechanisms) {
        this.store = store;
        this.units = units;
        this.mechanisms = mechanisms;
    }

    /**
     * A unit.
     *
     * @param own whether it is the one that asks, without those below it
     */
    public record Unit(UnitId unitId, String name, boolean own) {}

    /**
     * What there is to see.
     *
     * @param name of the unit that asks
     * @param units itself and those directly below it
     * @param duties over all of them, by the id of the duty, in the order of the documents
     */
    public record Seen(String name, Table<Unit> units, Table<UUID> duties) {}

    /**
     * A unit and all below it, judged on a day with what is known now.
     *
     * @throws NotFound when the scope does not reach the whole unit
     */
    public Seen of(Scope scope, Choice choice, LocalDate on) {
        String name = units.atOrBelow(scope.unit()).stream()
                .filter(unit -> unit.unitId().equals(scope.unit())
                        && unit.rootId().value().equals(scope.top()))
                .findFirst()
                .map(Units.Unit::name)
                .orElseThrow(NotFound::new);
        Set<UUID> duties = choice.duties(mechanisms);
        LocalDate first = choice.first(on).withDayOfMonth(1);
        Table<Unit> byUnit = Table.of(
                store.byUnit(scope.unit(), duties, first, choice.last(), on),
                line -> new Unit(line.unitId(), line.name(), line.own()),
                SumStore.UnitLine::month,
                SumStore.UnitLine::tally);
        List<SumStore.DutyLine> lines = store.byDuty(scope.unit(), duties, first, choice.last(), on).stream()
                .sorted(Comparator.comparingInt(line -> mechanisms.place(line.dutyId())))
                .toList();
        Table<UUID> byDuty =
                Table.of(lines, SumStore.DutyLine::dutyId, SumStore.DutyLine::month, SumStore.DutyLine::tally);
        return new Seen(name, byUnit, byDuty);
    }
}
