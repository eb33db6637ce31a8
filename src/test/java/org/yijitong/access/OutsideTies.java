package org.yijitong.access;

import java.util.UUID;

/** Ties that no provider of the test has proven. */
public final class OutsideTies {
    private OutsideTies() {}

    /** Ties an account to somebody of that name at another provider. */
    public static boolean tie(Ties ties, UUID account, String issuer, String subject) {
        return ties.connect(account, new OutsideIdentity(issuer, subject));
    }
}
