package org.yijitong.mechanism;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.Units;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Whom documents of a unit may bind: every unit where none is above it, otherwise itself and those below. */
@Component
@Transactional(readOnly = true)
public class DraftReach {
    private static final int NAMED = 8;

    private final Units units;

    DraftReach(Units units) {
        this.units = units;
    }

    /** Whether somebody writes documents: they work for a whole unit. */
    public boolean mayWrite(Scope scope) {
        return own(scope).isPresent();
    }

    /** The code that a new document of the unit has to name; empty where it may bind every unit. */
    public String code(Scope scope) {
        return own(scope)
                .filter(unit -> unit.superiorId() != null)
                .map(Units.Unit::code)
                .orElse("");
    }

    private Optional<Units.Unit> own(Scope scope) {
        return units.atOrBelow(scope.unit()).stream()
                .filter(unit -> unit.unitId().equals(scope.unit())
                        && unit.rootId().value().equals(scope.top()))
                .findFirst();
    }

    /**
     * What a document may bind.
     *
     * @param published whom the published versions of the same document bind
     * @throws Invalid of the field {@code text} when it binds others, or takes over one that does
     */
    public void require(Scope scope, DraftKind.Head head, Stream<Set<String>> published) {
        if (code(scope).isEmpty()) {
            return;
        }
        Set<String> within = units.atOrBelow(scope.unit()).stream()
                .map(Units.Unit::code)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!binds(head.units(), within)) {
            String some = within.stream().limit(NAMED).collect(Collectors.joining(", "));
            throw new Invalid("text", "mechanism.draft.invalid.units", some);
        }
        if (published.anyMatch(each -> !binds(each, within))) {
            throw new Invalid("text", "mechanism.draft.invalid.others", head.id());
        }
    }

    /** Whether a document binds a unit: it names none, or the unit itself or one above it. */
    public Predicate<Duty.Mechanism> binding(UnitId unit) {
        Predicate<Set<String>> named = bindingUnits(unit);
        return head -> named.test(head.units());
    }

    /** The same, by the codes of the units that a document names. */
    public Predicate<Set<String>> bindingUnits(UnitId unit) {
        Set<String> line = units.codesAbove(unit);
        return named -> named.isEmpty() || named.stream().anyMatch(line::contains);
    }

    private static boolean binds(Set<String> named, Set<String> within) {
        return !named.isEmpty() && within.containsAll(named);
    }
}
