package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Units are definitions: their statements belong to no unit. */
@Component
class UnitStore {
    private final Db db;

    UnitStore(Db db) {
        this.db = db;
    }

    /** Adds the unit, its first version, and its place below every unit above it. */
    void add(Unit unit, LocalDate from, Instant recorded) {
        db.global("""
                        WITH unit AS (
                            INSERT INTO organization.units (unit_id, code, root_id, last_recorded)
                            VALUES (:unit, :code, :root, :recorded)
                        ), version AS (
                            INSERT INTO organization.unit_versions (unit_id, version_id, name, superior_id, valid_from,
                                valid_to, recorded_from, recorded_to)
                            VALUES (:unit, gen_random_uuid(), :name, :superior, :from, 'infinity', :recorded,
                                'infinity')
                        )
                        INSERT INTO organization.unit_paths (unit_id, ancestor_id, depth, valid_from, valid_to,
                            recorded_from, recorded_to)
                        SELECT :unit, :unit, 0, :from::date, 'infinity'::date, :recorded::timestamptz,
                            'infinity'::timestamptz
                        UNION ALL
                        SELECT :unit, p.ancestor_id, p.depth + 1, :from, 'infinity', :recorded, 'infinity'
                        FROM organization.unit_paths p
                        WHERE p.unit_id = :superior AND p.recorded_to = 'infinity' AND p.valid_to = 'infinity'
                        """)
                .bind("unit", unit.unitId())
                .bind("code", unit.code())
                .bind("root", unit.rootId())
                .bind("name", unit.name())
                .bind("superior", unit.superiorId())
                .bind("from", from)
                .bind("recorded", recorded)
                .run();
    }

    boolean any() {
        return db.global("SELECT EXISTS (SELECT FROM organization.units)").one(Boolean.class);
    }

    List<UnitId> all() {
        return db
                .global("SELECT unit_id FROM organization.v_unit_heads ORDER BY code LIMIT 10000")
                .list(java.util.UUID.class)
                .stream()
                .map(UnitId::new)
                .toList();
    }

    List<String> codes() {
        return db.global("SELECT code FROM organization.v_unit_heads ORDER BY code LIMIT 10000")
                .list(String.class);
    }

    List<String> codesAbove(UnitId unit) {
        return db.global("""
                        SELECT h.code FROM organization.v_unit_paths p
                        JOIN organization.v_unit_heads h ON h.unit_id = p.ancestor_id
                        WHERE p.unit_id = :unit ORDER BY p.depth LIMIT 20
                        """).bind("unit", unit).list(String.class);
    }

    List<Unit> named(Collection<String> codes) {
        return db.global("""
                        SELECT unit_id, code, root_id, name, superior_id FROM organization.v_unit_heads
                        WHERE code = ANY(:codes::text[]) ORDER BY code LIMIT 500
                        """).bind("codes", codes).list(Unit.class);
    }

    Optional<Unit> byCode(String code) {
        return db.global("""
                        SELECT unit_id, code, root_id, name, superior_id FROM organization.v_unit_heads
                        WHERE code = :code
                        """).bind("code", code).first(Unit.class);
    }

    Optional<Unit> above(UnitId unit) {
        return db.global("""
                        SELECT h.unit_id, h.code, h.root_id, h.name, h.superior_id
                        FROM organization.v_unit_heads u
                        JOIN organization.v_unit_heads h ON h.unit_id = u.superior_id
                        WHERE u.unit_id = :unit
                        """).bind("unit", unit).first(Unit.class);
    }

    List<Unit> atOrBelow(UnitId unit) {
        return db.global("""
                        SELECT h.unit_id, h.code, h.root_id, h.name, h.superior_id
                        FROM organization.v_unit_paths p
                        JOIN organization.v_unit_heads h ON h.unit_id = p.unit_id
                        WHERE p.ancestor_id = :unit
                        ORDER BY p.depth, h.code
                        LIMIT 1000
                        """).bind("unit", unit).list(Unit.class);
    }
}
