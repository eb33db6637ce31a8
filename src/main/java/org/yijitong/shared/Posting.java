package org.yijitong.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Does what a program asks for with a POST once, however often it is sent under one key. */
@Component
public class Posting {
    /** The header that names the request; see the IETF draft "The Idempotency-Key HTTP Header Field". */
    public static final String KEY = "Idempotency-Key";

    private final Once once;
    private final JsonMapper json;

    Posting(Once once, JsonMapper json) {
        this.once = once;
        this.json = json;
    }

    /**
     * What came of a request.
     *
     * @param href the address of what was made or changed
     */
    public record Done(String href) {}

    /**
     * For work that makes something: 201.
     *
     * @param body what is asked for; of a file its hash
     * @param work returns the address of what it made
     * @throws Unmet when the header is missing
     * @throws Refused if the key was used before for something else
     */
    public ResponseEntity<Done> made(Scope scope, HttpServletRequest request, Object body, Supplier<String> work) {
        return answer(HttpStatus.CREATED, run(scope, request, body, work));
    }

    /** For work that changes something: 200; otherwise as {@link #made}. */
    public ResponseEntity<Done> changed(Scope scope, HttpServletRequest request, Object body, Supplier<String> work) {
        return answer(HttpStatus.OK, run(scope, request, body, work));
    }

    /**
     * The same where it is known before what will be changed.
     *
     * @param href its address
     */
    public ResponseEntity<Done> changed(
            Scope scope, HttpServletRequest request, Object body, String href, Runnable work) {
        return answer(HttpStatus.OK, once.run(scope, key(request), fingerprint(request, body), href, work));
    }

    private String run(Scope scope, HttpServletRequest request, Object body, Supplier<String> work) {
        return once.run(scope, key(request), fingerprint(request, body), work);
    }

    private static String key(HttpServletRequest request) {
        @Nullable String key = request.getHeader(KEY);
        if (key == null) {
            throw new Unmet(HttpStatus.BAD_REQUEST, "api.unmet.key");
        }
        return key;
    }

    private String fingerprint(HttpServletRequest request, Object body) {
        return Sha256.fingerprint(request.getRequestURI(), json.writeValueAsString(body));
    }

    private static ResponseEntity<Done> answer(HttpStatus status, String href) {
        return ResponseEntity.status(status).location(URI.create(href)).body(new Done(href));
    }
}
