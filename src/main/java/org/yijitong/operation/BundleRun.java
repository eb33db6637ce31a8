package org.yijitong.operation;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Scope;

/** A bundle that somebody asked for on a page: how far it is, whether it may be taken, until when it is there. */
public final class BundleRun {
    /** How long it is there once it is made. */
    static final Duration KEPT = Duration.ofHours(24);

    /** Where it is. */
    public enum State {
        /** It is being made, or waits for others to be made. */
        PACKING,
        /** It is made; somebody else has to agree before it is taken. */
        WAITING,
        /** Whoever asked may take it. */
        RELEASED,
        /** It could not be made. */
        FAILED,
        /** Somebody stopped it, or put it away. */
        CANCELLED
    }

    private final UUID id;
    private final Scope asker;
    private final String reason;
    private final boolean numbers;
    private final Instant askedAt;
    private final int total;
    private State state = State.PACKING;
    private int done;
    private long rows;
    private long bytes;
    private @Nullable Instant madeAt;

    BundleRun(UUID id, Scope asker, String reason, boolean numbers, Instant askedAt, int total) {
        this.id = id;
        this.asker = asker;
        this.reason = reason;
        this.numbers = numbers;
        this.askedAt = askedAt;
        this.total = total;
    }

    public UUID id() {
        return id;
    }

    Scope asker() {
        return asker;
    }

    /** Who asked. */
    public UUID account() {
        return asker.account();
    }

    public String reason() {
        return reason;
    }

    /** Whether identity numbers are in it, sealed. */
    public boolean numbers() {
        return numbers;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** How many tables there are. */
    public int total() {
        return total;
    }

    public synchronized State state() {
        return state;
    }

    /** How many tables are packed. */
    public synchronized int done() {
        return done;
    }

    public synchronized long rows() {
        return rows;
    }

    public synchronized long bytes() {
        return bytes;
    }

    /** Until when it can be taken; null before it is made. */
    public synchronized @Nullable Instant until() {
        return madeAt == null ? null : madeAt.plus(KEPT);
    }

    synchronized boolean over(Instant now) {
        return madeAt != null && now.isAfter(madeAt.plus(KEPT));
    }

    /** One more table; stops the work when somebody stopped it. */
    synchronized void went() {
        check();
        done = Math.min(done + 1, total);
    }

    synchronized void check() {
        if (state != State.PACKING) {
            throw new CancellationException();
        }
    }

    synchronized void made(long packed, long length, Instant now) {
        check();
        rows = packed;
        bytes = length;
        madeAt = now;
        state = State.WAITING;
    }

    /** From one state to another; whether it was there. */
    synchronized boolean move(State from, State to) {
        boolean there = state == from;
        state = there ? to : state;
        return there;
    }

    /** Whether it was stopped by that. */
    synchronized boolean cancel() {
        boolean open = state != State.FAILED && state != State.CANCELLED;
        state = open ? State.CANCELLED : state;
        return open;
    }

    /** What is written stops as soon as somebody stopped it. */
    OutputStream stoppable(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                check();
                super.out.write(some, from, length);
            }

            @Override
            public void write(int one) throws IOException {
                super.out.write(one);
            }
        };
    }
}
