package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;

/** One event of a matter and how the matter stands after it: written in one statement. */
record Change(Standing standing, Happened happened) {
    /**
     * How it stands.
     *
     * @param revision the revision that was read
     * @param posts as documents write them, {@link Flow#JUDGE} among them
     * @param known as JSON
     * @param late whether one more step came after its day
     */
    record Standing(
            MatterId matterId,
            int revision,
            String state,
            boolean closed,
            LocalDate enteredOn,
            @Nullable LocalDate closedOn,
            @Nullable UUID namedId,
            Collection<String> posts,
            Collection<UUID> barred,
            int raised,
            @Nullable LocalDate dueOn,
            boolean provisional,
            int reopened,
            String known,
            Collection<UUID> involved,
            boolean late) {}

    /**
     * What happened.
     *
     * @param answers as JSON
     * @param tokens by which what was written is found
     */
    record Happened(
            MatterId matterId,
            String step,
            String answers,
            Instant recordedAt,
            UUID accountId,
            @Nullable UUID personId,
            OrganizationId actorId,
            boolean onBehalf,
            String onceKey,
            Collection<String> tokens) {}
}
