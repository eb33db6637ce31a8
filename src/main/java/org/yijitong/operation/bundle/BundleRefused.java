package org.yijitong.operation.bundle;

/** A bundle that cannot be made or taken in; the message is the reason in one sentence, for the person at the console. */
public final class BundleRefused extends RuntimeException {
    BundleRefused(String message) {
        super(message);
    }

    BundleRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
