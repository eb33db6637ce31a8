package org.yijitong.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one hook. It names a matter and a place in its history, and nothing that anybody wrote.
 *
 * @param subjectId the matter; of a trial an id of its own
 * @param place the number of the event in the history of the matter, from 1; 0 of a trial
 * @param flow the flow of the matter, its version, and the states before and after; null of a trial
 * @param answer what came of the last attempt: a status of HTTP, or a word; empty before the first
 * @param nextAt when it is tried next, while it waits
 */
public record Delivery(
        UUID hookId,
        UUID subjectId,
        int place,
        HookKind kind,
        @Nullable String flow,
        @Nullable Integer flowVersion,
        @Nullable String fromState,
        @Nullable String toState,
        boolean closed,
        Instant happenedAt,
        State state,
        int attempts,
        Instant nextAt,
        String answer) {
    /** The name of the message: the same each time it is sent, to whichever hook. */
    public String message() {
        return subjectId + "_" + place;
    }

    /** How far it is. */
    public enum State {
        WAITING,
        SENDING,
        DELIVERED
    }
}
