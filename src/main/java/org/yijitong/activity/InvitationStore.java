package org.yijitong.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Invitations among the rows of the unit that is asked, and answers among those of both. */
@Component
class InvitationStore {
    private static final String SHOWN = """
            SELECT i.invitation_id, i.host_unit_id, i.record_id, u.name AS unit_name, i.host_name, i.name, i.held_on, i.title, i.kinds,
                   i.withdrawn, (SELECT o.organization_id FROM organization.v_organizations o
                       WHERE o.unit_id = :unit AND i.name IN (o.name, o.short_name)
                         AND o.valid_from <= i.held_on AND o.valid_to > i.held_on
                         AND o.organization_id IN (SELECT organization_id
                             FROM organization.reach(:unit, :top, :today))
                       ORDER BY o.position, o.organization_id LIMIT 1) AS organization_id,
                   a.invitation_id IS NOT NULL AS answered
            FROM activity.invitations i
            JOIN organization.v_unit_heads u ON u.unit_id = i.host_unit_id
            LEFT JOIN activity.answers a ON a.unit_id = :unit AND a.invitation_id = i.invitation_id
            WHERE i.unit_id = :unit
              AND (EXISTS (SELECT FROM organization.v_organizations t
                      WHERE t.unit_id = :unit AND t.organization_id = :top AND t.superior_id IS NULL)
                  OR a.organization_id = :top
                  OR EXISTS (SELECT FROM organization.v_organizations o
                      WHERE o.unit_id = :unit AND i.name IN (o.name, o.short_name)
                        AND o.organization_id IN (SELECT organization_id
                            FROM organization.reach(:unit, :top, :today))))
            """;
    private static final String OPEN = """
              AND a.invitation_id IS NULL AND NOT i.withdrawn
            ORDER BY i.held_on, i.invitation_id LIMIT 50
            """;
    private static final String ONE = "  AND i.invitation_id = :invitation\n";

    private final Db db;
    private final Days days;
    private final JsonMapper json;

    InvitationStore(Db db, Days days, JsonMapper json) {
        this.db = db;
        this.days = days;
        this.json = json;
    }

    List<Invitation> open(Scope scope) {
        return db.in(scope.unit(), SHOWN + OPEN)
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(Invitation.class);
    }

    Optional<Invitation> find(Scope scope, UUID invitation) {
        return db.in(scope.unit(), SHOWN + ONE)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("invitation", invitation)
                .first(Invitation.class);
    }

    /** What the ledger of the unit is to be told, beside the numbers of its own people. */
    Map<String, Object> fields(UnitId unit, UUID invitation) {
        String fields = db.in(unit, """
                        SELECT fields::text FROM activity.invitations
                        WHERE unit_id = :unit AND invitation_id = :invitation
                        """).bind("invitation", invitation).one(String.class);
        return json.readerForMapOf(Object.class)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValue(fields);
    }

    /** Asks those named, anew or once more, and no longer those not named. */
    void send(UnitId unit, UnitId host, RecordId record, String hostName, Draft draft, Set<String> names) {
        db.in(unit, """
                        WITH gone AS (
                            UPDATE activity.invitations SET withdrawn = true
                            WHERE unit_id = :unit AND record_id = :record AND NOT name = ANY(:names::text[])
                        )
                        INSERT INTO activity.invitations (unit_id, invitation_id, host_unit_id, record_id, host_name,
                            name, held_on, title, kinds, fields)
                        SELECT :unit, gen_random_uuid(), :host, :record, :hostName, name, :day, :title,
                               :kinds::text[], :fields::jsonb
                        FROM unnest(:names::text[]) AS name
                        ON CONFLICT (unit_id, record_id, name) DO UPDATE
                        SET host_name = excluded.host_name, held_on = excluded.held_on, title = excluded.title,
                            kinds = excluded.kinds, fields = excluded.fields, withdrawn = false
                        """)
                .bind("host", host)
                .bind("record", record)
                .bind("hostName", hostName)
                .bind("names", names)
                .bind("day", draft.occasion().day())
                .bind("title", draft.subject())
                .bind("kinds", draft.occasion().kinds())
                .bind("fields", json.writeValueAsString(ActivityFacts.common(draft)))
                .run();
    }

    void takeBack(UnitId unit, RecordId record) {
        db.in(unit, """
                        UPDATE activity.invitations SET withdrawn = true
                        WHERE unit_id = :unit AND record_id = :record
                        """).bind("record", record).run();
    }

    record Confirmed(
            UUID invitationId,
            OrganizationId organizationId,
            LocalDate heldOn,
            boolean withdrawn,
            List<PersonId> absent) {}

    List<Confirmed> confirmed(UnitId unit, RecordId record) {
        return db.in(unit, """
                        SELECT i.invitation_id, a.organization_id, i.held_on, i.withdrawn, a.absent
                        FROM activity.invitations i
                        JOIN activity.answers a ON a.unit_id = :unit AND a.invitation_id = i.invitation_id
                        WHERE i.unit_id = :unit AND i.record_id = :record AND a.organization_id IS NOT NULL
                        LIMIT 20
                        """).bind("record", record).list(Confirmed.class);
    }

    /** Whether nobody had answered before. */
    boolean answer(
            Scope scope,
            UUID invitation,
            @Nullable OrganizationId organization,
            Collection<PersonId> absent,
            Instant now) {
        return db.in(scope.unit(), """
                        INSERT INTO activity.answers (unit_id, invitation_id, organization_id, absent, recorded_at,
                            account_id)
                        VALUES (:unit, :invitation, :organization, :absent::uuid[], :now, :account)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("invitation", invitation)
                        .bind("organization", organization)
                        .bind("absent", absent)
                        .bind("now", now)
                        .bind("account", scope.account())
                        .run()
                == 1;
    }

    /** Writes the answer among the rows of the host, whose record shows it. */
    void tellHost(UnitId guest, Invitation invitation, boolean tookPart, Instant now) {
        db.in(invitation.hostUnitId(), """
                        INSERT INTO activity.guest_answers (unit_id, record_id, guest_unit_id, name, took_part,
                            recorded_at)
                        VALUES (:unit, :record, :guest, :name, :part, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("record", invitation.recordId())
                .bind("guest", guest)
                .bind("name", invitation.name())
                .bind("part", tookPart)
                .bind("now", now)
                .run();
    }

    record GuestAnswer(UnitId guestUnitId, String name, boolean tookPart) {}

    List<GuestAnswer> answers(UnitId unit, RecordId record) {
        return db.in(unit, """
                        SELECT guest_unit_id, name, took_part FROM activity.guest_answers
                        WHERE unit_id = :unit AND record_id = :record
                        """).bind("record", record).list(GuestAnswer.class);
    }
}
