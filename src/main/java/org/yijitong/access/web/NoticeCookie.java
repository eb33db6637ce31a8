package org.yijitong.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.util.WebUtils;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Pages;
import org.yijitong.shared.SiteCookie;

/**
 * Carries the one sentence for the next page in a cookie of a minute's life. Spring's own way would open a container
 * session, of which this product has none. The sentence is shown as text and decides nothing.
 */
@Component("flashMapManager")
class NoticeCookie implements FlashMapManager {
    static final String NAME = "notice";
    private static final int LONGEST = 500;

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().length() > 4 * LONGEST || !isPage(request)) {
            return null;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, SiteCookie.header(request, NAME, "/", "", Duration.ZERO));
        if (!cookie.getValue().matches("[A-Za-z0-9_-]+")) {
            return null;
        }
        FlashMap notice = new FlashMap();
        notice.put(Pages.NOTICE, new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8));
        return notice;
    }

    @Override
    public void saveOutputFlashMap(FlashMap map, HttpServletRequest request, HttpServletResponse response) {
        if (map.get(Pages.NOTICE) instanceof String text) {
            byte[] bytes = Cut.at(LONGEST, text).getBytes(StandardCharsets.UTF_8);
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            response.addHeader(
                    HttpHeaders.SET_COOKIE, SiteCookie.header(request, NAME, "/", value, Duration.ofMinutes(1)));
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/assets/");
    }
}
