package org.yijitong.organization;

import java.util.UUID;
import org.yijitong.shared.Id;

/** One person within a unit. */
public record PersonId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
