package org.yijitong.matter.open311;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that the specification answers with an error: 403 for the key, 404 for what is not there, 400 for everything
 * else.
 */
public class Fault extends RuntimeException {
    private final HttpStatus status;
    private final String messageKey;
    private final transient List<Object> arguments;

    Fault(HttpStatus status, String messageKey, Object... arguments) {
        super(messageKey);
        this.status = status;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public HttpStatus status() {
        return status;
    }

    public String messageKey() {
        return messageKey;
    }

    /** What fills the places of the sentence. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
