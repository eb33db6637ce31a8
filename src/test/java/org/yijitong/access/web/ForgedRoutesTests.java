package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.HandlerMapping;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Route;
import org.yijitong.access.World;

/** Every live route that changes something, asked from a page of somebody else: without a token, and with a wrong one. */
@AccessTest
class ForgedRoutesTests {
    /** Theme, size and language; and what programs of people without an account send, where no cookie is looked at. */
    private static final Set<String> FREE = Set.of("/preferences", "/open311/v2/requests.{format}");

    private static final String NO_SUCH = "00000000-0000-7000-8000-000000000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    List<HandlerMapping> mappings;

    private final Map<String, HttpMethod> changing = new TreeMap<>();
    private String unit = "";

    @BeforeEach
    void everyRouteThatChangesSomething() {
        for (Route route : RouteCheck.live(mappings)) {
            HttpMethod method = HttpMethod.valueOf(route.method().equals(Route.ANY) ? "GET" : route.method());
            if (!List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(method)) {
                changing.put(route.pattern(), method);
            }
        }
        assertThat(changing).hasSizeGreaterThan(100);
    }

    @Test
    void noRouteThatChangesSomethingTakesAForgedRequest() {
        Set<String> let = new TreeSet<>();
        int asked = 0;
        for (String role : List.of("", "administrator", "officer")) {
            Browser browser = role.isEmpty() ? new Browser(mvc) : signedIn(role);
            String own = browser.token();
            List<String> wrong = List.of("", "x", browser.cookie("XSRF-TOKEN"), new Browser(mvc).token());
            for (Map.Entry<String, HttpMethod> route : changing.entrySet()) {
                if (unit.isEmpty() && route.getKey().startsWith("/api/")) {
                    // Who has not signed in has nothing that a forged request could use.
                    continue;
                }
                for (String token : wrong) {
                    asked++;
                    var answer = browser.ask(route.getValue(), path(route.getKey()), token);
                    headers(route.getKey(), answer.getResponse());
                    if (status(answer) != 403) {
                        let.add(route.getKey());
                    }
                }
                // The token is all that was missing.
                assertThat(status(browser.ask(route.getValue(), path(route.getKey()), own)))
                        .as(route.getKey())
                        .isNotEqualTo(403);
            }
        }
        long wrongly = let.stream().filter(each -> !FREE.contains(each)).count();
        System.out.println("forged requests: " + changing.size() + " changing routes, " + asked + " requests, "
                + wrongly + " let through");
        assertThat(let).isSubsetOf(FREE);
    }

    private static void headers(String route, MockHttpServletResponse answer) {
        assertThat(answer.getHeader("Content-Security-Policy"))
                .as(route)
                .contains("default-src 'none'")
                .contains("script-src 'self'; style-src 'self'");
        assertThat(answer.getHeader("X-Content-Type-Options")).as(route).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).as(route).isEqualTo("DENY");
    }

    private Browser signedIn(String role) {
        var home = world.tree().department();
        unit = home.unitId().toString();
        String name = world.name(role);
        world.account(name, role, home);
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private String path(String pattern) {
        return pattern.replace("{unit}", unit.isEmpty() ? NO_SUCH : unit)
                .replaceAll("\\{[^}]+}", NO_SUCH)
                .replace("**", "x");
    }
}
