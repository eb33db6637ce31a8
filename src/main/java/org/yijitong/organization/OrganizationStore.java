package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Versions of organizations: read as timelines, written by closing what no longer holds and adding what now does. */
@Component
class OrganizationStore {
    private final Db db;

    OrganizationStore(Db db) {
        this.db = db;
    }

    record Version(
            UUID versionId,
            OrganizationId organizationId,
            String name,
            @Nullable String shortName,
            OrganizationKind kind,
            @Nullable OrganizationId superiorId,
            int position,
            @Nullable String approvalNumber,
            LocalDate validFrom,
            LocalDate validTo) {

        Segment<OrganizationState> segment() {
            return new Segment<>(
                    validFrom,
                    validTo,
                    new OrganizationState(name, shortName, kind, superiorId, position, approvalNumber));
        }
    }

    /** Takes the unit's tree for this transaction; the moment of recording, later than all before it. */
    Instant lockTree(UnitId unit, Instant now) {
        return db.in(unit, """
                        UPDATE organization.units
                        SET last_recorded = greatest(:now, last_recorded + interval '1 microsecond')
                        WHERE unit_id = :unit
                        RETURNING last_recorded
                        """).bind("now", now).one(Instant.class);
    }

    /** When the unit's tree was last changed. */
    Instant lastRecorded(UnitId unit) {
        return db.in(unit, """
                        SELECT last_recorded FROM organization.units WHERE unit_id = :unit
                        """).one(Instant.class);
    }

    /** Everything held to be so now about some organizations, on any day. */
    Map<OrganizationId, List<Version>> versions(UnitId unit, Collection<OrganizationId> organizations) {
        return db.in(unit, """
                        SELECT version_id, organization_id, name, short_name, kind, superior_id, position,
                               approval_number, valid_from, valid_to
                        FROM organization.organization_versions
                        WHERE unit_id = :unit AND recorded_to = 'infinity' AND organization_id = ANY(:ids::uuid[])
                        ORDER BY valid_from
                        """).bind("ids", organizations).list(Version.class).stream()
                .collect(Collectors.groupingBy(Version::organizationId));
    }

    void close(UnitId unit, Collection<UUID> versions, Instant recorded) {
        db.in(unit, """
                        UPDATE organization.organization_versions SET recorded_to = :recorded
                        WHERE unit_id = :unit AND version_id = ANY(:ids::uuid[])
                        """).bind("recorded", recorded).bind("ids", versions).run();
    }

    void add(UnitId unit, List<Version> versions, Instant recorded) {
        db.in(unit, """
                        INSERT INTO organization.organization_versions (unit_id, version_id, organization_id, name,
                            short_name, kind, superior_id, position, approval_number, valid_from, valid_to,
                            recorded_from, recorded_to)
                        SELECT :unit, version_id, organization_id, name, short_name, kind, superior_id, position,
                               approval_number, valid_from, valid_to, :recorded, 'infinity'
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(version_id uuid, organization_id uuid, name text,
                            short_name text, kind text, superior_id uuid, position int, approval_number text,
                            valid_from date, valid_to date)
                        """).rows("rows", versions).bind("recorded", recorded).run();
    }

    record Identity(
            OrganizationId organizationId,
            Tree tree,
            @Nullable String code) {}

    void found(UnitId unit, List<Identity> identities) {
        db.in(unit, """
                        INSERT INTO organization.organizations (unit_id, organization_id, tree, code)
                        SELECT :unit, organization_id, tree, code
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(organization_id uuid, tree text, code text)
                        """).rows("rows", identities).run();
    }

    List<String> codesTaken(UnitId unit, Collection<String> codes) {
        return db.in(unit, """
                        SELECT code FROM organization.organizations
                        WHERE unit_id = :unit AND code = ANY(:codes)
                        """).bind("codes", codes).list(String.class);
    }

    record Trouble(String name, LocalDate validFrom) {}

    /** Organizations that, after a change, stand under something that does not exist on all their days. */
    List<Trouble> hanging(UnitId unit) {
        return db.in(unit, """
                        SELECT v.name, v.valid_from
                        FROM organization.organization_versions v
                        WHERE v.unit_id = :unit AND v.recorded_to = 'infinity' AND v.superior_id IS NOT NULL
                          AND NOT (datemultirange(daterange(v.valid_from, v.valid_to)) <@ coalesce((
                              SELECT range_agg(daterange(s.valid_from, s.valid_to))
                              FROM organization.organization_versions s
                              WHERE s.unit_id = :unit AND s.organization_id = v.superior_id
                                AND s.recorded_to = 'infinity'), '{}'))
                        ORDER BY v.valid_from, v.name
                        LIMIT 10
                        """).list(Trouble.class);
    }

    /** Whether {@code lower} is, on any day from {@code from} on, at or below {@code upper}. */
    boolean below(UnitId unit, OrganizationId lower, OrganizationId upper, LocalDate from) {
        return db.in(unit, """
                        SELECT EXISTS (SELECT FROM organization.organization_paths
                            WHERE unit_id = :unit AND recorded_to = 'infinity' AND valid_to > :from
                              AND descendant_id = :lower AND ancestor_id = :upper)
                        """)
                .bind("from", from)
                .bind("lower", lower)
                .bind("upper", upper)
                .one(Boolean.class);
    }

    /** What stands directly under it on a day or later. */
    List<OrganizationId> childrenFrom(UnitId unit, OrganizationId organization, LocalDate from) {
        return db.in(unit, """
                        SELECT DISTINCT organization_id FROM organization.organization_versions
                        WHERE unit_id = :unit AND recorded_to = 'infinity' AND superior_id = :organization
                          AND valid_to > :from
                        """).bind("from", from).bind("organization", organization).list(UUID.class).stream()
                .map(OrganizationId::new)
                .toList();
    }

    /** How many people belong to it on a day or later. */
    long membersFrom(UnitId unit, OrganizationId organization, LocalDate from) {
        return db.in(unit, """
                        SELECT count(DISTINCT person_id) FROM organization.memberships
                        WHERE unit_id = :unit AND recorded_to = 'infinity' AND valid_to > :from
                          AND (organization_id = :organization OR group_id = :organization)
                        """)
                .bind("from", from)
                .bind("organization", organization)
                .one(Long.class);
    }

    void succeed(UnitId unit, UUID id, OrganizationId predecessor, OrganizationId successor, UUID change) {
        db.in(unit, """
                        INSERT INTO organization.successions
                            (unit_id, succession_id, predecessor_id, successor_id, change_id)
                        VALUES (:unit, :id, :predecessor, :successor, :change)
                        """)
                .bind("id", id)
                .bind("predecessor", predecessor)
                .bind("successor", successor)
                .bind("change", change)
                .run();
    }
}
