package org.yijitong.mechanism;

import java.util.List;
import java.util.UUID;

/**
 * Versions of duties were stored that were not there before; told in the same transaction.
 *
 * @param dutyVersions their identifiers
 */
public record MechanismsPublished(List<UUID> dutyVersions) {
    public MechanismsPublished {
        dutyVersions = List.copyOf(dutyVersions);
    }
}
