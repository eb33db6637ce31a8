package org.yijitong.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.util.WebUtils;
import org.yijitong.shared.SiteCookie;

/** The cookie that holds the secret of a session; it ends with the browser. */
final class SessionCookie {
    static final String NAME = "yjt";

    private SessionCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    static String set(HttpServletRequest request, String secret) {
        return SiteCookie.header(request, NAME, "/", secret, SiteCookie.SESSION);
    }

    static String clear(HttpServletRequest request) {
        return SiteCookie.header(request, NAME, "/", "", Duration.ZERO);
    }
}
