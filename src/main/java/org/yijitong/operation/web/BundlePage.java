package org.yijitong.operation.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.operation.BundleRun;
import org.yijitong.shared.Invalid;

/**
 * The newest bundle of a unit, and the form for another one.
 *
 * @param run null when there is none
 * @param asker what the account is called that asked for it; empty when unknown
 * @param mine whether the reader asked for it
 * @param mayMake whether the reader may ask for one
 * @param mayRelease whether the reader may let others take theirs
 * @param reason as typed, when it was refused; the passphrase is never shown again
 */
public record BundlePage(
        @Nullable BundleRun run,
        String asker,
        boolean mine,
        boolean mayMake,
        boolean mayRelease,
        String reason,
        Map<String, Invalid.Fault> faults) {
    /** Whether it is being made, so that the page comes again by itself. */
    public boolean working() {
        return run != null && run.state() == BundleRun.State.PACKING;
    }

    /** Where it is, among the messages. */
    public String state() {
        return run == null ? "" : "operation.bundle.state." + run.state();
    }

    /** Whether the reader may agree that it is taken. */
    public boolean releasable() {
        return run != null && run.state() == BundleRun.State.WAITING && mayRelease && !mine;
    }

    /** Whether the reader may take it. */
    public boolean takeable() {
        return run != null && run.state() == BundleRun.State.RELEASED && mine && mayMake;
    }

    /** Whether there is something to be put away. */
    public boolean kept() {
        return run != null && (run.state() == BundleRun.State.WAITING || run.state() == BundleRun.State.RELEASED);
    }

    /** How large it is, in thousands of bytes. */
    public long kilobytes() {
        return run == null ? 0 : (run.bytes() + 999) / 1000;
    }
}
