package org.yijitong.audit;

import org.yijitong.shared.Refused;

/** The log is not what was signed. Nothing is signed any more until someone has looked: {@code ./run verify-audit}. */
public final class LogBroken extends Refused {
    private static final long serialVersionUID = 1;

    private final String why;

    LogBroken(String why) {
        super("audit.broken");
        this.why = why;
    }

    @Override
    public String getMessage() {
        return "the audit log does not continue what was signed: " + why;
    }
}
