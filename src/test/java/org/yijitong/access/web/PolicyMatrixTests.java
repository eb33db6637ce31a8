package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.HandlerMapping;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Delegation;
import org.yijitong.access.Grants;
import org.yijitong.access.Policy;
import org.yijitong.access.PolicyTexts;
import org.yijitong.access.Probe;
import org.yijitong.access.Route;
import org.yijitong.access.World;
import org.yijitong.access.web.PolicyMatrix.Cell;
import org.yijitong.access.web.PolicyMatrix.Place;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Scope;

/**
 * Every live route, asked by every role from seven places, against what the policy file says: what is let through and with
 * which scope, and how the rest is refused. Nothing is run behind the gate, so that what changes things is asked as well.
 */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyMatrixTests {
    private static final String NO_SUCH = "00000000-0000-7000-8000-000000000000";
    /** A rule of one role within the line of an action: {@code secretary: own}. */
    private static final Pattern RULE = Pattern.compile("(?<=[{ ])(\\w+): (own and below|\"own, and[^\"]*\"|own)(, )?");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Delegation delegation;

    @Autowired
    Grants grants;

    @Autowired
    Policy policy;

    @Autowired
    List<HandlerMapping> mappings;

    private final Map<Cell, String> answers = new TreeMap<>();

    private @Nullable PolicyMatrix matrix;

    /** The world is made and asked once. */
    private PolicyMatrix asked() {
        PolicyMatrix made = matrix;
        if (made == null) {
            made = new PolicyMatrix(world.tree());
            ask(made);
            matrix = made;
        }
        return made;
    }

    @Test
    void everyRouteAnswersEveryRoleFromEveryPlaceAsThePolicySays() {
        PolicyMatrix matrix = asked();
        Map<Cell, String> wrong = matrix.mismatches(policy, answers);
        System.out.println(PolicyMatrix.count(answers, wrong.size()));
        assertThat(wrong).isEmpty();
        assertThat(answers).hasSizeGreaterThan(10_000);
    }

    /** Whatever line of the file is left out or reaches further, what was answered shows it. */
    @Test
    void everyHoleInThePolicyIsSeen() throws IOException {
        PolicyMatrix matrix = asked();
        String file = Probe.realPolicy();
        int routes = file.indexOf("\nroutes:");
        List<MatchResult> rules =
                RULE.matcher(file.substring(0, routes)).results().toList();
        assertThat(rules).hasSizeGreaterThan(80);
        for (MatchResult rule : rules) {
            String line = file.substring(file.lastIndexOf('\n', rule.start()) + 1, rule.start());
            String action = line.strip().replaceFirst(":.*", "");
            if (!line.contains("&") && !file.substring(routes).contains(": " + action + "\n")) {
                // Nothing but an entry of the navigation asks for it.
                continue;
            }
            String without = file.substring(0, rule.start()) + file.substring(rule.end());
            assertThat(seen(matrix, without)).as("without %s", rule.group()).isTrue();
        }
    }

    /** A gate that forgets to look where the unit lies, as many have: the cells of the units beside it show it. */
    @Test
    void aGateThatForgetsWhereTheUnitLiesIsSeen() {
        PolicyMatrix matrix = asked();
        Map<Cell, String> careless = new TreeMap<>(answers);
        careless.replaceAll((cell, answer) -> {
            String own = answers.getOrDefault(new Cell(cell.route(), cell.role(), Place.OWN), answer);
            return cell.place() == Place.ANONYMOUS || cell.place() == Place.NONE ? answer : own;
        });
        Set<Place> shown = matrix.mismatches(policy, careless).keySet().stream()
                .map(Cell::place)
                .collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrder(Place.CHILD, Place.PARENT, Place.SIBLING, Place.OTHER);
    }

    private boolean seen(PolicyMatrix matrix, String file) {
        return !matrix.mismatches(PolicyTexts.read(file), answers).isEmpty();
    }

    private void ask(PolicyMatrix matrix) {
        Set<Route> routes = RouteCheck.live(mappings);
        routes.removeIf(route -> route.pattern().contains("/probe"));
        for (String role : policy.roles()) {
            for (Place place : Place.values()) {
                Browser browser = browser(matrix, role, place);
                String token = browser.token();
                routes.forEach(route -> {
                    String path = path(matrix, route);
                    answers.put(new Cell(route, role, place), answer(route, browser.ask(method(route), path, token)));
                });
            }
        }
    }

    private Browser browser(PolicyMatrix matrix, String role, Place place) {
        Browser browser = new Browser(mvc);
        if (place != Place.ANONYMOUS) {
            String name = world.name(role);
            Unit home = matrix.home(place);
            UUID account = world.account(name, role, home);
            browser.signIn(name);
            if (place == Place.NONE) {
                delegation.end(
                        new Scope(Accounts.NOBODY, home.unitId(), home.rootId().value()),
                        "administrator",
                        account,
                        grants.of(account).getFirst().grantId());
            }
        }
        return browser;
    }

    private static HttpMethod method(Route route) {
        return route.method().equals(Route.ANY) ? HttpMethod.GET : HttpMethod.valueOf(route.method());
    }

    private static String path(PolicyMatrix matrix, Route route) {
        return route.pattern()
                .replace("{unit}", matrix.tree().department().unitId().toString())
                .replaceAll("\\{[^}]+}", NO_SUCH)
                .replace("**", "nothing-here");
    }

    private static String answer(Route route, MvcTestResult result) {
        int status = Browser.status(result);
        if (route.pattern().startsWith("/actuator/health") && (status == 200 || status == 404)) {
            // No configurer reaches this mapping, so it is run: it knows its parts, or knows none of that name.
            return "through";
        }
        String location = Browser.location(result);
        return switch (status) {
            case Probe.THROUGH -> ("through " + Browser.text(result)).strip();
            case 401 -> "sign in";
            case 303 -> location.startsWith("/sign-in") ? "sign in" : "to " + location;
            case 403, 428 -> "a reason";
            case 404 -> "nothing";
            default -> "status " + status;
        };
    }
}
