package org.yijitong.organization;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Counts the people of many organizations in one statement. */
@Component
class CensusStore {
    private final Db db;

    CensusStore(Db db) {
        this.db = db;
    }

    record Row(
            OrganizationId organizationId,
            int full,
            int probationary,
            int suspended,
            int prospect,
            int activist,
            int applicant,
            int floating,
            int retired,
            int lostContact,
            int total) {
        Census census() {
            return new Census(
                    full,
                    probationary,
                    suspended,
                    prospect,
                    activist,
                    applicant,
                    floating,
                    retired,
                    lostContact,
                    total);
        }
    }

    /** By the organization they belong to directly; in the Party sphere, or as who works there. */
    Map<OrganizationId, Census> of(UnitId unit, Collection<OrganizationId> organizations, Sphere sphere, AsOf asOf) {
        return db
                .in(unit, """
                        SELECT organization_id,
                            count(*) FILTER (WHERE kind = 'full' AND NOT states @> '{suspended}')::int AS "full",
                            count(*) FILTER (WHERE kind = 'probationary' AND NOT states @> '{suspended}')::int
                                AS probationary,
                            count(*) FILTER (WHERE states @> '{suspended}')::int AS suspended,
                            count(*) FILTER (WHERE kind = 'prospect')::int AS prospect,
                            count(*) FILTER (WHERE kind = 'activist')::int AS activist,
                            count(*) FILTER (WHERE kind = 'applicant')::int AS applicant,
                            count(*) FILTER (WHERE states @> '{floating}')::int AS floating,
                            count(*) FILTER (WHERE states @> '{retired}')::int AS retired,
                            count(*) FILTER (WHERE states @> '{lost_contact}')::int AS lost_contact,
                            count(*)::int AS total
                        FROM organization.memberships
                        WHERE unit_id = :unit AND sphere = :sphere AND organization_id = ANY(:ids::uuid[])
                          AND valid_from <= :on AND valid_to > :on
                          AND recorded_from < :known AND recorded_to >= :known
                        GROUP BY organization_id
                        """)
                .bind("sphere", sphere)
                .bind("ids", organizations)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::organizationId, Row::census));
    }

    record Grouped(OrganizationId groupId, int people) {}

    /** How many belong to each Party group (党小组). */
    Map<OrganizationId, Integer> inGroups(UnitId unit, Collection<OrganizationId> groups, AsOf asOf) {
        return db
                .in(unit, """
                        SELECT group_id, count(*)::int AS people
                        FROM organization.memberships
                        WHERE unit_id = :unit AND sphere = 'party' AND group_id = ANY(:ids::uuid[])
                          AND valid_from <= :on AND valid_to > :on
                          AND recorded_from < :known AND recorded_to >= :known
                        GROUP BY group_id
                        """)
                .bind("ids", groups)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Grouped.class)
                .stream()
                .collect(Collectors.toMap(Grouped::groupId, Grouped::people));
    }
}
