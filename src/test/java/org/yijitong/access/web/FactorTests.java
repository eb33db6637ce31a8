package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Authenticator;
import org.yijitong.access.MovableClock;
import org.yijitong.access.World;

/** Signing in by two steps. */
@AccessTest
class FactorTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    World.Tree tree;
    String name;
    UUID account;
    Browser officer;
    Authenticator phone;

    @BeforeEach
    void anOfficerWithAnAuthenticator() {
        clock.move(Duration.ofHours(1));
        tree = world.tree();
        name = world.name("shen");
        account = world.account(name, "officer", tree.department());
        officer = new Browser(mvc);
        officer.signIn(name);
        phone = new Authenticator("", clock);
    }

    @Test
    void thePasswordAloneOpensNothingOnceAnAuthenticatorIsSetUp() {
        setUp();
        Browser half = new Browser(mvc);
        assertThat(location(half.post("/sign-in", "name", name, "password", World.PASSWORD, "to", "/probe")))
                .isEqualTo("/probe");
        assertThat(location(half.get("/probe?a=1"))).isEqualTo("/sign-in/code?to=%2Fprobe%3Fa%3D1");
        for (String path : List.of("/account", "/account/factor", "/account/password", "/", "/accounts")) {
            assertThat(location(half.get(path))).as(path).startsWith("/sign-in/code");
        }
        assertThat(status(half.get("/api/v1/probe", "X-XSRF-TOKEN", half.token())))
                .isEqualTo(401);
        assertThat(page(half.get("/about")).text()).as("nobody's name yet").doesNotContain(name);
        String before = half.cookie("yjt");
        MvcTestResult passed = half.post("/sign-in/code", "code", phone.code(), "to", "/probe");
        assertThat(location(passed)).isEqualTo("/probe");
        assertThat(half.cookie("yjt")).isNotEqualTo(before);
        assertThat(status(half.get("/probe"))).isEqualTo(200);
        assertThat(status(new Browser(mvc).with("yjt", before).get("/probe"))).isEqualTo(303);
    }

    @Test
    void aCodeIsTakenOnce() {
        setUp();
        assertThat(status(step(half(), phone.code()))).isEqualTo(303);
        assertThat(status(step(half(), phone.code()))).as("the same again").isEqualTo(422);
        clock.move(Duration.ofSeconds(30));
        assertThat(status(step(half(), phone.code()))).isEqualTo(303);
    }

    @Test
    void theCodeThatSetItUpDoesNotSignIn() {
        String used = phoneOf(officer).code();
        officer.post("/account/factor", "sealed", sealed, "code", used);
        assertThat(status(step(half(), used))).isEqualTo(422);
    }

    @Test
    void fiveWrongCodesMakeTheNextOneWaitFromWhereverItComes() {
        setUp();
        for (int i = 0; i < 5; i++) {
            assertThat(status(step(half("10.9.0." + i), "000000"))).isEqualTo(422);
        }
        MvcTestResult held = step(half("10.9.1.1"), phone.code());
        assertThat(status(held)).isEqualTo(429);
        assertThat(held.getResponse().getHeader("Retry-After")).isEqualTo("901");
        clock.move(Duration.ofMinutes(16));
        assertThat(status(step(half(), phone.code()))).isEqualTo(303);
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItsGroupsAreTyped() {
        List<String> codes = setUp();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(status(step(half(), typed))).isEqualTo(303);
        assertThat(status(step(half(), codes.getFirst()))).isEqualTo(422);
        assertThat(status(step(half(), codes.getLast()))).isEqualTo(303);
        Browser again = half();
        step(again, codes.get(4));
        assertThat(page(again.get("/account/factor")).text()).contains("还有 7 个恢复码");
    }

    @Test
    void newRecoveryCodesTakeTheUseOfTheOldOnes() {
        List<String> old = setUp();
        assertThat(status(officer.post("/account/factor/codes", "code", "000000")))
                .isEqualTo(422);
        MvcTestResult made = officer.post("/account/factor/codes", "code", phone.code());
        List<String> fresh = page(made).select("main code").eachText();
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(status(step(half(), old.getFirst()))).isEqualTo(422);
        assertThat(status(step(half(), fresh.getFirst()))).isEqualTo(303);
    }

    @Test
    void whoNeedNotHaveItCanPutItAwayWithACode() {
        setUp();
        assertThat(status(officer.post("/account/factor/removal", "code", "123456")))
                .isEqualTo(422);
        assertThat(location(officer.post("/account/factor/removal", "code", phone.code())))
                .isEqualTo("/account");
        assertThat(status(half().get("/probe"))).isEqualTo(200);
    }

    @Test
    void aHalfSignInEndsAfterTenMinutes() {
        setUp();
        Browser half = half();
        clock.move(Duration.ofMinutes(11));
        assertThat(location(half.get("/probe"))).startsWith("/sign-in?");
    }

    @Test
    void aOneTimeCodeOfTheAdministratorDoesNotStandInForTheSecondStep() {
        setUp();
        Browser administrator = administrator();
        String code = page(administrator.post("/accounts/" + account + "/codes"))
                .select("code")
                .text();
        Browser holder = new Browser(mvc);
        holder.signIn(name, code);
        assertThat(location(holder.get("/account/password"))).startsWith("/sign-in/code");
        step(holder, phone.code());
        assertThat(location(holder.get("/probe"))).isEqualTo("/account/password");
    }

    @Test
    void theAdministratorOfTheUnitResetsItForOthersAndItIsWrittenDown() {
        setUp();
        Browser administrator = administrator();
        assertThat(status(stranger().post(removal()))).isEqualTo(404);
        assertThat(page(administrator.get("/accounts")).select("form[action=" + removal() + "]"))
                .hasSize(1);
        assertThat(status(administrator.post(removal()))).isEqualTo(303);
        assertThat(status(officer.get("/probe"))).as("its sessions end").isEqualTo(303);
        assertThat(status(half().get("/probe"))).isEqualTo(200);
        assertThat(status(administrator.post(removal()))).as("nothing to reset").isEqualTo(404);
        assertThat(database.sql("SELECT count(*) FROM audit.identity_entries WHERE account_id = :a AND action = :what")
                        .param("a", account)
                        .param("what", "factor.set")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void nobodyResetsTheirOwn() {
        String boss = world.name("boss");
        UUID own = world.account(boss, "administrator", tree.department());
        Browser administrator = new Browser(mvc);
        administrator.signIn(boss);
        assertThat(status(administrator.post("/accounts/" + own + "/factor/removal")))
                .isEqualTo(409);
    }

    @Test
    void neitherSecretNorRecoveryCodesCanBeReadInTheDatabase() {
        List<String> codes = setUp();
        String kept = database.sql("SELECT encode(sealed, 'escape') FROM access.factors WHERE account_id = :a")
                        .param("a", account)
                        .query(String.class)
                        .single()
                + database.sql("SELECT string_agg(encode(code_hash, 'escape'), ',') FROM access.recovery_codes"
                                + " WHERE account_id = :a")
                        .param("a", account)
                        .query(String.class)
                        .single();
        assertThat(kept).doesNotContain(codes).doesNotContain(key.replace(" ", ""));
    }

    @Test
    void aSecretThatTheServerDidNotMakeIsNotTaken() {
        String another = phoneOf(stranger()).code();
        assertThat(status(officer.post("/account/factor", "sealed", sealed, "code", another)))
                .as("made for another account")
                .isEqualTo(422);
        assertThat(status(officer.post("/account/factor", "sealed", "AAAA", "code", "123456")))
                .isEqualTo(422);
        assertThat(status(officer.post("/account/factor", "sealed", "no base64 ä", "code", "123456")))
                .isEqualTo(422);
    }

    @Test
    void aWrongCodeWhileSettingUpShowsTheSameKeyAgain() {
        phoneOf(officer);
        Document again = page(officer.post("/account/factor", "sealed", sealed, "code", "1"));
        assertThat(again.select("main code").text()).isEqualTo(key);
        assertThat(again.select("#code-e").text()).contains("不对");
    }

    private String sealed = "";
    private String key = "";

    /** Shown the page, someone puts the key into the phone. */
    private Authenticator phoneOf(Browser browser) {
        Document shown = page(browser.get("/account/factor"));
        sealed = shown.select("input[name=sealed]").attr("value");
        key = shown.select("main code").text();
        assertThat(shown.select("main svg path[fill=#000]").attr("d")).hasSizeGreaterThan(1000);
        return new Authenticator(key, clock);
    }

    private List<String> setUp() {
        phone = phoneOf(officer);
        MvcTestResult set = officer.post("/account/factor", "sealed", sealed, "code", phone.code());
        assertThat(status(set)).isEqualTo(200);
        clock.move(Duration.ofSeconds(30));
        return page(set).select("main code").eachText();
    }

    private Browser half() {
        return half("10.0.0.1");
    }

    private Browser half(String address) {
        Browser half = new Browser(mvc, address);
        half.signIn(name);
        return half;
    }

    private static MvcTestResult step(Browser browser, String code) {
        return browser.post("/sign-in/code", "code", code);
    }

    private Browser administrator() {
        return in("administrator");
    }

    private Browser stranger() {
        return in("member");
    }

    private Browser in(String role) {
        String other = world.name(role);
        world.account(other, role, tree.department());
        Browser browser = new Browser(mvc);
        browser.signIn(other);
        return browser;
    }

    private String removal() {
        return "/accounts/" + account + "/factor/removal";
    }
}
