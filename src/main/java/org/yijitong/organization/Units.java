package org.yijitong.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** The units themselves, and which unit is above which. */
@Component
@Transactional
public class Units {
    private final UnitStore store;
    private final TreeChange tree;
    private final OrganizationStore organizations;
    private final Audit audit;
    private final Clock clock;
    private final Uuid7 ids;

    public Units(
            UnitStore store, TreeChange tree, OrganizationStore organizations, Audit audit, Clock clock, Uuid7 ids) {
        this.store = store;
        this.tree = tree;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** A unit as it stands. */
    public record Unit(
            UnitId unitId,
            String code,
            OrganizationId rootId,
            String name,
            @Nullable UnitId superiorId) {}

    /**
     * Founds a unit with the organization at its top.
     *
     * @param account who does it
     * @param superior the unit above it; null for a working committee
     * @param top the state of its top organization, without a superior
     * @throws Invalid when the code is taken
     */
    public Unit found(UUID account, String code, @Nullable UnitId superior, OrganizationState top, Because because) {
        if (store.byCode(code).isPresent()) {
            throw new Invalid("code", "organization.invalid.codeTaken", code);
        }
        Unit unit = new Unit(new UnitId(ids.next()), code, new OrganizationId(ids.next()), top.name(), superior);
        Instant recorded = clock.instant();
        store.add(unit, because.on(), recorded);
        Scope scope = new Scope(account, unit.unitId(), unit.rootId().value());
        organizations.found(
                unit.unitId(),
                List.of(new OrganizationStore.Identity(unit.rootId(), top.kind().tree(), code)));
        tree.save(
                unit.unitId(),
                unit.rootId(),
                Timeline.<OrganizationState>empty().put(because.on(), Days.FOREVER, top),
                recorded);
        tree.note(scope, unit.rootId(), ChangeKind.FOUNDED, because, recorded, Map.of("name", top.display()));
        tree.finish(unit.unitId(), recorded);
        audit.record(scope, "unit.founded", "unit", unit.unitId().value(), Map.of("code", code));
        return unit;
    }

    /** Whether no unit has been founded yet: the database is new. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return !store.any();
    }

    /** The unit with a code. */
    @Transactional(readOnly = true)
    public java.util.Optional<Unit> byCode(String code) {
        return store.byCode(code);
    }

    /** Every unit there is, by code; for work that goes round all of them. */
    @Transactional(readOnly = true)
    public List<UnitId> all() {
        return store.all();
    }

    /** The codes of all units. */
    @Transactional(readOnly = true)
    public Set<String> codes() {
        return Set.copyOf(store.codes());
    }

    /** The codes of a unit and of those above it. */
    @Transactional(readOnly = true)
    public Set<String> codesAbove(UnitId unit) {
        return Set.copyOf(store.codesAbove(unit));
    }

    /** How units are called, by their codes; those that are not there are left out. */
    @Transactional(readOnly = true)
    public Map<String, String> called(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : store.named(codes).stream()
                        .collect(Collectors.toMap(Unit::code, Unit::name, (one, other) -> one, TreeMap::new));
    }

    /** The unit directly above another; nothing for a working committee. */
    @Transactional(readOnly = true)
    public java.util.Optional<Unit> above(UnitId unit) {
        return store.above(unit);
    }

    /** The unit and the units below it, by code. */
    @Transactional(readOnly = true)
    public List<Unit> atOrBelow(UnitId unit) {
        return store.atOrBelow(unit);
    }
}
