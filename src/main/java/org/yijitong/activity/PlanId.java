package org.yijitong.activity;

import java.util.UUID;
import org.yijitong.shared.Id;

/** The identifier of a planned meeting. */
public record PlanId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
