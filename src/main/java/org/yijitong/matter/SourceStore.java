package org.yijitong.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.RecordId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over what matters serve. */
@Component
class SourceStore {
    private final Db db;
    private final Days days;

    SourceStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** Whether it was not among them yet. */
    boolean add(Scope scope, UUID id, MatterId matter, Cause cause, Instant now) {
        return db.in(scope.unit(), """
                        INSERT INTO matter.sources (unit_id, source_id, matter_id, record_id, decision, words,
                            recorded_at, account_id)
                        VALUES (:unit, :id, :matter, :record::uuid, :decision, :words, :now, :account)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", id)
                        .bind("matter", matter)
                        .bind("record", cause.record())
                        .bind("decision", cause.decision())
                        .bind("words", cause.words())
                        .bind("now", now)
                        .bind("account", scope.account())
                        .run()
                == 1;
    }

    /** What a matter serves, as it was linked. */
    List<Source> of(UnitId unit, MatterId matter, int limit) {
        return db.in(unit, """
                        SELECT record_id, decision, words FROM matter.sources
                        WHERE unit_id = :unit AND matter_id = :matter
                        ORDER BY source_id LIMIT :limit
                        """).bind("matter", matter).bind("limit", limit).list(Source.class);
    }

    /** What a matter serves. */
    record Source(@Nullable UUID recordId, int decision, String words) {}

    /** The matters within reach that came of a record, or to which it shows something. */
    List<Followed> followed(Scope scope, UUID record, int limit) {
        return db.in(scope.unit(), """
                        SELECT m.matter_id, m.version_id, s.decision, m.title, m.state, NOT m.open AS closed,
                               coalesce(m.due_on, m.closed_on, m.entered_on) AS day,
                               coalesce(m.due_on < :today, false) AS late
                        FROM (SELECT matter_id, decision FROM matter.sources
                            WHERE unit_id = :unit AND record_id = :record
                            UNION SELECT matter_id, 0 FROM matter.evidence
                            WHERE unit_id = :unit AND record_id = :record) s
                        JOIN matter.matters m ON m.unit_id = :unit AND m.matter_id = s.matter_id
                        CROSS JOIN (SELECT array_agg(organization_id) AS ids
                            FROM organization.reach(:unit, :top, :today)) r
                        WHERE m.involved && r.ids
                        ORDER BY s.decision, m.matter_id LIMIT :limit
                        """)
                .bind("record", record)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("limit", limit)
                .list(Followed.class);
    }

    List<RecordId> restedOn(UnitId unit, Collection<RecordId> records) {
        return db.in(unit, """
                        SELECT record_id FROM matter.sources
                        WHERE unit_id = :unit AND record_id = ANY(:records::uuid[])
                        UNION
                        SELECT record_id FROM matter.evidence
                        WHERE unit_id = :unit AND record_id = ANY(:records::uuid[])
                        """).bind("records", records).list(RecordId.class);
    }
}
