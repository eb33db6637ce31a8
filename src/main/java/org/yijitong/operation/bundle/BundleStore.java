package org.yijitong.operation.bundle;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The rows of a unit, whatever tables there are; and the units and duties they speak of. */
@Component
class BundleStore {
    /** What a duty demands, without the ids it has here and without what other versions make of it. */
    private static final String RULES = """
            SELECT n.mechanism AS duty, v.number, v.duty_version_id,
                   (to_jsonb(v) - ARRAY['duty_version_id', 'duty_id', 'mechanism', 'number', 'until', 'published_on',
                       'published_at', 'position', 'hook', 'path', 'trigger_path'])::text AS rule
            FROM mechanism.v_duties v
            JOIN mechanism.v_duty_names n ON n.duty_id = v.duty_id
            """;

    private final Db db;

    BundleStore(Db db) {
        this.db = db;
    }

    /** Whether the product has made its tables. */
    boolean ready() {
        return db.global("SELECT to_regprocedure('operation.unit_tables()') IS NOT NULL")
                .one(Boolean.class);
    }

    String schema() {
        return db.global("SELECT operation.schema_version()").one(String.class);
    }

    Optional<Manifest.Unit> unit(String code) {
        return db.global("SELECT unit_id, code, name FROM organization.v_unit_heads WHERE code = :code")
                .bind("code", code)
                .first(Manifest.Unit.class);
    }

    Optional<Manifest.Unit> unit(UnitId unit) {
        return db.global("SELECT unit_id, code, name FROM organization.v_unit_heads WHERE unit_id = :id")
                .bind("id", unit)
                .first(Manifest.Unit.class);
    }

    List<Manifest.Unit> above(UnitId unit) {
        return db.global("""
                        SELECT h.unit_id, h.code, h.name
                        FROM organization.v_unit_paths p
                        JOIN organization.v_unit_heads h ON h.unit_id = p.ancestor_id
                        WHERE p.unit_id = :unit AND p.depth > 0
                        ORDER BY p.depth
                        """).bind("unit", unit).list(Manifest.Unit.class);
    }

    /** Every table whose rows carry a unit, those that others stand on first. */
    List<String> tables() {
        return db.global("SELECT name FROM operation.unit_tables() ORDER BY level, name")
                .list(String.class);
    }

    /** The rows of a table as JSON objects, in the order of their keys; a file by its hash. */
    Stream<String> rows(UnitId unit, String table) {
        return db
                .in(unit, "SELECT operation.unit_rows(:unit, :table::regclass, :file::name)")
                .bind("table", table)
                .bind("file", Travel.FILES.get(table))
                .stream(String.class);
    }

    byte[] file(UnitId unit, String table, String row) {
        return db.in(unit, "SELECT operation.unit_file(:unit, :table::regclass, :file::name, :row::jsonb)")
                .bind("table", table)
                .bind("file", Travel.FILES.get(table))
                .bind("row", row)
                .one(byte[].class);
    }

    /** A document with its text. */
    record Text(String mechanism, int number, String pack, String content) {}

    List<Text> documents(UnitId unit) {
        return db.in(unit, """
                SELECT mechanism, number, pack, content
                FROM mechanism.v_documents
                WHERE (mechanism, number) IN (
                    SELECT v.mechanism, v.number
                    FROM operation.unit_duties(:unit) u
                    JOIN mechanism.v_duties v ON v.duty_version_id = u.duty_version_id)
                ORDER BY mechanism, number
                """).list(Text.class);
    }

    /** A flow in one version, with its text. */
    record FlowText(UUID versionId, String flow, int number, String pack, String sha256, String content) {
        Manifest.Flow named() {
            return new Manifest.Flow(flow, number, pack, versionId, sha256);
        }
    }

    List<FlowText> flows(UnitId unit) {
        return db.in(unit, """
                SELECT f.version_id, f.flow, f.number, f.pack, f.sha256, f.content
                FROM matter.v_flows f
                JOIN operation.unit_flows(:unit) u ON u.version_id = f.version_id
                ORDER BY f.flow, f.number
                """).list(FlowText.class);
    }

    List<Manifest.NamedDuty> duties(UnitId unit) {
        return db.in(unit, """
                SELECT mechanism AS duty, duty_id FROM mechanism.v_duty_names
                WHERE duty_id IN (SELECT u.duty_id FROM operation.unit_duties(:unit) u)
                ORDER BY 1
                """).list(Manifest.NamedDuty.class);
    }

    /** A duty in one version, with what it demands as JSON. */
    record Ruled(String duty, int number, UUID dutyVersionId, String rule) {
        Manifest.Rule named() {
            return new Manifest.Rule(duty, number, dutyVersionId, Json.MAPPER.readTree(rule));
        }
    }

    List<Ruled> rules(UnitId unit) {
        return db.in(unit, RULES + """
                WHERE v.duty_version_id IN (SELECT u.duty_version_id FROM operation.unit_duties(:unit) u)
                ORDER BY 1, 2
                """).list(Ruled.class);
    }

    /** Every version here of some duties. */
    List<Ruled> rules(Collection<String> names) {
        return db.global(RULES + "WHERE n.mechanism = ANY(:names)")
                .bind("names", names)
                .list(Ruled.class);
    }
}
