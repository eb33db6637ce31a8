package org.yijitong.organization.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Once;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Unmet;

/** Does what a POST asks for once, however often it is sent under one key. */
@Component
class Posting {
    /** The header that names the request; see the IETF draft "The Idempotency-Key HTTP Header Field". */
    static final String KEY = "Idempotency-Key";

    private final Once once;
    private final Tags tags;

    Posting(Once once, Tags tags) {
        this.once = once;
        this.tags = tags;
    }

    /**
     * What came of a request.
     *
     * @param href the address of what was made or changed
     */
    record Done(String href) {}

    /** For work that makes something: 201. */
    ResponseEntity<Done> made(Scope scope, HttpServletRequest request, Object body, Supplier<String> work) {
        return answer(HttpStatus.CREATED, run(scope, request, body, work));
    }

    /** For work that changes something: 200. */
    ResponseEntity<Done> changed(Scope scope, HttpServletRequest request, Object body, Supplier<String> work) {
        return answer(HttpStatus.OK, run(scope, request, body, work));
    }

    private String run(Scope scope, HttpServletRequest request, Object body, Supplier<String> work) {
        @Nullable String key = request.getHeader(KEY);
        if (key == null) {
            throw new Unmet(HttpStatus.BAD_REQUEST, "api.unmet.key");
        }
        return once.run(scope, key, request.getRequestURI() + " " + tags.hash(body), work);
    }

    private static ResponseEntity<Done> answer(HttpStatus status, String href) {
        return ResponseEntity.status(status).location(URI.create(href)).body(new Done(href));
    }
}
