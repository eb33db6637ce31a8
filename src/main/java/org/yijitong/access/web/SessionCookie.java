package org.yijitong.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that holds the secret of a session; it ends with the browser. */
final class SessionCookie {
    static final String NAME = "yjt";

    private SessionCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    static String set(HttpServletRequest request, String secret) {
        return cookie(request, secret).build().toString();
    }

    static String clear(HttpServletRequest request) {
        return cookie(request, "").maxAge(Duration.ZERO).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String secret) {
        return ResponseCookie.from(NAME, secret)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }
}
