package org.yijitong.matter;

import java.util.UUID;
import org.yijitong.shared.Id;

/** One matter within a unit; the same from its beginning through every reopening. */
public record MatterId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
