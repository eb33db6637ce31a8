package org.yijitong.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address of another system that is told what becomes of the matters of a unit.
 *
 * @param kinds what it hears of
 * @param account who set it
 * @param since since when it is in its state
 * @param failures how many deliveries in a row were not taken
 */
public record Hook(
        UUID hookId,
        String address,
        List<HookKind> kinds,
        Instant recordedAt,
        UUID account,
        State state,
        Instant since,
        int failures) {
    public Hook {
        kinds = List.copyOf(kinds);
    }

    /** Whether it is told anything. */
    public enum State {
        ACTIVE,
        /** It took nothing for days, or said that it is gone: what happens is kept for it until somebody wakes it. */
        RESTING,
        ENDED
    }

    /** Whether it stands for something that is still wanted. */
    public boolean kept() {
        return state != State.ENDED;
    }
}
