package org.yijitong.access;

import java.util.UUID;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.UnitId;

/**
 * A grant that is in force, as its holder sees it.
 *
 * @param place the name of its organization
 */
public record HeldGrant(UUID grantId, String role, UnitId unitId, UUID organizationId, String place) {
    /** Whether someone works as this post just now. */
    public boolean inUse(SignedIn who) {
        CurrentUser user = who.user();
        return user != null
                && user.role().equals(role)
                && user.unit().equals(unitId)
                && user.top().equals(organizationId);
    }
}
