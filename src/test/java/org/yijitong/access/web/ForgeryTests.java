package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Delegation;
import org.yijitong.access.Grants;
import org.yijitong.access.HeldGrant;
import org.yijitong.access.MovableClock;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.access.World;
import org.yijitong.shared.Scope;

/** Requests that no page of ours sent, and programs with their tokens. */
@AccessTest
class ForgeryTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Delegation delegation;

    @Autowired
    Grants grants;

    @Autowired
    Tokens tokens;

    @Autowired
    MovableClock clock;

    World.Tree tree;
    UUID account;
    Browser officer;

    @BeforeEach
    void anOfficer() {
        tree = world.tree();
        String name = world.name("lin");
        account = world.account(name, "officer", tree.department());
        officer = new Browser(mvc);
        officer.signIn(name);
    }

    @Test
    void aChangeNeedsTheTokenOfThisBrowser() {
        assertThat(status(officer.postWith("", "/probe"))).isEqualTo(403);
        assertThat(status(officer.postWith(new Browser(mvc).token(), "/probe"))).isEqualTo(403);
        assertThat(status(officer.postWith(officer.cookie("XSRF-TOKEN"), "/probe")))
                .as("the bare cookie is not the masked token")
                .isEqualTo(403);
        assertThat(status(officer.post("/probe"))).isEqualTo(200);
    }

    @Test
    void signingInNeedsATokenToo() {
        assertThat(status(new Browser(mvc).postWith("", "/sign-in", "name", "x", "password", "y")))
                .isEqualTo(403);
    }

    @Test
    void theTokenIsNewAfterSigningIn() {
        Browser browser = new Browser(mvc);
        String before = browser.token();
        String name = world.name("qin");
        world.account(name, "officer", tree.department());
        browser.postWith(before, "/sign-in", "name", name, "password", World.PASSWORD);
        assertThat(status(browser.postWith(before, "/probe"))).isEqualTo(403);
    }

    @Test
    void theApiTakesTheCookieOnlyTogetherWithTheToken() {
        assertThat(status(officer.get("/api/v1/probe"))).isEqualTo(403);
        assertThat(status(officer.get("/api/v1/probe", "X-XSRF-TOKEN", officer.token())))
                .isEqualTo(200);
    }

    @Test
    void whatTheApiTellsAnyoneItTellsWithACookieToo() {
        for (String open : List.of("openapi", "openapi.yaml", "mechanisms/schema", "red-lines")) {
            assertThat(status(new Browser(mvc).get("/api/v1/" + open))).as(open).isEqualTo(200);
            assertThat(status(officer.get("/api/v1/" + open))).as(open).isEqualTo(200);
        }
    }

    @Test
    void aTokenActsAsItsPostUntilItEnds() {
        String token = token(30);
        Browser program = new Browser(mvc);
        assertThat(text(program.get("/api/v1/probe", "Authorization", "Bearer " + token)))
                .isEqualTo(tree.department().unitId() + " " + tree.department().rootId());
        assertThat(status(program.get("/api/v1/probe", "Authorization", "Bearer " + token + "x")))
                .isEqualTo(401);
        assertThat(status(program.get("/api/v1/probe", "Authorization", "Basic " + token)))
                .isEqualTo(401);
        assertThat(status(program.get("/probe", "Authorization", "Bearer " + token)))
                .as("pages take no token")
                .isEqualTo(303);
        clock.move(Duration.ofDays(30));
        assertThat(status(program.get("/api/v1/probe", "Authorization", "Bearer " + token)))
                .isEqualTo(401);
    }

    @Test
    void revokingATokenAPostOrAnAccountActsOnTheNextRequest() {
        String revoked = token(30);
        String other = token(30);
        Browser program = new Browser(mvc);
        UUID newest = tokens.of(account).getFirst().tokenId();
        List<Integer> before = List.of(read(program, revoked), read(program, other));
        assertThat(before).containsExactly(200, 200);
        tokens.revoke(who(), newest);
        assertThat(List.of(read(program, revoked), read(program, other))).containsExactlyInAnyOrder(200, 401);

        HeldGrant post = grants.of(account).getFirst();
        delegation.end(scope(), "administrator", account, post.grantId());
        assertThat(List.of(read(program, revoked), read(program, other))).containsExactly(401, 401);
        assertThat(status(officer.get("/probe"))).isEqualTo(404);
    }

    private int read(Browser program, String token) {
        return status(program.get("/api/v1/probe", "Authorization", "Bearer " + token));
    }

    private String token(int days) {
        return tokens.create(who(), grants.of(account).getFirst().grantId(), "report", days);
    }

    private SignedIn who() {
        return new SignedIn(account, "lin", SignedIn.Due.NOTHING, null, null);
    }

    private Scope scope() {
        return new Scope(
                UUID.randomUUID(),
                tree.department().unitId(),
                tree.department().rootId().value());
    }
}
