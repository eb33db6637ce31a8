package org.yijitong.matter;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** Reads the organizations that may take part in a matter. */
@Component
class PartyStore {
    private final Db db;
    private final Days days;

    PartyStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /**
     * An organization that may be a party.
     *
     * @param self the person who asks, if they stand in the roster
     */
    record Place(
            OrganizationId organizationId,
            OrganizationKind kind,
            @Nullable UUID self) {}

    /** Those of some organizations that are there today and within reach. */
    List<Place> places(Scope scope, Collection<OrganizationId> organizations) {
        return db.byKey(scope.unit(), """
                        SELECT o.organization_id, o.kind, s.person_id AS self FROM organization.v_organizations o
                        LEFT JOIN access.self(:unit, :account) s ON true
                        WHERE o.unit_id = :unit AND o.organization_id = ANY(:ids::uuid[])
                          AND o.valid_from <= :today AND o.valid_to > :today
                          AND EXISTS (SELECT FROM organization.reach(:unit, :top, :today) r
                              WHERE r.organization_id = o.organization_id)
                        """)
                .bind("ids", organizations)
                .bind("account", scope.account())
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(Place.class);
    }
}
