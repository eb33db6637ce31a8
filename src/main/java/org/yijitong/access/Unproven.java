package org.yijitong.access;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** What came back from the identity provider does not prove who somebody is. */
class Unproven extends Exception {
    /** @param code a word of the protocol, for the log of the server; nothing of a person */
    Unproven(String code, Throwable cause) {
        super(code.matches("[a-z_]{1,60}") ? code : "other", cause);
    }

    /** Whether the provider could not be reached, so that nothing was proven or disproven. */
    boolean forWantOfAnAnswer() {
        return Stream.<Throwable>iterate(this, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
