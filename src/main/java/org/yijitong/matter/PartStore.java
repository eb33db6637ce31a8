package org.yijitong.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over parts of matters. */
@Component
class PartStore {
    private final Db db;
    private final Days days;

    PartStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    void add(Scope scope, MatterId part, MatterId whole, int weight, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.parts (unit_id, part_id, parent_id, weight, recorded_at, account_id)
                        VALUES (:unit, :part, :whole, :weight, :now, :account)
                        """)
                .bind("part", part)
                .bind("whole", whole)
                .bind("weight", weight)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    void release(Scope scope, MatterId part, String reason, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.part_releases (unit_id, part_id, reason, recorded_at, account_id)
                        VALUES (:unit, :part, :reason, :now, :account)
                        """)
                .bind("part", part)
                .bind("reason", reason)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** The parts of a matter in the order in which they were begun. */
    List<Part> of(Scope scope, MatterId whole, int limit) {
        return db.in(scope.unit(), """
                        SELECT m.matter_id, m.version_id, m.title, m.state, NOT m.open AS closed, p.weight,
                               EXISTS (SELECT FROM matter.part_releases l
                                   WHERE l.unit_id = :unit AND l.part_id = p.part_id) AS released,
                               (SELECT coalesce(o.short_name, o.name) FROM organization.v_organizations o
                                   WHERE o.unit_id = :unit AND o.organization_id = m.owner_id
                                   ORDER BY o.valid_to DESC LIMIT 1) AS owner,
                               coalesce(m.due_on, m.closed_on) AS day, m.involved && r.ids AS seen
                        FROM matter.parts p
                        JOIN matter.matters m ON m.unit_id = :unit AND m.matter_id = p.part_id
                        CROSS JOIN (SELECT array_agg(organization_id) AS ids
                            FROM organization.reach(:unit, :top, :today)) r
                        WHERE p.unit_id = :unit AND p.parent_id = :whole
                        ORDER BY p.part_id LIMIT :limit
                        """)
                .bind("whole", whole)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("limit", limit)
                .list(Part.class);
    }

    Optional<MatterId> whole(UnitId unit, MatterId part) {
        return db.in(unit, """
                        SELECT parent_id AS value FROM matter.parts WHERE unit_id = :unit AND part_id = :part
                        """).bind("part", part).first(UUID.class).map(MatterId::new);
    }
}
