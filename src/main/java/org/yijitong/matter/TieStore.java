package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
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

/** The statements over calls that are tied to a leading one. */
@Component
class TieStore {
    private static final String IN_FORCE = """
            NOT EXISTS (SELECT FROM matter.tie_ends d WHERE d.unit_id = :unit AND d.tie_id = t.tie_id)
            """;

    private final Db db;
    private final Days days;

    TieStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    void tie(Scope scope, UUID tie, MatterId matter, MatterId leading, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.ties (unit_id, tie_id, matter_id, leading_id, recorded_at, account_id)
                        VALUES (:unit, :tie, :matter, :leading, :now, :account)
                        """)
                .bind("tie", tie)
                .bind("matter", matter)
                .bind("leading", leading)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** To which one a matter is tied. */
    Optional<MatterId> leading(UnitId unit, MatterId matter) {
        return db.in(unit, """
                        SELECT t.leading_id FROM matter.ties t
                        WHERE t.unit_id = :unit AND t.matter_id = :matter AND
                        """ + IN_FORCE).bind("matter", matter).first(MatterId.class);
    }

    /** Those tied to one, in the order in which they were begun. */
    List<MatterId> tied(UnitId unit, MatterId leading) {
        return db.in(unit, """
                        SELECT t.matter_id FROM matter.ties t
                        WHERE t.unit_id = :unit AND t.leading_id = :leading AND
                        """ + IN_FORCE + "ORDER BY t.matter_id LIMIT 200")
                .bind("leading", leading)
                .list(MatterId.class);
    }

    /** How a tie ends. */
    enum How {
        ANSWERED,
        UNTIED,
        /** The leading one was closed without an answer. */
        LEFT
    }

    /** Ends the ties of matters that are held. */
    void end(Scope scope, Collection<MatterId> matters, How how, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.tie_ends (unit_id, tie_id, how, recorded_at, account_id)
                        SELECT :unit, t.tie_id, :how, :now, :account FROM matter.ties t
                        WHERE t.unit_id = :unit AND t.matter_id = ANY(:matters::uuid[]) AND
                        """ + IN_FORCE)
                .bind("matters", matters)
                .bind("how", how)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** Until when a matter is due that goes with another one, or no longer does; {@code told} as JSON. */
    record Due(MatterId matterId, LocalDate dueOn, String told) {}

    /** What is noted of them. */
    record Note(MatterEvent.Kind kind, @Nullable UUID person, Instant now) {}

    /** Moves the deadlines of matters that are held; pages of them that were read before no longer hold. */
    void due(Scope scope, Collection<Due> dues, Note note) {
        db.in(scope.unit(), """
                        WITH changed AS (
                            SELECT * FROM jsonb_to_recordset(:dues::jsonb) AS r(matter_id uuid, due_on date, told text)
                        ), moved AS (
                            UPDATE matter.matters m
                            SET place = m.place + 1, revision = m.revision + 1, due_on = r.due_on, provisional = false
                            FROM changed r
                            WHERE m.unit_id = :unit AND m.matter_id = r.matter_id AND m.due_on IS NOT NULL
                            RETURNING m.matter_id, m.place, m.state, m.owner_id, m.due_on, m.vacant
                        )
                        INSERT INTO matter.events (unit_id, matter_id, place, kind, step, state, answers, owner_id,
                            due_on, vacant, late, recorded_at, account_id, person_id, actor_id, on_behalf, once_key)
                        SELECT :unit, n.matter_id, n.place, :kind, '', n.state, r.told::jsonb, n.owner_id, n.due_on,
                               n.vacant, false, :now, :account, :person::uuid, :actor, false, ''
                        FROM moved n JOIN changed r ON r.matter_id = n.matter_id
                        """)
                .rows("dues", dues)
                .bind("kind", note.kind())
                .bind("now", note.now())
                .bind("account", scope.account())
                .bind("person", note.person())
                .bind("actor", scope.top())
                .run();
    }

    /** A matter that another one may be tied to, or is. */
    record Line(MatterId matterId, String title, LocalDate begunOn, boolean seen) {}

    /** To which open ones in reach a matter may be tied: of the same host and version, not answered yet, tied to none. */
    List<Line> candidates(Scope scope, Matter matter, String step, int limit) {
        return db.in(scope.unit(), """
                        SELECT m.matter_id, m.title, m.begun_on, true AS seen FROM matter.matters m
                        WHERE m.unit_id = :unit AND m.version_id = :version AND m.host_id = :host AND m.open
                          AND m.involved && (SELECT array_agg(organization_id)
                              FROM organization.reach(:unit, :top, :today))
                          AND m.matter_id <> :matter AND NOT jsonb_exists(m.known -> 'done', :step)
                          AND NOT EXISTS (SELECT FROM matter.ties t
                              WHERE t.unit_id = :unit AND t.matter_id = m.matter_id AND
                        """ + IN_FORCE + ") ORDER BY m.matter_id DESC LIMIT :limit")
                .bind("version", matter.versionId())
                .bind("host", matter.hostId())
                .bind("matter", matter.matterId())
                .bind("step", step)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("limit", limit)
                .list(Line.class);
    }

    /** What is shown of some matters; of those out of reach nothing but that they are there. */
    List<Line> lines(Scope scope, Collection<MatterId> matters) {
        return db.in(scope.unit(), """
                        SELECT m.matter_id, m.title, m.begun_on, m.involved && r.ids AS seen
                        FROM matter.matters m
                        CROSS JOIN (SELECT array_agg(organization_id) AS ids
                            FROM organization.reach(:unit, :top, :today)) r
                        WHERE m.unit_id = :unit AND m.matter_id = ANY(:matters::uuid[])
                        ORDER BY m.matter_id LIMIT 200
                        """)
                .bind("matters", matters)
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(Line.class);
    }
}
