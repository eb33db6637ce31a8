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
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.access.Accounts;
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

    private final ApplicationContext context;
    private final String base;

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

    private HttpClient signedIn(World world, String role, Unit unit) throws IOException, InterruptedException {
        String name = world.name("stranger");
        world.account(name, role, unit);
        HttpClient visitor =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = Jsoup.parse(get(visitor, "/sign-in").body())
                .select("input[name=_csrf]")
                .attr("value");
        HttpRequest form = HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "name=" + encoded(name) + "&password=" + encoded(World.PASSWORD) + "&_csrf=" + encoded(token)))
                .build();
        assertThat(visitor.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(303);
        assertThat(get(visitor, "/account").statusCode()).isEqualTo(200);
        return visitor;
    }

    private HttpResponse<String> get(HttpClient visitor, String address) throws IOException, InterruptedException {
        return visitor.send(
                HttpRequest.newBuilder(URI.create(base + address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
