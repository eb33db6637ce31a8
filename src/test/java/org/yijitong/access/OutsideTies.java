package org.yijitong.access;

import java.util.UUID;

/** IdentityTies that no provider of the test has proven. */
public final class OutsideTies {
    private OutsideTies() {}

    /** IdentityTies an account to somebody of that name at another provider. */
    public static boolean tie(IdentityTies ties, UUID account, String issuer, String subject) {
        return ties.connect(account, new OutsideIdentity(issuer, subject));
    }
}
