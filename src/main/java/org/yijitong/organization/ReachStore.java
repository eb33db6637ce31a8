package org.yijitong.organization;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** How far a scope reaches in its unit's trees. */
@Component
class ReachStore {
    private final Db db;
    private final Days days;

    ReachStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** Whether every one of some organizations lies at or below the top of the scope. */
    boolean covers(Scope scope, Collection<OrganizationId> organizations) {
        return db.in(scope.unit(), """
                        SELECT count(DISTINCT organization_id) FROM organization.reach(:unit, :top, :today)
                        WHERE organization_id = ANY(:ids::uuid[])
                        """)
                        .bind("top", scope.top())
                        .bind("today", days.today())
                        .bind("ids", organizations)
                        .one(Long.class)
                == List.copyOf(organizations).stream().distinct().count();
    }

    /** The organization when the scope reaches it; otherwise it does not exist. */
    OrganizationId find(Scope scope, OrganizationId organization) {
        if (!covers(scope, List.of(organization))) {
            throw new NotFound();
        }
        return organization;
    }
}
