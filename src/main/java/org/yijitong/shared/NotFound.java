package org.yijitong.shared;

/** Absent, or not visible to the caller: the two are never told apart. Shown as HTTP 404. */
public class NotFound extends RuntimeException {
    public NotFound() {
        super("not found or not visible", null, false, false);
    }
}
