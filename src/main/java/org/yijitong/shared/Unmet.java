package org.yijitong.shared;

import org.springframework.http.HttpStatus;

/**
 * A condition that a request names, or has to name, is not met (RFC 9110, section 13): someone changed the thing
 * meanwhile, or a header is missing. Nothing has been stored.
 */
public class Unmet extends RuntimeException {
    private final HttpStatus status;
    private final String messageKey;

    /**
     * Says which.
     *
     * @param status 400, 412, 428 or 429
     * @param messageKey the sentence that says what to do
     */
    public Unmet(HttpStatus status, String messageKey) {
        super(messageKey);
        this.status = status;
        this.messageKey = messageKey;
    }

    public HttpStatus status() {
        return status;
    }

    public String messageKey() {
        return messageKey;
    }
}
