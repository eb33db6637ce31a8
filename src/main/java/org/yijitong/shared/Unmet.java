package org.yijitong.shared;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A condition that a request names, or has to name, is not met (RFC 9110, section 13): someone changed the thing
 * meanwhile, or a header is missing. Nothing has been stored.
 */
public class Unmet extends RuntimeException {
    private final HttpStatus status;
    private final String messageKey;
    private final @Nullable Duration wait;

    /**
     * Says which.
     *
     * @param status 400, 412, 428 or 429
     * @param messageKey the sentence that says what to do
     */
    public Unmet(HttpStatus status, String messageKey) {
        this(status, messageKey, null);
    }

    private Unmet(HttpStatus status, String messageKey, @Nullable Duration wait) {
        super(messageKey);
        this.status = status;
        this.messageKey = messageKey;
        this.wait = wait;
    }

    /** It was done too often (429), and may be done again after a while. */
    public static Unmet tooOften(String messageKey, Duration wait) {
        return new Unmet(HttpStatus.TOO_MANY_REQUESTS, messageKey, wait);
    }

    public HttpStatus status() {
        return status;
    }

    public String messageKey() {
        return messageKey;
    }

    /** For the header {@code Retry-After}, in seconds. */
    public Optional<Long> retryAfter() {
        return Optional.ofNullable(wait).map(Duration::toSeconds);
    }
}
