package org.yijitong.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Does what a form asks for once, however often it is sent, and leads to the page that shows what came of it. */
@Component
public class Deeds {
    private final Once once;

    Deeds(Once once) {
        this.once = once;
    }

    /**
     * Runs the work of a form and leads on.
     *
     * @param route what the form was sent to
     * @param fields what was typed, the form's {@code key} among it; of a file its hash
     * @param work returns the address to go to
     */
    public View run(Scope scope, String route, Map<String, List<String>> fields, Supplier<String> work) {
        return SeeOther.to(done(scope, route, fields, work));
    }

    /**
     * Runs the work of a form and leads on, to a page that says something once.
     *
     * @param notice what it says
     */
    public View run(Scope scope, HttpServletRequest request, Supplier<String> work, String notice) {
        String address = run(scope, request, work);
        RequestContextUtils.getOutputFlashMap(request).put(Pages.NOTICE, notice);
        return SeeOther.to(address);
    }

    /** Runs the work of a form whose answer is no redirect; gives back what the work returned. */
    public String run(Scope scope, HttpServletRequest request, Supplier<String> work) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.asList(values)));
        return done(scope, request.getRequestURI(), fields, work);
    }

    /**
     * Runs the work of a form that changes what has a page already, and leads there.
     *
     * @param address of that page
     */
    public View run(Scope scope, String route, Map<String, List<String>> fields, String address, Runnable work) {
        return SeeOther.to(once.run(scope, key(fields), fingerprint(route, fields), address, work));
    }

    private static String key(Map<String, List<String>> fields) {
        List<String> keys = fields.getOrDefault("key", List.of());
        return keys.isEmpty() ? "" : keys.getFirst();
    }

    private String done(Scope scope, String route, Map<String, List<String>> fields, Supplier<String> work) {
        return once.run(scope, key(fields), fingerprint(route, fields), work);
    }

    private static String fingerprint(String route, Map<String, List<String>> fields) {
        List<String> texts = new ArrayList<>(List.of(route));
        new TreeMap<>(fields).forEach((name, values) -> {
            if (!name.equals("key") && !name.equals("_csrf")) {
                texts.add(name);
                texts.add(Integer.toString(values.size()));
                texts.addAll(values);
            }
        });
        return Sha256.fingerprint(texts.toArray(String[]::new));
    }
}
