package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Where people belong, over both times. */
@Component
class MembershipStore {
    private final Db db;
    private final Days days;

    MembershipStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    record Version(
            UUID membershipId,
            PersonId personId,
            Sphere sphere,
            OrganizationId organizationId,
            @Nullable OrganizationId groupId,
            MemberKind kind,
            List<MemberState> states,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable Leaving endedBy) {

        Segment<Belonging> segment() {
            return new Segment<>(validFrom, validTo, new Belonging(organizationId, groupId, kind, states));
        }
    }

    /** What is held now about one person in one sphere, on any day. */
    List<Version> versions(UnitId unit, PersonId person, Sphere sphere) {
        return db.in(unit, """
                        SELECT membership_id, person_id, sphere, organization_id, group_id, kind, states, valid_from,
                               valid_to, ended_by
                        FROM organization.memberships
                        WHERE unit_id = :unit AND person_id = :person AND sphere = :sphere
                          AND recorded_to = 'infinity'
                        ORDER BY valid_from
                        """).bind("person", person).bind("sphere", sphere).list(Version.class);
    }

    /** Whether a person belongs, or last belonged, to something the scope reaches. */
    boolean reaches(Scope scope, PersonId person) {
        return !reached(scope, List.of(person)).isEmpty();
    }

    /** Which of some people belong, or last belonged, to something the scope reaches. */
    Set<PersonId> reached(Scope scope, Collection<PersonId> people) {
        return db
                .in(scope.unit(), """
                        SELECT DISTINCT m.person_id FROM organization.memberships m
                        JOIN organization.reach(:unit, :top, :today) r ON r.organization_id = m.organization_id
                        WHERE m.unit_id = :unit AND m.person_id = ANY(:people::uuid[]) AND m.recorded_to = 'infinity'
                          AND (m.valid_to > :today OR NOT EXISTS (SELECT FROM organization.memberships later
                              WHERE later.unit_id = :unit AND later.person_id = m.person_id
                                AND later.recorded_to = 'infinity' AND later.valid_to > m.valid_to))
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("people", people)
                .list(UUID.class)
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** Whether every one of some people belongs, or once belonged, to something the scope reaches. */
    boolean reachesAll(Scope scope, Collection<PersonId> people) {
        return db.in(scope.unit(), """
                        SELECT count(DISTINCT m.person_id) FROM organization.memberships m
                        JOIN organization.reach(:unit, :top, :today) r ON r.organization_id = m.organization_id
                        WHERE m.unit_id = :unit AND m.person_id = ANY(:people::uuid[]) AND m.recorded_to = 'infinity'
                        """)
                        .bind("top", scope.top())
                        .bind("today", days.today())
                        .bind("people", people)
                        .one(Long.class)
                == people.size();
    }

    void close(UnitId unit, Collection<UUID> memberships, Instant recorded) {
        db.in(unit, """
                        UPDATE organization.memberships SET recorded_to = :recorded
                        WHERE unit_id = :unit AND membership_id = ANY(:ids::uuid[])
                        """).bind("recorded", recorded).bind("ids", memberships).run();
    }

    void add(UnitId unit, List<Version> versions, Instant recorded) {
        db.in(unit, """
                        INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere,
                            organization_id, group_id, kind, states, valid_from, valid_to, ended_by, recorded_from,
                            recorded_to)
                        SELECT :unit, membership_id, person_id, sphere, organization_id, group_id, kind, states,
                               valid_from, valid_to, ended_by, :recorded, 'infinity'
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(membership_id uuid, person_id uuid, sphere text,
                            organization_id uuid, group_id uuid, kind text, states text[], valid_from date,
                            valid_to date, ended_by text)
                        """).rows("rows", versions).bind("recorded", recorded).run();
    }

    /** Everyone of one organization passes to another from a day on; how many people. */
    long reassign(UnitId unit, OrganizationId from, OrganizationId into, LocalDate on, Instant recorded) {
        return move(unit, from, into, null, on, recorded);
    }

    /** Some people of one organization pass to another from a day on; how many of them did. */
    long reassignPeople(
            UnitId unit,
            OrganizationId from,
            OrganizationId into,
            Collection<PersonId> people,
            LocalDate on,
            Instant recorded) {
        return move(unit, from, into, people, on, recorded);
    }

    private long move(
            UnitId unit,
            OrganizationId from,
            OrganizationId into,
            @Nullable Collection<PersonId> people,
            LocalDate on,
            Instant recorded) {
        db.in(unit, """
                        UPDATE organization.memberships SET recorded_to = :recorded
                        WHERE unit_id = :unit AND organization_id = :from AND recorded_to = 'infinity'
                          AND valid_to > :on AND (:people::uuid[] IS NULL OR person_id = ANY(:people::uuid[]))
                        """)
                .bind("recorded", recorded)
                .bind("from", from)
                .bind("on", on)
                .bind("people", people)
                .run();
        return db.in(unit, """
                        WITH touched AS (
                            SELECT * FROM organization.memberships
                            WHERE unit_id = :unit AND organization_id = :from AND recorded_to = :recorded
                              AND valid_to > :on
                        ), added AS (
                            INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere,
                                organization_id, group_id, kind, states, valid_from, valid_to, ended_by,
                                recorded_from, recorded_to)
                            SELECT unit_id, gen_random_uuid(), person_id, sphere, organization_id, group_id, kind,
                                   states, valid_from, :on::date, 'reorganization', :recorded::timestamptz,
                                   'infinity'::timestamptz
                            FROM touched WHERE valid_from < :on
                            UNION ALL
                            SELECT unit_id, gen_random_uuid(), person_id, sphere, :into::uuid, NULL, kind, states,
                                   greatest(valid_from, :on::date), valid_to, ended_by, :recorded::timestamptz,
                                   'infinity'::timestamptz
                            FROM touched
                        )
                        SELECT count(DISTINCT person_id) FROM touched
                        """)
                .bind("from", from)
                .bind("into", into)
                .bind("on", on)
                .bind("recorded", recorded)
                .one(Long.class);
    }
}
