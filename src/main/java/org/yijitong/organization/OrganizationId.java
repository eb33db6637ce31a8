package org.yijitong.organization;

import java.util.UUID;
import org.yijitong.shared.Id;

/** One organization of either tree; the same for its whole life, whatever it is called or wherever it stands. */
public record OrganizationId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
