package org.yijitong.mechanism;

import java.util.UUID;
import org.yijitong.shared.Id;

/** The identifier of a document that is being written. */
public record DraftId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
