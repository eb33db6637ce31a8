package org.yijitong.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entity tags (RFC 9110, section 8.8.3): the same while what is shown is the same. */
@Component
public class Tags {
    private final JsonMapper json;

    Tags(JsonMapper json) {
        this.json = json;
    }

    /** The thing with its tag; 304 when the caller has it already. */
    public <T> ResponseEntity<T> answer(T shown) {
        return ResponseEntity.ok().eTag(of(shown)).body(shown);
    }

    String of(Object shown) {
        return "\"" + Sha256.hex(json.writeValueAsBytes(shown)) + "\"";
    }

    /**
     * For a change that replaces what was read.
     *
     * @param sent the header {@code If-Match}
     * @throws Unmet when it is missing, or is not the tag of what is there now
     */
    public void require(@Nullable String sent, Object now) {
        if (sent == null) {
            throw new Unmet(HttpStatus.PRECONDITION_REQUIRED, "api.unmet.ifMatch");
        }
        if (!sent.equals(of(now))) {
            throw new Unmet(HttpStatus.PRECONDITION_FAILED, "api.unmet.changed");
        }
    }
}
