package org.yijitong.operation.bundle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** What is here already, and rows on their way in. */
@Component
class ArrivalStore {
    private final Db db;

    ArrivalStore(Db db) {
        this.db = db;
    }

    /** A unit that stands in the way of another: the same one, or one with its code. */
    Optional<Manifest.Unit> inTheWay(UUID unit, String code) {
        return db.global("""
                        SELECT unit_id, code, name FROM organization.v_unit_heads
                        WHERE unit_id = :id OR code = :code ORDER BY unit_id <> :id LIMIT 1
                        """).bind("id", unit).bind("code", code).first(Manifest.Unit.class);
    }

    /** Which of some units are here. */
    List<UUID> here(Collection<UUID> units) {
        return db.global("SELECT unit_id FROM organization.v_unit_heads WHERE unit_id = ANY(:ids::uuid[])")
                .bind("ids", units)
                .list(UUID.class);
    }

    /** A unit at or above another. */
    record Step(UUID ancestorId, int depth) {}

    List<Step> chain(UUID unit) {
        return db.global("SELECT ancestor_id, depth FROM organization.v_unit_paths WHERE unit_id = :id")
                .bind("id", unit)
                .list(Step.class);
    }

    List<Manifest.NamedDuty> duties(Collection<String> names) {
        return db.global("""
                        SELECT mechanism AS duty, duty_id FROM mechanism.v_duty_names WHERE mechanism = ANY(:names)
                        """).bind("names", names).list(Manifest.NamedDuty.class);
    }

    /** Every version here of some flows. */
    List<Manifest.Flow> flows(Collection<String> names) {
        return db.global("""
                        SELECT flow, number, pack, version_id, sha256 FROM matter.v_flows WHERE flow = ANY(:names)
                        """).bind("names", names).list(Manifest.Flow.class);
    }

    /** A place for rows, until the transaction ends. */
    void begin() {
        db.global("CREATE TEMPORARY TABLE bundle_rows (line jsonb NOT NULL, file bytea) ON COMMIT DROP")
                .run();
    }

    void stage(List<String> lines) {
        db.global("INSERT INTO pg_temp.bundle_rows (line) SELECT l::jsonb FROM unnest(:lines::text[]) AS l")
                .bind("lines", lines)
                .run();
    }

    void stage(String line, byte @Nullable [] file) {
        db.global("INSERT INTO pg_temp.bundle_rows (line, file) VALUES (:line::jsonb, :file)")
                .bind("line", line)
                .bind("file", file)
                .run();
    }

    /** Lets the log of this server know the entries that came along; how many it gives a place. */
    long log(UnitId unit) {
        return db.in(unit, "SELECT operation.log_arrived(:unit)").one(Long.class);
    }

    /** Puts the staged rows into a table of the unit; how many. */
    long take(UnitId unit, String table, Map<String, String> renamed) {
        return db.in(unit, "SELECT operation.take_rows(:unit, :table::regclass, :file::name, :renamed::jsonb)")
                .bind("table", table)
                .bind("file", Travel.FILES.get(table))
                .bind("renamed", Json.MAPPER.writeValueAsString(renamed))
                .one(Long.class);
    }
}
