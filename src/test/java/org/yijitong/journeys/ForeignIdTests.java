package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Policy;
import org.yijitong.access.Route;
import org.yijitong.access.World;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;

/**
 * Every page with an id in its address, opened by someone of another unit who may open such pages in their own: under the
 * foreign unit, and with the foreign ids under the own unit. Both look like what does not exist.
 */
@ServedTest
class ForeignIdTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String NO_SUCH = "00000000-0000-7000-8000-000000000000";
    private static final String VARIABLE = "\\{[^}]+}";

    private final ApplicationContext context;
    private final String base;
    /** What shows, by visitor, that a request with a cookie comes from a page of ours. */
    private final Map<HttpClient, String> shown = new HashMap<>();

    @Autowired
    ForeignIdTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
    }

    @Test
    void nothingOfAnotherUnitIsReachedByItsId() throws IOException, InterruptedException {
        World world = new World(context.getBean(Units.class), context.getBean(Accounts.class));
        Unit own = world.tree().department();
        String foreign = Sample.of(context).unit().unitId().toString();
        List<String> addresses = new ArrayList<>();
        for (Visit visit : Visits.of(context, base)) {
            String address = visit.address();
            if (address.startsWith("/accounts/") && ID.matcher(address).find()) {
                addresses.add(address);
            }
            if (address.contains(foreign)) {
                addresses.add(address);
                String moved = address.replace(foreign, own.unitId().toString());
                if (ID.matcher(moved).results().count() > 1) {
                    addresses.add(moved);
                }
            }
        }
        assertThat(addresses).hasSizeGreaterThan(60);
        for (String role : List.of("administrator", "officer", "staff")) {
            HttpClient visitor = signedIn(world, role, own);
            List<String> leaks = new ArrayList<>();
            for (String address : addresses) {
                int status = get(visitor, address).statusCode();
                if (status != 404) {
                    leaks.add(status + " " + address);
                }
            }
            assertThat(leaks).as("as %s of another unit", role).isEmpty();
        }
        System.out.println("foreign ids: " + 3 * addresses.size() + " addresses, 0 leaks");
    }

    /** Every id that pages know of one unit, at every place for an id that the interface has, by people of another unit. */
    @Test
    void nothingOfAnotherUnitIsReachedByItsIdThroughTheInterface() throws IOException, InterruptedException {
        World world = new World(context.getBean(Units.class), context.getBean(Accounts.class));
        Unit own = world.tree().department();
        String foreign = Sample.of(context).unit().unitId().toString();
        Set<String> ids = Visits.of(context, base).stream()
                .map(Visit::address)
                .filter(address -> address.contains(foreign) || address.startsWith("/accounts/"))
                .flatMap(address -> ID.matcher(address).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> patterns = context.getBean(Policy.class).routes().stream()
                .filter(route -> route.method().equals("GET") && route.pattern().startsWith("/api/v1/units/{unit}/"))
                .map(Route::pattern)
                .toList();
        assertThat(patterns).hasSizeGreaterThan(40).anyMatch(pattern -> pattern.contains("/accounts/{account}"));
        for (String role : List.of("administrator", "officer")) {
            HttpClient visitor = signedIn(world, role, own);
            List<String> leaks = new ArrayList<>();
            for (String pattern : patterns) {
                leaks.addAll(
                        leaks(visitor, pattern.replace("{unit}", own.unitId().toString()), ids));
                String there = pattern.replace("{unit}", foreign).replaceAll(VARIABLE, NO_SUCH);
                if (!asked(visitor, there).startsWith("404")) {
                    leaks.add(there);
                }
            }
            assertThat(leaks).as("as %s of another unit", role).isEmpty();
        }
        System.out.printf("foreign ids at the interface: %d routes × %d ids, 0 leaks%n", patterns.size(), ids.size());
    }

    /** The addresses under one's own unit that answer a foreign id otherwise than one that nothing has. */
    private List<String> leaks(HttpClient visitor, String pattern, Set<String> ids)
            throws IOException, InterruptedException {
        List<String> leaks = new ArrayList<>();
        if (pattern.contains("{")) {
            String absent = asked(visitor, pattern.replaceAll(VARIABLE, NO_SUCH));
            for (String id : ids) {
                String address = pattern.replaceAll(VARIABLE, id);
                if (!asked(visitor, address).equals(absent)) {
                    leaks.add(address);
                }
            }
        }
        return leaks;
    }

    private String asked(HttpClient visitor, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(visitor, address, "X-XSRF-TOKEN", shown.getOrDefault(visitor, ""));
        return answer.statusCode() + " " + answer.body();
    }

    private static String token(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
    }

    private HttpClient signedIn(World world, String role, Unit unit) throws IOException, InterruptedException {
        String name = world.name("stranger");
        world.account(name, role, unit);
        HttpClient visitor =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = token(get(visitor, "/sign-in"));
        HttpRequest form = HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "name=" + encoded(name) + "&password=" + encoded(World.PASSWORD) + "&_csrf=" + encoded(token)))
                .build();
        assertThat(visitor.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(303);
        assertThat(get(visitor, "/account").statusCode()).isEqualTo(200);
        shown.put(visitor, token(get(visitor, "/account/password")));
        return visitor;
    }

    private HttpResponse<String> get(HttpClient visitor, String address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return visitor.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
