package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import org.yijitong.shared.Once;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Scope;

/** Does what a form asks for once, however often it is sent, and leads to the page that shows what came of it. */
@Component
class PersonDeeds {
    private final Once once;

    PersonDeeds(Once once) {
        this.once = once;
    }

    /**
     * Runs the work of a form.
     *
     * @param work returns the address to go to
     * @param notice what that page says
     */
    View run(Scope scope, HttpServletRequest request, Supplier<String> work, String notice) {
        String address = run(scope, request, work);
        RequestContextUtils.getOutputFlashMap(request).put(Pages.NOTICE, notice);
        RedirectView next = new RedirectView(address);
        next.setStatusCode(HttpStatus.SEE_OTHER);
        next.setExpandUriTemplateVariables(false);
        return next;
    }

    /** Runs the work of a form whose answer is no redirect; gives back what the work returned. */
    String run(Scope scope, HttpServletRequest request, Supplier<String> work) {
        return once.run(scope, key(request), fingerprint(request), work);
    }

    private static String key(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("key"), "");
    }

    private static String fingerprint(HttpServletRequest request) {
        Map<String, String> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.toString(values)));
        fields.remove("key");
        fields.remove("_csrf");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(fields.toString().getBytes(StandardCharsets.UTF_8));
            return request.getRequestURI() + " " + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
