package org.yijitong.organization.imports;

import java.util.UUID;
import org.yijitong.shared.Id;

/** One file that was brought in. */
public record ImportId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
