package org.yijitong.access.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Authenticator;
import org.yijitong.access.Grants;
import org.yijitong.access.MovableClock;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;

/** Where those who administer sign in by two steps, no token leads around the second one. */
@AccessTest
@TestPropertySource(properties = "yijitong.second-factor=true")
class TokenSecondStepTests {
    private static final String ACCOUNTS = "/api/v1/units/{unit}/accounts";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    Tokens tokens;

    @Autowired
    Grants grants;

    private World.Tree tree;
    private String accounts;
    private String name;
    private UUID account;
    private Browser browser;

    @BeforeEach
    void anAdministrator() {
        clock.move(Duration.ofHours(1));
        tree = world.tree();
        accounts = "/api/v1/units/" + tree.department().unitId() + "/accounts";
        name = world.name("jiang");
        account = world.account(name, "administrator", tree.department());
        browser = new Browser(mvc);
        browser.signIn(name);
    }

    private String token(UUID of) {
        SignedIn who = new SignedIn(of, name, SignedIn.Due.NOTHING, null, null);
        return tokens.create(who, grants.of(of).getFirst().grantId(), "test", 30);
    }

    private void setUp() {
        Document shown = page(browser.get("/account/factor"));
        Authenticator phone = new Authenticator(shown.select("main code").text(), clock);
        browser.post(
                "/account/factor", "sealed", shown.select("input[name=sealed]").attr("value"), "code", phone.code());
        clock.move(Duration.ofMinutes(1));
    }

    private int list(String token) {
        return status(new Browser(mvc).get(accounts, "Authorization", "Bearer " + token));
    }

    /** A way of changing an account: whichever there is, now and later. */
    private record Change(HttpMethod method, String below) {}

    private List<Change> changes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(each -> each.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ACCOUNTS + "/{account}"))
                        .flatMap(pattern -> each.getMethodsCondition().getMethods().stream()
                                .filter(method -> method != RequestMethod.GET)
                                .map(method -> new Change(
                                        HttpMethod.valueOf(method.name()), pattern.substring(ACCOUNTS.length())))))
                .toList();
    }

    private MvcTestResult post(String token, String path, String body) {
        return send(token, HttpMethod.POST, path, body);
    }

    private MvcTestResult send(String token, HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri(URI.create(path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void aTokenCountsOnlyIfItsHolderHadSetTheSecondStepUpAndHasItStill() {
        String before = token(account);
        assertThat(list(before)).as("no second step").isEqualTo(401);
        clock.move(Duration.ofMinutes(1));
        setUp();
        assertThat(list(before)).as("made before").isEqualTo(401);
        String after = token(account);
        assertThat(list(after)).isEqualTo(200);
        String member = world.name("member");
        UUID ordinary = world.account(member, "member", tree.department());
        assertThat(status(
                        new Browser(mvc).get("/api/v1/account/sessions", "Authorization", "Bearer " + token(ordinary))))
                .as("a post that does not ask for it")
                .isEqualTo(200);
        reset();
        assertThat(list(after)).as("reset by another administrator").isEqualTo(401);
    }

    /** By another administrator. */
    private void reset() {
        UUID first = account;
        String second = world.name("second");
        account = world.account(second, "administrator", tree.department());
        browser = new Browser(mvc);
        browser.signIn(second);
        setUp();
        assertThat(status(browser.post("/accounts/" + first + "/factor/removal")))
                .isEqualTo(303);
    }

    @Test
    void aTokenMakesNoAdministratorAndTakesNoneOver() {
        setUp();
        String token = token(account);
        UUID other = world.account(world.name("boss"), "auditor", tree.department());
        UUID member = world.account(world.name("member"), "member", tree.department());
        String create = "{\"name\":\"%s\",\"displayName\":\"某人\",\"role\":\"%s\"}";
        assertThat(status(post(token, accounts, create.formatted(world.name("x"), "administrator"))))
                .isEqualTo(409);
        assertThat(status(post(token, accounts, create.formatted(world.name("x"), "member"))))
                .isEqualTo(201);
        List<Change> changes = changes();
        assertThat(changes).hasSizeGreaterThan(6);
        for (UUID guarded : List.of(other, account)) {
            for (Change change : changes) {
                String path = accounts + change.below().replace("{account}", guarded.toString());
                assertThat(status(send(token, change.method(), path.replace("{grant}", guarded.toString()), "{}")))
                        .as("%s %s", change.method(), path)
                        .isEqualTo(409);
            }
        }
        assertThat(status(post(token, accounts + "/" + member + "/grants", "{\"role\":\"auditor\"}")))
                .isEqualTo(409);
        assertThat(status(post(token, accounts + "/" + member + "/codes", ""))).isEqualTo(201);
        UUID elsewhere = world.account(world.name("far"), "auditor", tree.sibling());
        assertThat(status(post(token, accounts + "/" + elsewhere + "/codes", "")))
                .as("of another unit")
                .isEqualTo(404);
        assertThat(status(browser.post("/accounts/" + other + "/codes")))
                .as("a person who took both steps")
                .isEqualTo(200);
    }
}
