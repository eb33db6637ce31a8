package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Who holds which post, over both times, and the terms of office they were elected for. */
@Component
class AppointmentStore {
    private final Db db;

    AppointmentStore(Db db) {
        this.db = db;
    }

    record Version(
            UUID appointmentId,
            OrganizationId organizationId,
            Post post,
            PersonId personId,
            boolean deputy,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable LocalDate dueOn) {
        Version beginning(UUID id, LocalDate from) {
            return new Version(id, organizationId, post, personId, deputy, from, validTo, dueOn);
        }
    }

    void add(UnitId unit, List<Version> versions, Instant recorded) {
        db.in(unit, """
                        INSERT INTO organization.appointments (unit_id, appointment_id, organization_id, post, person_id,
                            deputy, valid_from, valid_to, due_on, recorded_from, recorded_to)
                        SELECT :unit, appointment_id, organization_id, post, person_id, deputy, valid_from, valid_to,
                               due_on, :recorded, 'infinity'
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(appointment_id uuid, organization_id uuid, post text,
                            person_id uuid, deputy boolean, valid_from date, valid_to date, due_on date)
                        """).rows("rows", versions).bind("recorded", recorded).run();
    }

    /** What is held now about some organization's posts on a day or later. */
    List<Version> from(UnitId unit, OrganizationId organization, LocalDate from) {
        return db.in(unit, """
                        SELECT appointment_id, organization_id, post, person_id, deputy, valid_from, valid_to, due_on
                        FROM organization.appointments
                        WHERE unit_id = :unit AND organization_id = :organization AND recorded_to = 'infinity'
                          AND valid_to > :from
                        ORDER BY valid_from, post
                        """)
                .bind("organization", organization)
                .bind("from", from)
                .list(Version.class);
    }

    void close(UnitId unit, Collection<UUID> appointments, Instant recorded) {
        db.in(unit, """
                        UPDATE organization.appointments SET recorded_to = :recorded
                        WHERE unit_id = :unit AND appointment_id = ANY(:ids::uuid[])
                        """).bind("recorded", recorded).bind("ids", appointments).run();
    }

    /** Every post of an organization ends on a day; those that had not begun never begin. */
    void endAll(UnitId unit, OrganizationId organization, LocalDate on, Instant recorded) {
        end(unit, from(unit, organization, on), on, recorded);
    }

    /** Some appointments end on a day. */
    void end(UnitId unit, List<Version> ending, LocalDate on, Instant recorded) {
        if (ending.isEmpty()) {
            return;
        }
        close(unit, ending.stream().map(Version::appointmentId).toList(), recorded);
        add(
                unit,
                ending.stream()
                        .filter(version -> version.validFrom().isBefore(on))
                        .map(version -> new Version(
                                UUID.randomUUID(),
                                version.organizationId(),
                                version.post(),
                                version.personId(),
                                version.deputy(),
                                version.validFrom(),
                                on,
                                version.dueOn()))
                        .toList(),
                recorded);
    }

    /** Every post of a person ends on a day. */
    void endOf(UnitId unit, PersonId person, LocalDate on, Instant recorded) {
        List<Version> ending =
                db.in(unit, """
                        SELECT appointment_id, organization_id, post, person_id, deputy, valid_from, valid_to, due_on
                        FROM organization.appointments
                        WHERE unit_id = :unit AND person_id = :person AND recorded_to = 'infinity'
                          AND valid_to > :on
                        """).bind("person", person).bind("on", on).list(Version.class);
        end(unit, ending, on, recorded);
    }

    /** The posts of one entry become those of another entry of the same person. */
    void passTo(UnitId unit, PersonId from, PersonId into, Instant recorded) {
        db.in(unit, """
                        WITH gone AS (
                            UPDATE organization.appointments SET recorded_to = :recorded
                            WHERE unit_id = :unit AND person_id = :from AND recorded_to = 'infinity'
                            RETURNING *
                        )
                        INSERT INTO organization.appointments (unit_id, appointment_id, organization_id, post, person_id,
                            deputy, valid_from, valid_to, due_on, recorded_from, recorded_to)
                        SELECT unit_id, gen_random_uuid(), organization_id, post, :into, deputy, valid_from, valid_to,
                               due_on, :recorded, 'infinity'
                        FROM gone
                        """)
                .bind("from", from)
                .bind("into", into)
                .bind("recorded", recorded)
                .run();
    }

    /** How many terms of an organization begin on a day or later. */
    long termsFrom(UnitId unit, OrganizationId organization, LocalDate from) {
        return db.in(unit, """
                        SELECT count(*) FROM organization.terms
                        WHERE unit_id = :unit AND organization_id = :organization AND begins_on >= :from
                        """)
                .bind("organization", organization)
                .bind("from", from)
                .one(Long.class);
    }

    void addTerm(
            UnitId unit,
            UUID term,
            OrganizationId organization,
            LocalDate begins,
            LocalDate due,
            @Nullable String electedBy,
            Instant recorded) {
        db.in(unit, """
                        INSERT INTO organization.terms (unit_id, term_id, organization_id, begins_on, due_on, elected_by,
                            recorded_at)
                        VALUES (:unit, :term, :organization, :begins, :due, :by, :recorded)
                        """)
                .bind("recorded", recorded)
                .bind("term", term)
                .bind("organization", organization)
                .bind("begins", begins)
                .bind("due", due)
                .bind("by", electedBy)
                .run();
    }
}
