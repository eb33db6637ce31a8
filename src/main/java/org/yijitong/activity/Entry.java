package org.yijitong.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;

/**
 * One record in one of its versions.
 *
 * @param version the version shown
 * @param draft what it says
 * @param sides the organizations of this unit, the host first
 * @param names of every person and guest unit that is named, by id
 */
public record Entry(RecordLine line, Version version, Draft draft, List<SideCount> sides, Map<UUID, String> names) {
    /**
     * When and why a version was written.
     *
     * @param reason why it was corrected or withdrawn; null in the first version
     * @param withdrawn whether it took the record back
     */
    public record Version(
            int revision,
            Instant recordedAt,
            UUID accountId,
            @Nullable String reason,
            boolean withdrawn) {}

    /**
     * One side with how many of its own people were expected, came, and sat in.
     *
     * @param told whether only the numbers are known, and not who did not come
     */
    public record SideCount(
            OrganizationId organizationId, String name, int expected, int present, int observers, boolean told) {}

    /** Whether the version shown is the one that holds. */
    public boolean current() {
        return version.revision() == line.revision();
    }

    /** What somebody is called. */
    public String name(@Nullable Object id) {
        return id == null ? "" : names.getOrDefault(UUID.fromString(id.toString()), "");
    }
}
