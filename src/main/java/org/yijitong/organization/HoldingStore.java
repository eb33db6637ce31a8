package org.yijitong.organization;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Reads who holds which post, and which term it is, for many organizations in one statement each. */
@Component
class HoldingStore {
    private final Db db;

    HoldingStore(Db db) {
        this.db = db;
    }

    /** Who is in a post on the day. */
    List<Holding> held(UnitId unit, Collection<OrganizationId> organizations, AsOf asOf) {
        return db.in(unit, """
                        SELECT a.organization_id, a.post, a.person_id, p.name, p.office_phone, a.deputy, a.valid_from,
                               a.valid_to, a.due_on
                        FROM organization.appointments a
                        JOIN organization.people p ON p.unit_id = :unit AND p.person_id = a.person_id
                        WHERE a.unit_id = :unit AND a.organization_id = ANY(:ids::uuid[])
                          AND a.valid_from <= :on AND a.valid_to > :on
                          AND a.recorded_from < :known AND a.recorded_to >= :known
                        ORDER BY a.organization_id, a.valid_from, p.name_pinyin, a.person_id
                        LIMIT 100000
                        """)
                .bind("ids", organizations)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Holding.class);
    }

    /** Who held each post last before the day, standing in not counted. */
    List<Holding> last(UnitId unit, Collection<OrganizationId> organizations, AsOf asOf) {
        return db.in(unit, """
                        SELECT DISTINCT ON (a.organization_id, a.post) a.organization_id, a.post, a.person_id, p.name,
                               p.office_phone, a.deputy, a.valid_from, a.valid_to, a.due_on
                        FROM organization.appointments a
                        JOIN organization.people p ON p.unit_id = :unit AND p.person_id = a.person_id
                        WHERE a.unit_id = :unit AND a.organization_id = ANY(:ids::uuid[])
                          AND a.valid_to <= :on AND NOT a.deputy
                          AND a.recorded_from < :known AND a.recorded_to >= :known
                        ORDER BY a.organization_id, a.post, a.valid_to DESC, a.valid_from DESC, a.person_id
                        LIMIT 100000
                        """)
                .bind("ids", organizations)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Holding.class);
    }

    /** The term each is in on the day, or was in last. */
    List<Term> terms(UnitId unit, Collection<OrganizationId> organizations, AsOf asOf) {
        return db.in(unit, """
                        SELECT DISTINCT ON (organization_id) organization_id, begins_on, due_on, elected_by
                        FROM organization.terms
                        WHERE unit_id = :unit AND organization_id = ANY(:ids::uuid[]) AND begins_on <= :on
                          AND recorded_at < :known
                        ORDER BY organization_id, begins_on DESC
                        """)
                .bind("ids", organizations)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Term.class);
    }
}
