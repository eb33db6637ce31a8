package org.yijitong.organization.imports;

import java.util.UUID;
import org.yijitong.shared.Id;

/** One file that was brought in. */
public record ImportId(UUID value) implements Id {
    /** As it stands in an address. */
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
