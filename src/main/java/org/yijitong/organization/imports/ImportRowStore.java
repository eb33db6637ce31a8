package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.imports.Fixes.Fix;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The rows of an import as understood, what a person said about them, and what a unit remembers of earlier ones. */
@Component
class ImportRowStore {
    private final Db db;

    ImportRowStore(Db db) {
        this.db = db;
    }

    void clear(UnitId unit, ImportId id) {
        db.in(unit, """
                        DELETE FROM organization.import_rows WHERE unit_id = :unit AND import_id = :id
                        """).bind("id", id).run();
    }

    /** Adds a batch of rows in one statement. */
    void add(UnitId unit, ImportId id, List<StagedRow> rows) {
        db.in(unit, """
                        INSERT INTO organization.import_rows (unit_id, import_id, line, sheet, sheet_name, row_number,
                            new_person_id, given, name, name_pinyin, tokens, sex, ethnicity, native_place, birth_date,
                            joined_on, confirmed_on, work_started_on, education, phone, office_phone, job_title, note,
                            identity_shown, identity_hash, identity_sealed, written_branch, organization_id, group_id,
                            kind, states, deceased, faults, notes, verdict)
                        SELECT :unit, :id, line, sheet, sheet_name, row_number, new_person_id, given, name,
                               name_pinyin, tokens, sex, ethnicity, native_place, birth_date, joined_on, confirmed_on,
                               work_started_on, education, phone, office_phone, job_title, note, identity_shown,
                               identity_hash, identity_sealed, written_branch, organization_id, group_id, kind,
                               states, deceased, faults, notes, verdict
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(line int, sheet int, sheet_name text,
                            row_number int, new_person_id uuid, given text[], name text, name_pinyin text,
                            tokens text[], sex text, ethnicity text, native_place text, birth_date date,
                            joined_on date, confirmed_on date, work_started_on date, education text, phone text,
                            office_phone text, job_title text, note text, identity_shown text, identity_hash text,
                            identity_sealed text, written_branch text, organization_id uuid, group_id uuid, kind text,
                            states text[], deceased boolean, faults jsonb, notes jsonb, verdict text)
                        """).rows("rows", rows).bind("id", id).run();
    }

    record Column(int sheet, int col, String sheetName, String heading, String field, boolean sure, String sample) {}

    void keepColumns(UnitId unit, ImportId id, List<Column> columns) {
        db.in(unit, """
                        INSERT INTO organization.import_columns (unit_id, import_id, sheet, col, sheet_name, heading,
                            field, sure, sample)
                        SELECT :unit, :id, sheet, col, sheet_name, heading, field, sure, sample
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(sheet int, col int, sheet_name text, heading text,
                            field text, sure boolean, sample text)
                        ON CONFLICT (unit_id, import_id, sheet, col) DO NOTHING
                        """).rows("rows", columns).bind("id", id).run();
    }

    List<Column> columns(UnitId unit, ImportId id) {
        return db.in(unit, """
                        SELECT sheet, col, sheet_name, heading, field, sure, sample FROM organization.import_columns
                        WHERE unit_id = :unit AND import_id = :id ORDER BY sheet, col LIMIT 5000
                        """).bind("id", id).list(Column.class);
    }

    /** Headings mean fields, on every sheet of the import, and from now on. */
    void sayColumns(UnitId unit, ImportId id, List<Said> meanings) {
        db.in(unit, """
                        UPDATE organization.import_columns c SET field = r.meaning, sure = true
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(written text, meaning text)
                        WHERE c.unit_id = :unit AND c.import_id = :id AND c.heading = r.written
                        """).rows("rows", meanings).bind("id", id).run();
        db.in(unit, """
                        INSERT INTO organization.remembered_headings (unit_id, heading, field)
                        SELECT :unit, written, meaning
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(written text, meaning text)
                        WHERE length(written) <= 200
                        ON CONFLICT (unit_id, heading) DO UPDATE SET field = excluded.field
                        """).rows("rows", meanings).run();
    }

    record Said(String written, String meaning) {}

    Map<String, String> rememberedHeadings(UnitId unit) {
        Map<String, String> result = new HashMap<>();
        db.in(unit, """
                        SELECT heading AS written, field AS meaning FROM organization.remembered_headings
                        WHERE unit_id = :unit LIMIT 5000
                        """).list(Said.class).forEach(said -> result.put(said.written(), said.meaning()));
        return result;
    }

    void rememberBranch(UnitId unit, String written, OrganizationId branch) {
        db.in(unit, """
                        INSERT INTO organization.remembered_branches (unit_id, written, organization_id)
                        VALUES (:unit, :written, :branch)
                        ON CONFLICT (unit_id, written) DO UPDATE SET organization_id = excluded.organization_id
                        """).bind("written", written).bind("branch", branch).run();
    }

    private record SaidBranch(String written, UUID organizationId) {}

    Map<String, OrganizationId> rememberedBranches(UnitId unit) {
        Map<String, OrganizationId> result = new HashMap<>();
        db.in(unit, """
                        SELECT written, organization_id FROM organization.remembered_branches
                        WHERE unit_id = :unit LIMIT 5000
                        """)
                .list(SaidBranch.class)
                .forEach(said -> result.put(said.written(), new OrganizationId(said.organizationId())));
        return result;
    }

    void fix(UnitId unit, ImportId id, Fix fix) {
        db.in(unit, """
                        INSERT INTO organization.import_fixes (unit_id, import_id, sheet, row_number, field, value)
                        VALUES (:unit, :id, :sheet, :row, :field, :value)
                        ON CONFLICT (unit_id, import_id, sheet, row_number, field)
                        DO UPDATE SET value = excluded.value
                        """)
                .bind("id", id)
                .bind("sheet", fix.sheet())
                .bind("row", fix.rowNumber())
                .bind("field", fix.field())
                .bind("value", fix.value())
                .run();
    }

    List<Fix> fixes(UnitId unit, ImportId id) {
        return db.in(unit, """
                        SELECT sheet, row_number, field, value FROM organization.import_fixes
                        WHERE unit_id = :unit AND import_id = :id LIMIT 100000
                        """).bind("id", id).list(Fix.class);
    }

    /** Every name that organizations within reach have borne, and what became of those that ended. */
    List<KnownBranches.Named> names(Scope scope, LocalDate today) {
        return db.in(scope.unit(), """
                        SELECT DISTINCT v.organization_id, v.name, v.short_name, v.kind, last.superior_id,
                               last.valid_to <= :today AS ended, s.successor_id
                        FROM organization.organization_versions v
                        JOIN LATERAL (
                            SELECT l.superior_id, l.valid_to FROM organization.organization_versions l
                            WHERE l.unit_id = :unit AND l.organization_id = v.organization_id
                              AND l.recorded_to = 'infinity'
                            ORDER BY l.valid_from DESC LIMIT 1) last ON true
                        LEFT JOIN LATERAL (
                            SELECT c.successor_id FROM organization.successions c
                            JOIN organization.organization_changes n ON n.unit_id = :unit AND n.change_id = c.change_id
                             AND n.kind = 'merged'
                            WHERE c.unit_id = :unit AND c.predecessor_id = v.organization_id
                            ORDER BY n.effective_on DESC LIMIT 1) s ON true
                        WHERE v.unit_id = :unit AND v.recorded_to = 'infinity'
                          AND v.kind IN ('branch', 'joint_branch', 'group')
                          AND v.organization_id IN (SELECT organization_id
                              FROM organization.reach(:unit, :top, :today))
                        LIMIT 50000
                        """)
                .bind("top", scope.top())
                .bind("today", today)
                .list(KnownBranches.Named.class);
    }

    /** One row as a page shows it. */
    record Shown(
            int line,
            int sheet,
            String sheetName,
            int rowNumber,
            @Nullable String name,
            @Nullable String identityShown,
            @Nullable LocalDate joinedOn,
            @Nullable String writtenBranch,
            @Nullable UUID organizationId,
            @Nullable String kind,
            List<String> states,
            String faults,
            String notes,
            String changes,
            @Nullable UUID personId) {}

    List<Shown> shown(UnitId unit, ImportId id, Verdict verdict, int after, int limit) {
        return db.in(unit, """
                        SELECT line, sheet, sheet_name, row_number, name, identity_shown, joined_on, written_branch,
                               organization_id, kind, states, faults::text AS faults, notes::text AS notes,
                               changes::text AS changes, person_id
                        FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id AND verdict = :verdict AND line > :after
                        ORDER BY line LIMIT :limit
                        """)
                .bind("id", id)
                .bind("verdict", verdict)
                .bind("after", after)
                .bind("limit", limit)
                .list(Shown.class);
    }

    private record Counted(Verdict verdict, int people) {}

    Map<Verdict, Integer> counts(UnitId unit, ImportId id) {
        Map<Verdict, Integer> result = new java.util.EnumMap<>(Verdict.class);
        db.in(unit, """
                        SELECT verdict, count(*)::int AS people FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id GROUP BY verdict
                        """)
                .bind("id", id)
                .list(Counted.class)
                .forEach(counted -> result.put(counted.verdict(), counted.people()));
        return result;
    }
}
