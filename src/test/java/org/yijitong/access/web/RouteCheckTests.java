package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Policy;
import org.yijitong.access.Policy.Audience;
import org.yijitong.access.Policy.Reach;
import org.yijitong.access.PolicyTexts;
import org.yijitong.access.Route;
import org.yijitong.access.World;

/** Every route has a rule, every rule a route, and each role gets through exactly where the file says so. */
@AccessTest
class RouteCheckTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Policy policy;

    @Autowired
    List<HandlerMapping> mappings;

    @Test
    void aRouteWithoutARuleStopsTheStartAndIsNamed() {
        start("routes:\n  GET /listed: thing.see\n  GET /stray: thing.see\n")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasMessageContaining("Routes without a rule: [GET /unlisted]")
                        .hasMessageContaining("Rules without a route: [GET /stray]"));
    }

    @Test
    void aRuleForEachRouteLetsItStart() {
        start("routes:\n  GET /listed: thing.see\n  GET /unlisted: thing.see\n")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void theLiveRoutesOfTheProductCanTellAMissingRuleAndAStrayOne() {
        var live = RouteCheck.live(mappings);
        RouteCheck.compare(live, policy.routes());
        for (Route route : policy.routes()) {
            var fewer = new TreeSet<>(policy.routes());
            fewer.remove(route);
            assertThatThrownBy(() -> RouteCheck.compare(live, fewer)).hasMessageContaining(route.toString());
        }
    }

    /** The matrix: every live route, as nobody and as each role, against what the file says. */
    @Test
    void everyRouteAnswersEachRoleAsThePolicySays() {
        var tree = world.tree();
        Map<String, Browser> browsers = new TreeMap<>();
        browsers.put("", new Browser(mvc));
        for (String role : policy.roles()) {
            String name = world.name(role);
            world.account(name, role, tree.department());
            Browser browser = new Browser(mvc);
            browser.signIn(name);
            browsers.put(role, browser);
        }
        int checked = 0;
        for (Route route : readable(RouteCheck.live(mappings))) {
            String path = route.pattern()
                    .replace("{unit}", tree.department().unitId().toString())
                    .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000")
                    .replace("**", "nothing-here");
            for (var each : browsers.entrySet()) {
                int status = Browser.status(each.getValue().get(path));
                expect(route, each.getKey(), status);
                checked++;
            }
        }
        System.out.println("policy matrix: " + checked + " cells agree with policy.yaml");
        assertThat(checked).isGreaterThanOrEqualTo(policy.roles().size() * 10);
    }

    private void expect(Route route, String role, int status) {
        String action = policy.action(route.method(), route.pattern()).orElseThrow();
        Audience audience = policy.audience(action);
        Optional<Reach> reach = role.isEmpty() ? Optional.empty() : policy.reach(role, action);
        String cell = route + " as " + (role.isEmpty() ? "nobody" : role) + " (" + action + ")";
        if (route.pattern().startsWith("/calendars/{key}/")) {
            // The token in the address alone counts, and this one is no token.
            assertThat(status).as(cell).isEqualTo(404);
        } else if (audience != Audience.ANYONE && role.isEmpty()) {
            assertThat(status).as(cell).isIn(303, 401);
        } else if (route.pattern().equals("/")
                && Stream.of("account.see", "matter.own", "log.keep")
                        .anyMatch(entrance -> policy.reach(role, entrance).isPresent())) {
            // Those who see nothing of the work, of which the home is made, come in elsewhere.
            assertThat(status).as(cell).isEqualTo(reach.isEmpty() ? 303 : 200);
        } else if (audience == Audience.ROLES && reach.isEmpty()) {
            assertThat(status).as(cell).isEqualTo(404);
        } else if (!route.pattern().matches(".*(\\*\\*|\\{(?!unit)).*")
                && !route.pattern().equals("/probe/absent")) {
            assertThat(status).as(cell).isNotIn(401, 403, 404);
        }
    }

    private static List<Route> readable(Collection<Route> routes) {
        return routes.stream()
                .filter(route -> route.method().equals("GET"))
                .filter(route -> !route.pattern().startsWith("/api/"))
                .toList();
    }

    private static WebApplicationContextRunner start(String routes) {
        return new WebApplicationContextRunner()
                .withBean("policyText", String.class, () -> routes)
                .withUserConfiguration(Small.class);
    }

    /** A product of two routes. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @Import(RouteCheck.class)
    static class Small {
        @Bean
        Policy policy(String policyText) {
            return PolicyTexts.read("roles: {}\nactions:\n  thing.see: {means: test, who: anyone}\n" + policyText);
        }

        @RestController
        static class Routes {
            @GetMapping({"/listed", "/unlisted"})
            String see() {
                return "";
            }
        }
    }
}
