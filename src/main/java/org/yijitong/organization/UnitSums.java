package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The units below a unit, with sums over each; nothing about persons crosses units. */
@Component
@Transactional(readOnly = true)
public class UnitSums {
    private final UnitSumStore store;
    private final UnitStore units;

    UnitSums(UnitSumStore store, UnitStore units) {
        this.store = store;
        this.units = units;
    }

    /**
     * A unit and its sums.
     *
     * @param depth 0 for the unit that asks
     * @param members full and probationary members
     */
    public record Sum(UnitId unitId, String name, int depth, int branches, int members, int probationary) {}

    /**
     * The unit and all below it on a day, the nearest first; at most 1,000.
     *
     * @throws NotFound when the scope does not reach its whole unit
     */
    public List<Sum> atOrBelow(Scope scope, LocalDate on) {
        boolean whole = units.atOrBelow(scope.unit()).stream()
                .anyMatch(unit -> unit.unitId().equals(scope.unit())
                        && unit.rootId().value().equals(scope.top()));
        if (!whole) {
            throw new NotFound();
        }
        return store.sums(scope.unit(), on);
    }
}
