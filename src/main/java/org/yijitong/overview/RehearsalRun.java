package org.yijitong.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.ledger.Rehearsal;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** One rehearsal of a document: under way, done, stopped or failed. */
public final class RehearsalRun {
    /** How far it has come. */
    public enum State {
        WAITING,
        DONE,
        STOPPED,
        FAILED
    }

    private final UUID id;
    private final Scope scope;
    private final String text;
    private final int year;
    private final List<UnitId> units;
    private final Instant begun;
    private volatile State state = State.WAITING;
    private volatile int done;
    private volatile @Nullable Rehearsal result;

    RehearsalRun(UUID id, Scope scope, String text, int year, List<UnitId> units, Instant begun) {
        this.id = id;
        this.scope = scope;
        this.text = text;
        this.year = year;
        this.units = units;
        this.begun = begun;
    }

    public UUID id() {
        return id;
    }

    /** The document as it was typed. */
    public String text() {
        return text;
    }

    /** The calendar year it is rehearsed on. */
    public int year() {
        return year;
    }

    /** How many units are read. */
    public int total() {
        return units.size();
    }

    /** How many have been. */
    public int done() {
        return done;
    }

    public State state() {
        return state;
    }

    /** What came of it; null before it is done. */
    public @Nullable Rehearsal result() {
        return result;
    }

    /** Who works for the same organization may read it. */
    boolean isOf(Scope other) {
        return scope.unit().equals(other.unit()) && scope.top().equals(other.top());
    }

    boolean begunBefore(Instant moment) {
        return begun.isBefore(moment);
    }

    List<UnitId> units() {
        return units;
    }

    /** Notes how far it is; whether to go on. */
    boolean went(int units) {
        done = units;
        return state == State.WAITING;
    }

    void found(Rehearsal rehearsal) {
        result = rehearsal;
        end(State.DONE);
    }

    /** The first end holds. */
    synchronized void end(State how) {
        if (state == State.WAITING) {
            state = how;
        }
    }
}
