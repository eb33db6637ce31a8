package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statements over what happened to matters, but for the steps that are taken. */
@Component
class EventStore {
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final Db db;

    EventStore(Db db) {
        this.db = db;
    }

    /**
     * What happened and is no step.
     *
     * @param overtakes whether a page that was read before no longer holds
     * @param answers as JSON
     */
    record Note(
            MatterEvent.Kind kind,
            boolean overtakes,
            String answers,
            @Nullable UUID person,
            Instant now) {}

    /** Adds it to a matter that is held, which stays as it is. */
    void add(Scope scope, MatterId matter, Note note) {
        db.byKey(scope.unit(), """
                        WITH now AS (
                            UPDATE matter.matters m
                            SET place = m.place + 1, revision = m.revision + CASE WHEN :overtakes THEN 1 ELSE 0 END
                            WHERE m.unit_id = :unit AND m.matter_id = :matter
                            RETURNING m.place, m.state, m.owner_id, m.due_on, m.vacant, m.flow, m.version_id, m.open
                        ), noted AS (
                            INSERT INTO matter.events (unit_id, matter_id, place, kind, step, state, answers, owner_id,
                                due_on, vacant, late, recorded_at, account_id, person_id, actor_id, on_behalf, once_key)
                            SELECT :unit, :matter, place, :kind, '', state, :answers::jsonb, owner_id, due_on, vacant,
                                   false, :now, :account, :person::uuid, :actor, false, ''
                            FROM now
                            RETURNING kind
                        )
                        SELECT notice.tell(:unit, jsonb_agg(jsonb_build_object('subject', :matter::uuid, 'place', n.place,
                            'kind', e.kind, 'flow', n.flow, 'version', v.number, 'before', n.state, 'state', n.state,
                            'closed', NOT n.open, 'at', :now::timestamptz, 'quiet', EXISTS (
                                SELECT FROM matter.askers a WHERE a.unit_id = :unit AND a.matter_id = :matter::uuid))))
                        FROM noted e
                        CROSS JOIN now n
                        JOIN matter.flow_versions v ON v.version_id = n.version_id
                        """)
                .bind("matter", matter)
                .bind("overtakes", note.overtakes())
                .bind("kind", note.kind())
                .bind("answers", note.answers())
                .bind("now", note.now())
                .bind("account", scope.account())
                .bind("person", note.person())
                .bind("actor", scope.top())
                .one(Integer.class);
    }

    /** An event as it is stored; {@code answers} as JSON. */
    record Row(
            MatterId matterId,
            int place,
            MatterEvent.Kind kind,
            String step,
            String state,
            String answers,
            @Nullable OrganizationId ownerId,
            @Nullable LocalDate dueOn,
            boolean vacant,
            boolean late,
            Instant recordedAt,
            @Nullable UUID accountId,
            @Nullable OrganizationId actorId,
            boolean onBehalf) {
        MatterEvent event(JsonMapper json) {
            return new MatterEvent(
                    place,
                    kind,
                    step,
                    state,
                    json.readValue(answers, ANSWERS),
                    ownerId,
                    dueOn,
                    vacant,
                    late,
                    recordedAt,
                    accountId,
                    actorId,
                    onBehalf);
        }
    }

    /** What happened to some matters, of each the latest first. */
    List<Row> of(UnitId unit, Collection<MatterId> matters, int limit) {
        return db.in(unit, """
                        SELECT matter_id, place, kind, step, state, answers::text AS answers, owner_id, due_on, vacant,
                               late, recorded_at, account_id, actor_id, on_behalf
                        FROM matter.events WHERE unit_id = :unit AND matter_id = ANY(:matters::uuid[])
                        ORDER BY matter_id, place DESC LIMIT :limit
                        """).bind("matters", matters).bind("limit", limit).list(Row.class);
    }
}
