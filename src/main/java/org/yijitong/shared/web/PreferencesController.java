package org.yijitong.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.shared.SiteCookie;

/**
 * Language, theme and size of text, kept in cookies so that they hold before sign-in and without JavaScript. Takes no
 * CSRF token, on purpose: the worst a stranger's page could do is to enlarge the text, and a token would force a
 * session upon every visitor.
 */
@Controller
class PreferencesController {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final Map<String, List<String>> CHOICES = Map.of(
            "lang", List.of("zh-Hans-CN", "zh-Hant", "en"),
            "theme", List.of("auto", "light", "dark"),
            "size", List.of("normal", "large"));

    @PostMapping("/preferences")
    ResponseEntity<Void> choose(
            @RequestParam Map<String, String> chosen,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        CHOICES.forEach((name, values) -> {
            String value = chosen.get(name);
            if (value != null && values.contains(value)) {
                headers.add(HttpHeaders.SET_COOKIE, SiteCookie.header(request, name, "/", value, A_YEAR));
            }
        });
        headers.set(HttpHeaders.LOCATION, ownPath(back));
        return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
    }

    /** A path of this site, or home: two slashes, a backslash or a control character could lead to another host. */
    static String ownPath(String back) {
        boolean own = back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return own ? back : "/";
    }
}
