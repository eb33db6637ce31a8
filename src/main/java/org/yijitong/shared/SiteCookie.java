package org.yijitong.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** Cookies that scripts do not read and other sites do not send along (RFC 6265bis), as {@code Set-Cookie} says them. */
public final class SiteCookie {
    /** Until the browser is closed. */
    public static final Duration SESSION = Duration.ofSeconds(-1);

    private SiteCookie() {}

    /**
     * Sets one.
     *
     * @param path below which the browser brings it back
     * @param life zero takes it away
     */
    public static String header(HttpServletRequest request, String name, String path, String value, Duration life) {
        return ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
