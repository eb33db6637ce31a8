package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Reads many matters with all that happened to them. */
@Component
class MatterPileStore {
    private final Db db;
    private final Days days;

    MatterPileStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** A file by its name. */
    record Shown(UUID fileId, String name) {}

    /** What files are called, of those ids that are files. */
    List<Shown> files(UnitId unit, Collection<UUID> ids) {
        return db.byKey(
                        unit,
                        "SELECT file_id, name FROM matter.files WHERE unit_id = :unit AND file_id = ANY(:ids::uuid[])")
                .bind("ids", ids)
                .list(Shown.class);
    }

    /** Those within reach that were open on some day of a stretch, in the order in which they were begun. */
    List<MatterRow> open(Scope scope, LocalDate from, LocalDate to, UUID after, int limit) {
        return db.in(scope.unit(), """
                        SELECT m.matter_id, m.version_id, m.flow, m.host_id, m.origin, m.title, m.begun_on, m.revision,
                               m.state, NOT m.open AS closed, m.entered_on, m.closed_on, m.named_id,
                               array_remove(m.posts, 'judge') AS posts, 'judge' = ANY(m.posts) AS judges, m.barred,
                               m.owner_id, m.vacant, m.due_on, m.provisional, m.reopened, m.raised, m.late,
                               m.known::text AS known, false AS within, NULL::uuid AS self,
                               false AS holds,
                               false AS parts, false AS joined, false AS concerned
                        FROM matter.matters m
                        CROSS JOIN (SELECT array_agg(organization_id) AS ids
                            FROM organization.reach(:unit, :top, :today)) r
                        WHERE m.unit_id = :unit AND m.matter_id > :after
                          AND (m.host_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
                              OR m.involved && r.ids)
                          AND m.begun_on <= :to AND (m.closed_on IS NULL OR m.closed_on >= :from)
                        ORDER BY m.matter_id
                        LIMIT :limit
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("after", after)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .list(MatterRow.class);
    }
}
