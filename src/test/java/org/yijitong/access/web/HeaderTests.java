package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.HandlerMapping;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Route;
import org.yijitong.shared.Assets;

/** The headers that protect a browser are on every answer, whatever it is. */
@AccessTest
class HeaderTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<HandlerMapping> mappings;

    @Test
    void everyRouteAnswersWithTheProtectingHeaders() {
        for (Route route : RouteCheck.live(mappings)) {
            check("/".equals(route.pattern()) ? "/" : route.pattern().replaceAll("\\{[^}]+}|\\*\\*", "x"));
        }
        check("/no/such/address");
        check(Assets.url("yj.css"));
    }

    @Test
    void pagesAreNotKeptByAnyCacheButAssetsAre() {
        assertThat(headers("/sign-in").getHeader("Cache-Control")).contains("no-store");
        assertThat(headers(Assets.url("yj.css")).getHeader("Cache-Control")).contains("immutable");
    }

    @Test
    void theCookieIsSecureAsSoonAsTheConnectionIs() {
        var answer = mvc.post().uri("/sign-out").secure(true).exchange().getResponse();
        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    private void check(String path) {
        MockHttpServletResponse answer = headers(path);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .as(path)
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'none'; "
                        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                        + "manifest-src 'self'");
        assertThat(answer.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).as(path).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).as(path).contains("camera=()");
        assertThat(answer.getHeader("X-Frame-Options")).as(path).isEqualTo("DENY");
    }

    private MockHttpServletResponse headers(String path) {
        return new Browser(mvc).get(path).getResponse();
    }
}
