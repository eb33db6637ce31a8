package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Running matters of a unit that are to be moved to another version of their flow.
 *
 * @param from the number of the version they are under
 * @param to the number of the one they are moved to
 * @param states what states are called in the other version, where they are called otherwise
 */
public record Migration(String flow, int from, int to, Map<String, String> states) {
    public Migration {
        states = Map.copyOf(states);
    }

    /**
     * One that was proposed.
     *
     * @param account who proposed it
     * @param end what came of it; null while it waits for a second person
     */
    public record Proposed(
            UUID id,
            Migration migration,
            UUID account,
            Instant at,
            @Nullable End end) {}

    /** What came of a proposal. */
    public record End(boolean approved, int moved, int stayed, UUID account, Instant at) {}

    /** What would come of it. */
    public record Preview(List<Line> moved, List<Line> stayed) {}

    /**
     * One matter.
     *
     * @param from in which state it is
     * @param to in which it would be; null when it cannot be moved
     * @param before by when the next step is due now
     * @param after by when it would be; null when it cannot be moved
     * @param why why it cannot be moved, as the end of a message key; empty when it can
     * @param what what is missing
     */
    public record Line(
            MatterId matter,
            String title,
            String from,
            @Nullable String to,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            String why,
            String what) {}

    /** Matters on which something is due, of a version that is not the newest. */
    public record Running(String flow, UUID versionId, long matters) {}
}
