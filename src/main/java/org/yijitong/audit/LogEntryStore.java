package org.yijitong.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The entries of one unit, with their numbers. Their ids are in the order of time, and so are their pages. */
@Component
class LogEntryStore {
    private static final String ENTRY = """
            SELECT e.entry_id, e.recorded_at, e.account_id, e.action, e.subject_kind, e.subject_id, e.detail::text AS detail,
                l.leaf_index
            FROM audit.entries e
            LEFT JOIN audit.leaves l ON l.of_unit IN (:unit) AND l.entry_id = e.entry_id
            WHERE e.unit_id = :unit
            """;

    private final Db db;

    LogEntryStore(Db db) {
        this.db = db;
    }

    /** What is hashed of an entry, and its number. */
    record Line(String line, @Nullable Long leafIndex) {}

    List<LogEntry> list(UnitId unit, LogFilter filter, @Nullable UUID before, int most) {
        return db.in(unit, ENTRY + """
                          AND (:before::uuid IS NULL OR e.entry_id < :before::uuid)
                          AND (:first::uuid IS NULL OR e.entry_id >= :first::uuid)
                          AND (:end::uuid IS NULL OR e.entry_id < :end::uuid)
                          AND (:account::uuid IS NULL OR e.account_id = :account::uuid)
                          AND (:action::text IS NULL OR e.action = :action::text)
                          AND (:subject::uuid IS NULL OR e.subject_id = :subject::uuid)
                        ORDER BY e.entry_id DESC
                        LIMIT :most
                        """)
                .bind("before", before)
                .bind("first", first(filter.from()))
                .bind("end", first(filter.until()))
                .bind("account", filter.account())
                .bind("action", filter.action())
                .bind("subject", filter.subject())
                .bind("most", most)
                .list(LogEntry.class);
    }

    Optional<LogEntry> one(UnitId unit, UUID entry) {
        return db.in(unit, ENTRY + " AND e.entry_id = :entry")
                .bind("entry", entry)
                .first(LogEntry.class);
    }

    Optional<Line> line(UnitId unit, UUID entry) {
        return db.in(unit, """
                        SELECT audit.line(e.entry_id, e.unit_id, e.recorded_at, e.account_id, e.action, e.subject_kind,
                            e.subject_id, e.detail_hash) AS line, l.leaf_index
                        FROM audit.entries e
                        LEFT JOIN audit.leaves l ON l.of_unit IN (:unit) AND l.entry_id = e.entry_id
                        WHERE e.unit_id = :unit AND e.entry_id = :entry
                        """).bind("entry", entry).first(Line.class);
    }

    /** The first identifier of a moment (RFC 9562 §5.7). */
    private static @Nullable UUID first(@Nullable Instant moment) {
        return moment == null ? null : new UUID(moment.toEpochMilli() << 16, 0);
    }
}
