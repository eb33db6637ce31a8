package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;

/**
 * Something that happened to a matter.
 *
 * @param place from 1, without gaps
 * @param step the step taken; empty when it was handed over
 * @param state where it was after that
 * @param answers what was answered, by field
 * @param owner who had it after that
 * @param late whether the step was taken after its day
 * @param account who did it; null when it was handed over
 * @param actor for which organization
 * @param onBehalf whether by somebody who does not hold the post
 */
public record MatterEvent(
        int place,
        Kind kind,
        String step,
        String state,
        Map<String, String> answers,
        @Nullable OrganizationId owner,
        @Nullable LocalDate dueOn,
        boolean vacant,
        boolean late,
        Instant recordedAt,
        @Nullable UUID account,
        @Nullable OrganizationId actor,
        boolean onBehalf) {
    public MatterEvent {
        answers = Map.copyOf(answers);
    }

    /** What kind of thing. */
    public enum Kind {
        BEGUN,
        STEP,
        /** Nobody holds the post any more, or somebody holds it again. */
        HANDED,
        /** The holidays of its year became known, and the deadline is another one. */
        MOVED,
        /** It serves something else, too. */
        LINKED,
        /** It was moved to another version of its flow. */
        MIGRATED,
        /** A part of it was given to others. */
        SPLIT,
        /** It no longer waits for a part. */
        RELEASED,
        /** It was closed for another one about the same to go on. */
        MERGED,
        /** Another one about the same was closed for this one. */
        JOINED,
        /** It goes with another one about the same cause, and is due when that is. */
        TIED,
        /** It goes its own way again. */
        UNTIED
    }
}
