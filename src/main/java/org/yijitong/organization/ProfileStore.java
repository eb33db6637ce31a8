package org.yijitong.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationStore.Version;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Reads one organization as of any day and any moment. */
@Component
class ProfileStore {
    private final Db db;
    private final Days days;

    ProfileStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    Optional<Version> version(UnitId unit, OrganizationId organization, AsOf asOf) {
        return db.in(unit, """
                        SELECT version_id, organization_id, name, short_name, kind, superior_id, position,
                               approval_number, valid_from, valid_to
                        FROM organization.organization_versions
                        WHERE unit_id = :unit AND organization_id = :organization
                          AND valid_from <= :on AND valid_to > :on
                          AND recorded_from < :known AND recorded_to >= :known
                        """)
                .bind("organization", organization)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .first(Version.class);
    }

    record Span(String name, LocalDate founded, LocalDate closed) {}

    /** From when to when it was, and its last name, as known now. */
    Span span(UnitId unit, OrganizationId organization) {
        return db.in(unit, """
                        SELECT (array_agg(coalesce(short_name, name) ORDER BY valid_from DESC))[1] AS name,
                               min(valid_from) AS founded, max(valid_to) AS closed
                        FROM organization.organization_versions
                        WHERE unit_id = :unit AND organization_id = :organization AND recorded_to = 'infinity'
                        HAVING count(*) > 0
                        """)
                .bind("organization", organization)
                .first(Span.class)
                .orElseThrow();
    }

    /** Those above it on the day, the highest first. */
    List<Superior> above(Scope scope, OrganizationId organization, AsOf asOf) {
        return db.in(scope.unit(), """
                        SELECT v.organization_id, coalesce(v.short_name, v.name) AS name,
                               v.organization_id IN (SELECT organization_id
                                   FROM organization.reach(:unit, :top, :today)) AS within
                        FROM organization.organization_paths p
                        JOIN organization.organization_versions v
                          ON v.unit_id = :unit AND v.organization_id = p.ancestor_id
                         AND v.valid_from <= :on AND v.valid_to > :on
                         AND v.recorded_from < :known AND v.recorded_to >= :known
                        WHERE p.unit_id = :unit AND p.descendant_id = :organization AND p.depth > 0
                          AND p.valid_from <= :on AND p.valid_to > :on
                          AND p.recorded_from < :known AND p.recorded_to >= :known
                        ORDER BY p.depth DESC
                        """)
                .bind("organization", organization)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Superior.class);
    }

    /** Where the people of a branch also belong in another sphere: their offices, their youth groups. */
    List<TreeRow> elsewhere(UnitId unit, OrganizationId branch, Sphere sphere, AsOf asOf) {
        return db.in(unit, """
                        SELECT v.organization_id, v.name, v.short_name, v.kind, v.superior_id, 0 AS depth, v.position,
                               v.valid_from AS since
                        FROM organization.organization_versions v
                        WHERE v.unit_id = :unit AND v.valid_from <= :on AND v.valid_to > :on
                          AND v.recorded_from < :known AND v.recorded_to >= :known
                          AND v.organization_id IN (
                              SELECT other.organization_id
                              FROM organization.memberships m
                              JOIN organization.memberships other
                                ON other.unit_id = :unit AND other.person_id = m.person_id AND other.sphere = :sphere
                               AND other.valid_from <= :on AND other.valid_to > :on
                               AND other.recorded_from < :known AND other.recorded_to >= :known
                              WHERE m.unit_id = :unit AND m.organization_id = :branch AND m.sphere = 'party'
                                AND m.valid_from <= :on AND m.valid_to > :on
                                AND m.recorded_from < :known AND m.recorded_to >= :known)
                        ORDER BY v.position, v.name
                        LIMIT 20
                        """)
                .bind("branch", branch)
                .bind("sphere", sphere)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(TreeRow.class);
    }

    /** Every segment of its life as known now, for choosing one to correct. */
    List<Version> segments(UnitId unit, OrganizationId organization) {
        return db.in(unit, """
                        SELECT version_id, organization_id, name, short_name, kind, superior_id, position,
                               approval_number, valid_from, valid_to
                        FROM organization.organization_versions
                        WHERE unit_id = :unit AND organization_id = :organization AND recorded_to = 'infinity'
                        ORDER BY valid_from DESC
                        LIMIT 200
                        """).bind("organization", organization).list(Version.class);
    }

    record Named(PersonId personId, String name) {}

    /** Who belongs to some organizations on the day, by name. */
    List<Named> people(UnitId unit, Collection<OrganizationId> organizations, AsOf asOf) {
        return db.in(unit, """
                        SELECT p.person_id, p.name
                        FROM organization.people p
                        WHERE p.unit_id = :unit AND p.person_id IN (
                            SELECT person_id FROM organization.memberships
                            WHERE unit_id = :unit AND organization_id = ANY(:ids::uuid[])
                              AND valid_from <= :on AND valid_to > :on
                              AND recorded_from < :known AND recorded_to >= :known)
                        ORDER BY p.name_pinyin COLLATE "C", p.person_id
                        LIMIT 2000
                        """)
                .bind("ids", organizations)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Named.class);
    }
}
