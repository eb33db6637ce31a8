package org.yijitong.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that carries a way out to the identity provider, sealed; sent where the way comes back, and nowhere else. */
final class DetourCookie {
    static final String NAME = "detour";

    private DetourCookie() {}

    /** What the browser brought, or empty. */
    static String of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? "" : cookie.getValue();
    }

    static String set(HttpServletRequest request, String carried) {
        return cookie(request, carried, Duration.ofMinutes(10));
    }

    static String clear(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .path("/sign-in/identity")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
