package org.yijitong.activity.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.yijitong.shared.Once;
import org.yijitong.shared.Scope;

/** Does what a form of records asks for once, however often it is sent, and leads to what came of it. */
@Component
class RecordDeeds {
    private final Once once;

    RecordDeeds(Once once) {
        this.once = once;
    }

    /** @param work returns the address to go to */
    View run(Scope scope, String route, MultiValueMap<String, String> values, Supplier<String> work) {
        String key = java.util.Objects.requireNonNullElse(values.getFirst("key"), "");
        RedirectView next = new RedirectView(once.run(scope, key, route + " " + hash(values), work));
        next.setStatusCode(HttpStatus.SEE_OTHER);
        next.setExpandUriTemplateVariables(false);
        return next;
    }

    private static String hash(MultiValueMap<String, String> values) {
        Map<String, List<String>> fields = new TreeMap<>(values);
        List.of("_csrf", "key").forEach(fields::remove);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(fields.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
