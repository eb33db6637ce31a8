package org.yijitong.access;

/** The identity provider does not answer, or says of itself what cannot be used. */
class ProviderAway extends Exception {
    ProviderAway(String reason, Throwable cause) {
        super(reason, cause);
    }

    ProviderAway(String reason) {
        super(reason);
    }
}
