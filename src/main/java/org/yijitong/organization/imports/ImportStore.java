package org.yijitong.organization.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Imports themselves: their file and how far they have come. */
@Component
class ImportStore {
    private static final String COLUMNS = """
            SELECT import_id, top_id, account_id, created_at, file_name, effective_on, state, stage, done, total, format,
                   sheets, skipped, message, message_arguments, finished_at, beat_at
            FROM organization.imports
            """;

    private final Db db;
    private final Days days;

    ImportStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    void add(Scope scope, ImportId id, String fileName, byte[] closed, LocalDate on, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO organization.imports (unit_id, import_id, top_id, account_id, created_at, file_name,
                            file, effective_on, state, beat_at)
                        VALUES (:unit, :id, :top, :account, :now, :name, :file, :on, 'reading', :now)
                        """)
                .bind("id", id)
                .bind("top", scope.top())
                .bind("account", scope.account())
                .bind("now", now)
                .bind("name", fileName)
                .bind("file", closed)
                .bind("on", on)
                .run();
    }

    Optional<Import> find(Scope scope, ImportId id) {
        return db.in(scope.unit(), COLUMNS + """
                                WHERE unit_id = :unit AND import_id = :id AND top_id IN (
                                    SELECT organization_id FROM organization.reach(:unit, :top, :today))
                                """)
                .bind("id", id)
                .bind("top", scope.top())
                .bind("today", days.today())
                .first(Import.class);
    }

    /** The latest imports of a unit, newest first. */
    List<Import> latest(Scope scope, int limit) {
        return db.in(scope.unit(), COLUMNS + """
                                WHERE unit_id = :unit AND top_id IN (
                                    SELECT organization_id FROM organization.reach(:unit, :top, :today))
                                ORDER BY created_at DESC LIMIT :limit
                                """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("limit", limit)
                .list(Import.class);
    }

    /** @throws NotFound when the file is kept no longer */
    byte[] file(UnitId unit, ImportId id) {
        return db.in(unit, """
                        SELECT file FROM organization.imports
                        WHERE unit_id = :unit AND import_id = :id AND file IS NOT NULL
                        """).bind("id", id).first(byte[].class).orElseThrow(NotFound::new);
    }

    /** Goes from one state to another, if it is still in the first; whether it was. */
    boolean go(UnitId unit, ImportId id, List<ImportState> from, ImportState to, Instant now) {
        return db.in(unit, """
                        UPDATE organization.imports
                        SET state = :to, done = 0, total = 0, beat_at = :now, message = NULL,
                            stage = CASE WHEN :to IN ('reading', 'applying', 'undoing') THEN :to ELSE 'done' END,
                            finished_at = CASE WHEN :to IN ('reading', 'applying', 'checked') THEN NULL
                                          WHEN :to = 'undoing' THEN finished_at
                                          ELSE :now::timestamptz END
                        WHERE unit_id = :unit AND import_id = :id AND state = ANY(:from)
                        """)
                        .bind("id", id)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("now", now)
                        .run()
                == 1;
    }

    /** Notes progress; whether the import is still being worked on, or was cancelled meanwhile. */
    boolean beat(UnitId unit, ImportId id, String stage, int done, int total, Instant now) {
        return db.in(unit, """
                        UPDATE organization.imports SET stage = :stage, done = :done, total = :total, beat_at = :now
                        WHERE unit_id = :unit AND import_id = :id AND state IN ('reading', 'applying', 'undoing')
                        """)
                        .bind("id", id)
                        .bind("stage", stage)
                        .bind("done", done)
                        .bind("total", total)
                        .bind("now", now)
                        .run()
                == 1;
    }

    /** What was to be put in waits for a person again, with the reason; whether it was still to be put in. */
    boolean giveBack(UnitId unit, ImportId id, String message, Instant now) {
        return db.in(unit, """
                        UPDATE organization.imports
                        SET state = 'checked', stage = 'done', done = 0, total = 0, message = :message, beat_at = :now
                        WHERE unit_id = :unit AND import_id = :id AND state = 'applying'
                        """)
                        .bind("id", id)
                        .bind("message", message)
                        .bind("now", now)
                        .run()
                == 1;
    }

    /** What was to be taken back stays in, with the reason if there is one; whether it was still to be taken back. */
    boolean keep(UnitId unit, ImportId id, @Nullable String message, Instant now) {
        return db.in(unit, """
                        UPDATE organization.imports
                        SET state = 'applied', stage = 'done', done = 0, total = 0, message = :message, beat_at = :now
                        WHERE unit_id = :unit AND import_id = :id AND state = 'undoing'
                        """)
                        .bind("id", id)
                        .bind("message", message)
                        .bind("now", now)
                        .run()
                == 1;
    }

    void found(UnitId unit, ImportId id, String format, int sheets, int skipped) {
        db.in(unit, """
                        UPDATE organization.imports SET format = :format, sheets = :sheets, skipped = :skipped
                        WHERE unit_id = :unit AND import_id = :id
                        """)
                .bind("id", id)
                .bind("format", format)
                .bind("sheets", sheets)
                .bind("skipped", skipped)
                .run();
    }

    void refuse(UnitId unit, ImportId id, String message, List<String> arguments, Instant now) {
        db.in(unit, """
                        UPDATE organization.imports
                        SET state = 'refused', stage = 'done', message = :message, message_arguments = :arguments,
                            finished_at = :now, file = NULL
                        WHERE unit_id = :unit AND import_id = :id AND state = 'reading'
                        """)
                .bind("id", id)
                .bind("message", message)
                .bind("arguments", arguments)
                .bind("now", now)
                .run();
    }
}
