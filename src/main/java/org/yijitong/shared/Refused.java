package org.yijitong.shared;

import java.util.List;

/** A rule says no: shown as HTTP 409 with the sentence of the message key. Nothing has been stored. */
public class Refused extends RuntimeException {
    private final String messageKey;
    private final transient List<Object> arguments;

    public Refused(String messageKey, Object... arguments) {
        super(messageKey + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    /** What fills the places of the message. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
