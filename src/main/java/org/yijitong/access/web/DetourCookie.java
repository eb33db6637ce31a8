package org.yijitong.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.web.util.WebUtils;
import org.yijitong.shared.SiteCookie;

/** The cookie that carries a way out to the identity provider, sealed; sent where the way comes back, and nowhere else. */
final class DetourCookie {
    static final String NAME = "detour";
    private static final String PATH = "/sign-in/identity";

    private DetourCookie() {}

    /** What the browser brought, or empty. */
    static String of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? "" : cookie.getValue();
    }

    static String set(HttpServletRequest request, String carried) {
        return SiteCookie.header(request, NAME, PATH, carried, Duration.ofMinutes(10));
    }

    static String clear(HttpServletRequest request) {
        return SiteCookie.header(request, NAME, PATH, "", Duration.ZERO);
    }
}
