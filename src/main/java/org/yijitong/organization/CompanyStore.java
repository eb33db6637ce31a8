package org.yijitong.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** Reads several organizations with their people on a day, in one statement. */
@Component
class CompanyStore {
    private final Db db;
    private final Days days;

    CompanyStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    record Row(
            OrganizationId organizationId,
            String organizationName,
            OrganizationKind organizationKind,
            LocalDate day,
            @Nullable PersonId personId,
            @Nullable String name,
            @Nullable LocalDate birthDate,
            boolean belongs,
            @Nullable Post post) {}

    /** Everyone who belongs to an organization of {@code named} on its day, or holds a post in it; and how it is called. */
    private static final String WHO = """
            SELECT n.organization_id, n.organization_name, n.kind AS organization_kind, n.day, p.person_id, p.name,
                   p.birth_date, coalesce(b.belongs, false) AS belongs, b.post
            FROM named n
            LEFT JOIN LATERAL (
                SELECT m.person_id, m.sphere <> 'party' OR m.kind IN ('full', 'probationary') AS belongs, NULL AS post
                FROM organization.memberships m
                WHERE m.unit_id = :unit AND m.organization_id = n.organization_id AND n.kind <> 'group'
                  AND m.recorded_to = 'infinity' AND m.valid_from <= n.day AND m.valid_to > n.day
                UNION ALL
                SELECT m.person_id, m.sphere <> 'party' OR m.kind IN ('full', 'probationary'), NULL
                FROM organization.memberships m
                WHERE m.unit_id = :unit AND m.group_id = n.organization_id AND n.kind = 'group'
                  AND m.recorded_to = 'infinity' AND m.valid_from <= n.day AND m.valid_to > n.day
                UNION ALL
                SELECT a.person_id, false, a.post
                FROM organization.appointments a
                WHERE a.unit_id = :unit AND a.organization_id = n.organization_id
                  AND a.recorded_to = 'infinity' AND a.valid_from <= n.day AND a.valid_to > n.day
            ) b ON true
            LEFT JOIN organization.people p ON p.unit_id = :unit AND p.person_id = b.person_id AND p.removed_at IS NULL
            ORDER BY n.place, n.position, n.organization_name, n.organization_id, n.day, p.name_pinyin COLLATE "C",
                     p.person_id, b.post
            """;

    /** The organization first, then groups and youth groups, then the others; one row for each person and post. */
    List<Row> around(Scope scope, OrganizationId organization, Collection<OrganizationId> others, AsOf asOf) {
        return db.in(scope.unit(), """
                        WITH reached AS MATERIALIZED (
                            SELECT organization_id FROM organization.reach(:unit, :top, :today)
                        ), host AS (
                            SELECT organization_id FROM reached WHERE organization_id = :organization
                        ), sides AS (
                            SELECT organization_id, 0 AS place FROM host
                            UNION
                            SELECT v.organization_id, 1
                            FROM organization.organization_versions v
                            WHERE v.unit_id = :unit AND v.superior_id = (SELECT organization_id FROM host)
                              AND v.kind = 'group' AND v.recorded_to = 'infinity'
                              AND v.valid_from <= :on AND v.valid_to > :on
                            UNION
                            SELECT y.organization_id, 2
                            FROM organization.memberships m
                            JOIN organization.memberships y ON y.unit_id = :unit AND y.person_id = m.person_id
                             AND y.sphere = 'youth' AND y.recorded_to = 'infinity'
                             AND y.valid_from <= :on AND y.valid_to > :on
                            WHERE m.unit_id = :unit AND m.organization_id = (SELECT organization_id FROM host)
                              AND m.sphere = 'party' AND m.recorded_to = 'infinity'
                              AND m.valid_from <= :on AND m.valid_to > :on
                            UNION
                            SELECT organization_id, 3 FROM reached WHERE organization_id = ANY(:others::uuid[])
                        ), named AS (
                            SELECT v.organization_id, coalesce(v.short_name, v.name) AS organization_name, v.kind,
                                   v.position, min(s.place) AS place, :on::date AS day
                            FROM sides s
                            JOIN organization.organization_versions v ON v.unit_id = :unit
                             AND v.organization_id = s.organization_id AND v.recorded_to = 'infinity'
                             AND v.valid_from <= :on AND v.valid_to > :on
                            GROUP BY 1, 2, 3, 4
                        )
                        """ + WHO + """
                        LIMIT 20000
                        """)
                .bind("organization", organization)
                .bind("others", others)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("on", asOf.on())
                .list(Row.class);
    }

    /** Each organization that was there on its day and is within reach, with its own people only. */
    List<Row> each(Scope scope, Collection<Companies.Occasion> occasions) {
        return db.in(scope.unit(), """
                        WITH reached AS MATERIALIZED (
                            SELECT organization_id FROM organization.reach(:unit, :top, :today)
                        ), named AS (
                            SELECT v.organization_id, coalesce(v.short_name, v.name) AS organization_name, v.kind,
                                   v.position, 0 AS place, o.day
                            FROM jsonb_to_recordset(:occasions::jsonb) AS o(organization uuid, day date)
                            JOIN reached r ON r.organization_id = o.organization
                            JOIN organization.organization_versions v ON v.unit_id = :unit
                             AND v.organization_id = o.organization AND v.recorded_to = 'infinity'
                             AND v.valid_from <= o.day AND v.valid_to > o.day
                        )
                        """ + WHO + """
                        LIMIT 2000000
                        """)
                .rows("occasions", occasions)
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(Row.class);
    }
}
