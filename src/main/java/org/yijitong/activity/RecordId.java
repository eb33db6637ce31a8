package org.yijitong.activity;

import java.util.UUID;
import org.yijitong.shared.Id;

/** The identifier of a record, the same in all its versions. */
public record RecordId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
