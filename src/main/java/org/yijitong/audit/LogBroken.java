package org.yijitong.audit;

/** The log is not what was signed. Nothing is signed any more until someone has looked: {@code ./run verify-audit}. */
public final class LogBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogBroken(String why) {
        super("the audit log does not continue what was signed: " + why);
    }
}
