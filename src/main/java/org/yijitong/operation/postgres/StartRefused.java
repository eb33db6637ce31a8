package org.yijitong.operation.postgres;

/**
 * The product cannot start, for a reason the person at the console can act on. The message is that reason in one line;
 * it is printed without a stack trace and the process ends with status 2.
 */
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
