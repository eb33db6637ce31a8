package org.yijitong.activity.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** An import being taken back as a whole: how far it is, or why it was not; forgotten when it is done. */
public final class LedgerUndo {
    /** How far it has come. */
    public enum State {
        /** It is being taken back. */
        RUNNING,
        /** It is taken back. */
        DONE,
        /** It was stopped; nothing is taken back. */
        STOPPED,
        /** It failed; nothing is taken back. */
        FAILED
    }

    private final Scope scope;
    private final UUID id;
    private final String reason;
    private final Instant begun;
    private State state = State.RUNNING;
    private boolean sealed;
    private int done;
    private int total = 1;
    private @Nullable Refused refused;

    LedgerUndo(Scope scope, UUID id, String reason, Instant begun) {
        this.scope = scope;
        this.id = id;
        this.reason = reason;
        this.begun = begun;
    }

    Scope scope() {
        return scope;
    }

    UUID id() {
        return id;
    }

    String reason() {
        return reason;
    }

    boolean begunBefore(Instant moment) {
        return begun.isBefore(moment);
    }

    public synchronized State state() {
        return state;
    }

    /** How much is done, in hundredths. */
    public synchronized int percent() {
        return done * 100 / total;
    }

    /** Why it was refused when it came to it; null otherwise. */
    public synchronized @Nullable Refused refused() {
        return refused;
    }

    synchronized void measure(int steps) {
        total = Math.max(1, steps);
    }

    /** Notes how far it is; whether to go on. */
    synchronized boolean went(int steps) {
        done += steps;
        return state == State.RUNNING;
    }

    /** Says that all is done and will be committed: from here on it cannot be stopped. Whether it was not before. */
    synchronized boolean seal() {
        sealed = state == State.RUNNING;
        return sealed;
    }

    synchronized void refuse(Refused why) {
        refused = why;
        end(State.FAILED);
    }

    /** Ends it, unless it was ended otherwise before. */
    synchronized void end(State how) {
        if (state == State.RUNNING && !(sealed && how == State.STOPPED)) {
            state = how;
        }
    }
}
