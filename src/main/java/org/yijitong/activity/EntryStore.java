package org.yijitong.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Reads all that versions of some records say; each statement reads one part of all of them. */
@Component
class EntryStore {
    private final Db db;

    EntryStore(Db db) {
        this.db = db;
    }

    /** Which version of which record. */
    record Key(RecordId recordId, int revision) {}

    record Told(
            RecordId recordId,
            int revision,
            Instant recordedAt,
            UUID accountId,
            @Nullable String reason,
            boolean withdrawn,
            LocalDate heldOn,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            String place,
            String title,
            List<ActivityKind> kinds,
            String minutes,
            String others,
            Draft.@Nullable Lecturer lecturer,
            @Nullable BigDecimal hours,
            @Nullable Integer problems) {}

    List<Told> versions(UnitId unit, Collection<Key> keys) {
        return db.in(unit, """
                        SELECT v.record_id, v.revision, v.recorded_at, v.account_id, v.reason, v.withdrawn, v.held_on,
                               v.starts_at, v.ends_at, v.place, v.title, v.kinds, v.minutes, v.others, v.lecturer,
                               v.hours, v.problems
                        FROM jsonb_to_recordset(:keys::jsonb) AS k(record_id uuid, revision int)
                        JOIN activity.versions v ON v.unit_id = :unit AND v.record_id = k.record_id
                            AND v.revision = k.revision
                        """).rows("keys", keys).list(Told.class);
    }

    record Side(
            RecordId recordId,
            OrganizationId organizationId,
            String name,
            int expected,
            int present,
            int observers,
            boolean told) {
        Entry.SideCount count() {
            return new Entry.SideCount(organizationId, name, expected, present, observers, told);
        }
    }

    /** Each organization as it was called on the day. */
    List<Side> sides(UnitId unit, Collection<Key> keys) {
        return db.in(unit, """
                        SELECT s.record_id, s.organization_id, coalesce(o.short_name, o.name, '') AS name, s.expected,
                               s.present, s.observers, s.told
                        FROM jsonb_to_recordset(:keys::jsonb) AS k(record_id uuid, revision int)
                        JOIN activity.sides s ON s.unit_id = :unit AND s.record_id = k.record_id
                            AND s.revision = k.revision
                        JOIN activity.versions v ON v.unit_id = :unit AND v.record_id = k.record_id
                            AND v.revision = k.revision
                        LEFT JOIN organization.v_organizations o ON o.unit_id = :unit
                            AND o.organization_id = s.organization_id AND o.valid_from <= v.held_on
                            AND o.valid_to > v.held_on
                        ORDER BY s.record_id, s.position
                        """).rows("keys", keys).list(Side.class);
    }

    record Part(
            RecordId recordId,
            PersonId personId,
            String name,
            String part,
            @Nullable String cause,
            @Nullable String note) {}

    List<Part> parts(UnitId unit, Collection<Key> keys) {
        return db.in(unit, """
                        SELECT x.record_id, x.person_id, p.name, x.part, x.cause, x.note
                        FROM jsonb_to_recordset(:keys::jsonb) AS k(record_id uuid, revision int)
                        JOIN activity.parts x ON x.unit_id = :unit AND x.record_id = k.record_id
                            AND x.revision = k.revision
                        JOIN organization.v_people_names p ON p.unit_id = :unit AND p.person_id = x.person_id
                        ORDER BY x.record_id, p.name, x.person_id
                        """).rows("keys", keys).list(Part.class);
    }

    record Point(RecordId recordId, String subject, boolean study) {}

    List<Point> agenda(UnitId unit, Collection<Key> keys) {
        return db.in(unit, """
                        SELECT a.record_id, a.subject, a.study
                        FROM jsonb_to_recordset(:keys::jsonb) AS k(record_id uuid, revision int)
                        JOIN activity.agenda_items a ON a.unit_id = :unit AND a.record_id = k.record_id
                            AND a.revision = k.revision
                        ORDER BY a.record_id, a.position
                        """).rows("keys", keys).list(Point.class);
    }

    record Resolution(
            RecordId recordId,
            String subject,
            @Nullable PersonId ownerId,
            @Nullable String name,
            @Nullable LocalDate dueOn) {}

    List<Resolution> decisions(UnitId unit, Collection<Key> keys) {
        return db.in(unit, """
                        SELECT d.record_id, d.subject, d.owner_id, p.name, d.due_on
                        FROM jsonb_to_recordset(:keys::jsonb) AS k(record_id uuid, revision int)
                        JOIN activity.decisions d ON d.unit_id = :unit AND d.record_id = k.record_id
                            AND d.revision = k.revision
                        LEFT JOIN organization.v_people_names p ON p.unit_id = :unit AND p.person_id = d.owner_id
                        ORDER BY d.record_id, d.position
                        """).rows("keys", keys).list(Resolution.class);
    }

    record GuestRow(RecordId recordId, UnitId guestUnitId, String unitName, String name) {}

    List<GuestRow> guests(UnitId unit, Collection<Key> keys) {
        return db.in(unit, """
                        SELECT g.record_id, g.guest_unit_id, u.name AS unit_name, g.name
                        FROM jsonb_to_recordset(:keys::jsonb) AS k(record_id uuid, revision int)
                        JOIN activity.guests g ON g.unit_id = :unit AND g.record_id = k.record_id
                            AND g.revision = k.revision
                        JOIN organization.v_unit_heads u ON u.unit_id = g.guest_unit_id
                        ORDER BY g.record_id, g.position
                        """).rows("keys", keys).list(GuestRow.class);
    }
}
