package org.yijitong.personal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.access.Selves.Self;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The rows of one person, in one unit; and who touched them. */
@Component
class HeldStore {
    private final Db db;

    HeldStore(Db db) {
        this.db = db;
    }

    /** How many rows a table has, as far as they were counted. */
    record Count(String name, int counted) {}

    /** A row of a table as a JSON object. */
    record Row(String name, String held) {}

    /** What an id is called. */
    record Called(UUID id, String name) {}

    /** An entry of the log. */
    record Entry(
            UUID entryId,
            Instant recordedAt,
            UUID accountId,
            String action,
            String subjectKind,
            @Nullable String detail) {}

    List<Count> counts(Self self, UUID account, String sources, int most) {
        return db.in(self.unit(), """
                        SELECT name, counted
                        FROM personal.held_counts(:unit, :sources::jsonb, :entries::uuid[], :account, :most)
                        """)
                .bind("sources", sources)
                .bind("entries", self.entries())
                .bind("account", account)
                .bind("most", most)
                .list(Count.class);
    }

    /** The rows of some tables, of each at most so many after so many. */
    List<Row> rows(Self self, UUID account, String sources, int past, int most) {
        return db.in(self.unit(), """
                        SELECT s ->> 'table' AS name, h AS held
                        FROM jsonb_array_elements(:sources::jsonb) AS s
                        CROSS JOIN LATERAL personal.held(:unit, s, :entries::uuid[], :account, :past, :most) AS h
                        """)
                .bind("sources", sources)
                .bind("entries", self.entries())
                .bind("account", account)
                .bind("past", past)
                .bind("most", most)
                .list(Row.class);
    }

    List<Called> called(UnitId unit, Collection<UUID> ids) {
        return db.in(unit, "SELECT id, name FROM personal.called(:unit, :ids::uuid[])")
                .bind("ids", ids)
                .list(Called.class);
    }

    List<Entry> traces(Self self, int past, int most) {
        return db.in(self.unit(), """
                        SELECT entry_id, recorded_at, account_id, action, subject_kind, detail
                        FROM personal.traces(:unit, :entries::uuid[], :past, :most)
                        """)
                .bind("entries", self.entries())
                .bind("past", past)
                .bind("most", most)
                .list(Entry.class);
    }
}
