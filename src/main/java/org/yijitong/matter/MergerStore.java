package org.yijitong.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over matters that are merged. */
@Component
class MergerStore {
    private final Db db;
    private final Days days;

    MergerStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** What was asked; {@code agreed} is null while nothing was said. */
    record Asked(
            MatterId matterId,
            MatterId intoId,
            UUID accountId,
            @Nullable Boolean agreed) {}

    void ask(Scope scope, UUID id, MatterId matter, MatterId into, String reason, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.mergers (unit_id, merger_id, matter_id, into_id, reason, recorded_at,
                            account_id)
                        VALUES (:unit, :id, :matter, :into, :reason, :now, :account)
                        """)
                .bind("id", id)
                .bind("matter", matter)
                .bind("into", into)
                .bind("reason", reason)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    Optional<Asked> asked(UnitId unit, UUID id) {
        return db.in(unit, """
                        SELECT g.matter_id, g.into_id, g.account_id, a.agreed
                        FROM matter.mergers g
                        LEFT JOIN matter.merger_answers a ON a.unit_id = :unit AND a.merger_id = g.merger_id
                        WHERE g.unit_id = :unit AND g.merger_id = :id
                        """).bind("id", id).first(Asked.class);
    }

    /** Those of some matters that were raised at the door, or are about somebody. */
    List<MatterId> apart(UnitId unit, Collection<MatterId> some) {
        return db.in(unit, """
                        SELECT m.matter_id FROM matter.matters m
                        WHERE m.unit_id = :unit AND m.matter_id = ANY(:some::uuid[])
                          AND (EXISTS (SELECT FROM matter.askers a
                                   WHERE a.unit_id = :unit AND a.matter_id = m.matter_id)
                               OR EXISTS (SELECT FROM matter.concerned c
                                   WHERE c.unit_id = :unit AND c.matter_id = m.matter_id)
                               OR EXISTS (SELECT FROM matter.receipts r
                                   WHERE r.unit_id = :unit AND r.matter_id = m.matter_id))
                        """).bind("some", some).list(MatterId.class);
    }

    void answer(Scope scope, UUID id, boolean agreed, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.merger_answers (unit_id, merger_id, agreed, recorded_at, account_id)
                        VALUES (:unit, :id, :agreed, :now, :account)
                        """)
                .bind("id", id)
                .bind("agreed", agreed)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** Closes one that is held, in the state in which it was: nobody has it any more, and nothing is due. */
    void close(UnitId unit, MatterId matter) {
        db.in(unit, """
                        UPDATE matter.matters
                        SET open = false, closed_on = :today, named_id = NULL, posts = '{}', barred = '{}', raised = 0,
                            owner_id = NULL, vacant = false, due_on = NULL, provisional = false
                        WHERE unit_id = :unit AND matter_id = :matter
                        """).bind("today", days.today()).bind("matter", matter).run();
    }

    /** Lets those who were about the closed one see the one that goes on. */
    void join(UnitId unit, MatterId into, MatterId merged) {
        db.in(unit, """
                        UPDATE matter.matters m SET involved = m.involved || d.involved
                        FROM matter.matters d
                        WHERE m.unit_id = :unit AND m.matter_id = :matter
                          AND d.unit_id = :unit AND d.matter_id = :merged
                        """).bind("matter", into).bind("merged", merged).run();
    }

    /** The mergers that a matter is or was to be part of, the latest first. */
    List<Merger> of(Scope scope, MatterId matter, int limit) {
        return db.in(scope.unit(), """
                        SELECT g.merger_id, g.matter_id = :matter AS out, m.matter_id, m.version_id, m.title, m.state,
                               NOT m.open AS closed, coalesce(m.due_on, m.closed_on) AS day, g.reason,
                               g.account_id AS account, m.involved && r.ids AS seen, a.agreed
                        FROM matter.mergers g
                        LEFT JOIN matter.merger_answers a ON a.unit_id = :unit AND a.merger_id = g.merger_id
                        JOIN matter.matters m ON m.unit_id = :unit
                            AND m.matter_id = CASE WHEN g.matter_id = :matter THEN g.into_id ELSE g.matter_id END
                        CROSS JOIN (SELECT array_agg(organization_id) AS ids
                            FROM organization.reach(:unit, :top, :today)) r
                        WHERE g.unit_id = :unit AND (g.matter_id = :matter OR g.into_id = :matter)
                        ORDER BY g.merger_id DESC LIMIT :limit
                        """)
                .bind("matter", matter)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("limit", limit)
                .list(Merger.class);
    }
}
