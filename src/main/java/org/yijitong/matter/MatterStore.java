package org.yijitong.matter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Writes matters: an event and all that follows from it are one statement. */
@Component
class MatterStore {
    private static final String ROW = """
            SELECT m.matter_id, m.version_id, m.flow, m.host_id, m.origin, m.title, m.begun_on, m.revision, m.state,
                   NOT m.open AS closed, m.entered_on, m.closed_on, m.named_id,
                   array_remove(m.posts, 'judge') AS posts, 'judge' = ANY(m.posts) AS judges, m.barred, m.owner_id,
                   m.vacant, m.due_on, m.provisional, m.reopened, m.raised, m.late, m.known::text AS known,
            """;

    private static final String FOUND = ROW + """
                   r.within,
                   s.person_id AS self,
                   EXISTS (SELECT FROM organization.v_appointments a
                       WHERE a.unit_id = :unit AND a.organization_id = m.owner_id AND a.person_id = s.person_id
                         AND a.valid_from <= :today AND a.valid_to > :today
                         AND (a.post = ANY(m.posts) OR (m.owner_id <> m.named_id
                             AND a.post IN ('secretary', 'deputy_secretary', 'full_time_deputy_secretary'))))
                     OR ('judge' = ANY(m.posts) AND EXISTS (SELECT FROM access.v_grants g
                       WHERE g.unit_id = :unit AND g.account_id = :account AND g.organization_id = m.owner_id
                         AND g.role = 'judge' AND g.valid_from <= :today AND g.valid_to > :today)) AS holds,
                   EXISTS (SELECT FROM matter.parts p JOIN matter.matters c ON c.unit_id = :unit
                        AND c.matter_id = p.part_id
                       WHERE p.unit_id = :unit AND p.parent_id = m.matter_id AND c.open
                         AND NOT EXISTS (SELECT FROM matter.part_releases l
                             WHERE l.unit_id = :unit AND l.part_id = p.part_id)) AS parts,
                   EXISTS (SELECT FROM matter.mergers g JOIN matter.merger_answers a ON a.unit_id = :unit
                        AND a.merger_id = g.merger_id AND a.agreed
                       WHERE g.unit_id = :unit AND g.into_id = m.matter_id) AS joined,
                   EXISTS (
                       WITH RECURSIVE entry AS (
                           SELECT c.person_id FROM matter.concerned c
                           WHERE c.unit_id = :unit AND c.matter_id = m.matter_id
                           UNION
                           SELECT g.merged_into FROM entry e
                           JOIN organization.v_mergers g ON g.unit_id = :unit AND g.person_id = e.person_id
                       )
                       SELECT FROM entry e WHERE e.person_id = s.person_id) AS concerned
            FROM matter.matters m
            CROSS JOIN LATERAL (SELECT coalesce(bool_or(i.organization_id = m.owner_id), false) AS within, count(*) > 0 AS seen
                FROM organization.reach(:unit, :top, :today) i WHERE i.organization_id = ANY(m.involved)) r
            LEFT JOIN access.self(:unit, :account) s ON true
            WHERE m.unit_id = :unit AND m.matter_id = :matter AND r.seen
            """;

    private static final String MERGED = """
            WITH RECURSIVE merged AS (
                SELECT g.matter_id FROM matter.mergers g
                JOIN matter.merger_answers a ON a.unit_id = :unit AND a.merger_id = g.merger_id AND a.agreed
                WHERE g.unit_id = :unit AND g.into_id = :into
                UNION
                SELECT g.matter_id FROM merged d
                JOIN matter.mergers g ON g.unit_id = :unit AND g.into_id = d.matter_id
                JOIN matter.merger_answers a ON a.unit_id = :unit AND a.merger_id = g.merger_id AND a.agreed
            )
            """;

    private static final String UNDER = ROW + """
                   true AS within, NULL::uuid AS self, false AS holds, false AS parts, false AS joined, false AS concerned
            FROM matter.matters m
            WHERE m.unit_id = :unit AND m.version_id = :version AND m.due_on IS NOT NULL
            ORDER BY m.matter_id LIMIT :limit
            """;

    private static final String CHANGED = """
            WITH changed AS (
                SELECT * FROM jsonb_to_recordset(:standing::jsonb) AS r(matter_id uuid, revision int, state text,
                    closed boolean, entered_on date, closed_on date, named_id uuid, posts text[], barred uuid[],
                    raised int, due_on date, provisional boolean, reopened int, known text, involved uuid[],
                    late boolean)
            ), happened AS (
                SELECT * FROM jsonb_to_recordset(:happened::jsonb) AS r(matter_id uuid, step text, answers text,
                    recorded_at timestamptz, account_id uuid, person_id uuid, actor_id uuid, on_behalf boolean,
                    once_key text, tokens text[])
            ), owner AS (
                SELECT r.matter_id, coalesce(o.owner_id, r.named_id) AS owner_id, coalesce(o.vacant, false) AS vacant
                FROM changed r
                LEFT JOIN LATERAL matter.owner(:unit, r.named_id, r.posts, r.barred, r.raised, :today) o
                    ON r.named_id IS NOT NULL
            ), now AS (
            """;

    /** Those who were about matters that were merged into one go on seeing it. */
    private static final String OF_MERGED = """
            || coalesce((SELECT array_agg(DISTINCT x.id) FROM matter.mergers g
                JOIN matter.merger_answers a ON a.unit_id = :unit AND a.merger_id = g.merger_id AND a.agreed
                JOIN matter.matters d ON d.unit_id = :unit AND d.matter_id = g.matter_id
                CROSS JOIN LATERAL unnest(d.involved) AS x(id)
                WHERE g.unit_id = :unit AND g.into_id = m.matter_id), '{}')
            """;

    private static final String NOTED = """
            ), found AS (
                INSERT INTO matter.tokens (unit_id, token, matter_id)
                SELECT :unit, t.token, n.matter_id
                FROM now n JOIN happened h ON h.matter_id = n.matter_id CROSS JOIN LATERAL unnest(h.tokens) AS t(token)
                ON CONFLICT DO NOTHING
            ), noted AS (
                INSERT INTO matter.events (unit_id, matter_id, place, kind, step, state, answers, owner_id, due_on,
                    vacant, late, recorded_at, account_id, person_id, actor_id, on_behalf, once_key)
                SELECT :unit, n.matter_id, n.place, :kind, h.step, r.state, h.answers::jsonb, n.owner_id, r.due_on,
                       n.vacant, r.late, h.recorded_at, h.account_id, h.person_id, h.actor_id, h.on_behalf, h.once_key
                FROM now n JOIN changed r ON r.matter_id = n.matter_id JOIN happened h ON h.matter_id = n.matter_id
                RETURNING matter_id, place, kind, state, recorded_at, account_id
            )
            SELECT notice.tell(:unit, jsonb_agg(jsonb_build_object('subject', e.matter_id, 'place', e.place,
                'kind', e.kind, 'flow', n.flow, 'version', v.number, 'before', b.state, 'state', e.state,
                'closed', NOT n.open, 'at', e.recorded_at, 'quiet', e.account_id = :caller::uuid OR EXISTS (
                    SELECT FROM matter.askers a WHERE a.unit_id = :unit AND a.matter_id = e.matter_id))))
            FROM noted e JOIN now n ON n.matter_id = e.matter_id JOIN matter.flow_versions v ON v.version_id = n.version_id
            LEFT JOIN matter.events b ON b.unit_id = :unit AND b.matter_id = e.matter_id AND b.place = e.place - 1
            """;

    private final Db db;
    private final Days days;

    MatterStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** A matter that the scope may see. */
    Optional<MatterRow> find(Scope scope, MatterId matter) {
        return db.byKey(scope.unit(), FOUND)
                .bind("matter", matter)
                .bind("account", scope.account())
                .bind("top", scope.top())
                .bind("today", days.today())
                .first(MatterRow.class);
    }

    /** The same, held until the transaction ends: of two who act the second sees what the first did. */
    Optional<MatterRow> hold(Scope scope, MatterId matter) {
        return db.byKey(scope.unit(), FOUND + "FOR UPDATE OF m")
                .bind("matter", matter)
                .bind("account", scope.account())
                .bind("top", scope.top())
                .bind("today", days.today())
                .first(MatterRow.class);
    }

    /** The step that an account took under a key, if it did. */
    Optional<String> under(Scope scope, MatterId matter, String key) {
        return db.byKey(scope.unit(), """
                        SELECT step FROM matter.events
                        WHERE unit_id = :unit AND matter_id = :matter AND account_id = :account AND once_key = :key
                        LIMIT 1
                        """)
                .bind("matter", matter)
                .bind("account", scope.account())
                .bind("key", key)
                .first(String.class);
    }

    /** What a matter is begun with. */
    record Begun(
            UUID versionId,
            String flow,
            OrganizationId host,
            @Nullable String origin,
            String title) {}

    void begin(Scope scope, Begun begun, Change change) {
        db.byKey(scope.unit(), CHANGED + """
                        INSERT INTO matter.matters (unit_id, matter_id, version_id, flow, host_id, origin, title,
                            begun_on, recorded_at, account_id, revision, place, state, open, entered_on, closed_on,
                            named_id, posts, barred, raised, owner_id, vacant, due_on, provisional, reopened, late,
                            known, involved)
                        SELECT :unit, r.matter_id, :version, :flow, :host, :origin, :title, r.entered_on,
                               h.recorded_at, h.account_id, 1, 1, r.state, NOT r.closed, r.entered_on, r.closed_on,
                               r.named_id, r.posts, r.barred, r.raised, o.owner_id, o.vacant, r.due_on, r.provisional,
                               r.reopened, 0, r.known::jsonb, r.involved || array_remove(ARRAY[o.owner_id], NULL)
                        FROM changed r
                        JOIN happened h ON h.matter_id = r.matter_id
                        JOIN owner o ON o.matter_id = r.matter_id
                        RETURNING matter_id, place, owner_id, vacant, flow, version_id, open
                        """ + NOTED)
                .rows("standing", List.of(change.standing()))
                .rows("happened", List.of(change.happened()))
                .bind("version", begun.versionId())
                .bind("flow", begun.flow())
                .bind("host", begun.host())
                .bind("origin", begun.origin())
                .bind("title", begun.title())
                .bind("kind", MatterEvent.Kind.BEGUN)
                .bind("today", days.today())
                .bind("caller", Act.CALLER)
                .one(Integer.class);
    }

    /** Moves on those on which nobody moved on meanwhile; how many these are. */
    int step(UnitId unit, Collection<Change> changes) {
        return db.byKey(unit, CHANGED + """
                        UPDATE matter.matters m
                        SET revision = m.revision + 1, place = m.place + 1, state = r.state, open = NOT r.closed,
                            entered_on = r.entered_on, closed_on = r.closed_on, named_id = r.named_id,
                            posts = r.posts, barred = r.barred, raised = r.raised, owner_id = o.owner_id,
                            vacant = o.vacant, due_on = r.due_on, provisional = r.provisional, reopened = r.reopened,
                            late = m.late + r.late::int, known = r.known::jsonb, involved = r.involved || array_remove(ARRAY[o.owner_id], NULL)
                        """ + OF_MERGED + """
                        FROM changed r JOIN owner o ON o.matter_id = r.matter_id
                        WHERE m.unit_id = :unit AND m.matter_id = r.matter_id AND m.revision = r.revision
                        RETURNING m.matter_id, m.place, m.owner_id, m.vacant, m.flow, m.version_id, m.open
                        """ + NOTED)
                .rows("standing", changes.stream().map(Change::standing).toList())
                .rows("happened", changes.stream().map(Change::happened).toList())
                .bind("kind", MatterEvent.Kind.STEP)
                .bind("today", days.today())
                .bind("caller", Act.CALLER)
                .one(Integer.class);
    }

    /** The matters of a unit under a version of their flow, on which something is due. */
    List<MatterRow> under(UnitId unit, UUID version, int limit) {
        return db.in(unit, UNDER).bind("version", version).bind("limit", limit).list(MatterRow.class);
    }

    /** The same, held until the transaction ends. */
    List<MatterRow> holdUnder(UnitId unit, UUID version, int limit) {
        return db.in(unit, UNDER + "FOR UPDATE OF m")
                .bind("version", version)
                .bind("limit", limit)
                .list(MatterRow.class);
    }

    /** Puts matters that are held under another version; how many. A page that was read before no longer holds. */
    int move(UnitId unit, UUID version, Collection<Change> changes) {
        return db.in(unit, CHANGED + """
                        UPDATE matter.matters m
                        SET version_id = :version, revision = m.revision + 1, place = m.place + 1, state = r.state,
                            named_id = r.named_id, posts = r.posts, barred = r.barred, raised = r.raised,
                            owner_id = o.owner_id, vacant = o.vacant, due_on = r.due_on, provisional = r.provisional,
                            involved = r.involved || array_remove(ARRAY[o.owner_id], NULL)
                        """ + OF_MERGED + """
                        FROM changed r JOIN owner o ON o.matter_id = r.matter_id
                        WHERE m.unit_id = :unit AND m.matter_id = r.matter_id AND m.revision = r.revision
                        RETURNING m.matter_id, m.place, m.owner_id, m.vacant, m.flow, m.version_id, m.open
                        """ + NOTED)
                .rows("standing", changes.stream().map(Change::standing).toList())
                .rows("happened", changes.stream().map(Change::happened).toList())
                .bind("version", version)
                .bind("kind", MatterEvent.Kind.MIGRATED)
                .bind("today", days.today())
                .bind("caller", Act.CALLER)
                .one(Integer.class);
    }

    /** Some that are tied to one that is held, held in the order of their ids. */
    List<MatterRow> holdSome(UnitId unit, Collection<MatterId> some) {
        return db.in(unit, ROW + """
                        true AS within, NULL::uuid AS self, false AS holds, false AS parts, false AS joined, false AS concerned
                        FROM matter.matters m
                        WHERE m.unit_id = :unit AND m.matter_id = ANY(:some::uuid[])
                        ORDER BY m.matter_id LIMIT 200
                        FOR UPDATE OF m
                        """).bind("some", some).list(MatterRow.class);
    }

    /** One of any reach, held: only for what somebody within reach of it asked before. */
    Optional<MatterRow> holdAny(UnitId unit, MatterId matter) {
        return db.in(unit, ROW + """
                        false AS within, NULL::uuid AS self, false AS holds, EXISTS (SELECT FROM matter.parts p
                            JOIN matter.matters c ON c.unit_id = :unit AND c.matter_id = p.part_id
                           WHERE p.unit_id = :unit AND p.parent_id = m.matter_id AND c.open
                             AND NOT EXISTS (SELECT FROM matter.part_releases l
                                 WHERE l.unit_id = :unit AND l.part_id = p.part_id)) AS parts, false AS joined, false AS concerned
                        FROM matter.matters m
                        WHERE m.unit_id = :unit AND m.matter_id = :matter
                        FOR UPDATE OF m
                        """).bind("matter", matter).first(MatterRow.class);
    }

    /** Those that were merged into one, and into those, however many times. */
    List<MatterRow> joined(UnitId unit, MatterId into) {
        return db.in(unit, MERGED + ROW + """
                        false AS within, NULL::uuid AS self, false AS holds, false AS parts, false AS joined, false AS concerned
                        FROM merged d JOIN matter.matters m ON m.unit_id = :unit AND m.matter_id = d.matter_id
                        WHERE m.unit_id = :unit
                        ORDER BY m.matter_id LIMIT 100
                        """).bind("into", into).list(MatterRow.class);
    }
}
