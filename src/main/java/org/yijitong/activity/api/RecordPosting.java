package org.yijitong.activity.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Once;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Unmet;
import tools.jackson.databind.json.JsonMapper;

/** Does what a program asks for once, however often it is sent under one key. */
@Component
class RecordPosting {
    private final Once once;
    private final JsonMapper json;

    RecordPosting(Once once, JsonMapper json) {
        this.once = once;
        this.json = json;
    }

    /** Where the thing is. */
    record Done(String href) {}

    /** @param work returns the address of what it made or changed */
    ResponseEntity<Done> answer(
            Scope scope, HttpServletRequest request, HttpStatus status, Object body, Supplier<String> work) {
        @Nullable String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            throw new Unmet(HttpStatus.BAD_REQUEST, "api.unmet.key");
        }
        String href = once.run(scope, key, request.getRequestURI() + " " + hash(body), work);
        return ResponseEntity.status(status).location(URI.create(href)).body(new Done(href));
    }

    private String hash(Object body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
