package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.AccessTest;
import org.yijitong.access.MovableClock;
import org.yijitong.access.ProviderVisit;
import org.yijitong.access.TestProvider;
import org.yijitong.access.World;

/** What tests with a real identity provider need: it runs, somebody has an account, and nothing is tied yet. */
@AccessTest
abstract class OutsideTest {
    static final TestProvider PROVIDER = TestProvider.started();

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

    /** The end of the process stops the provider, as it does the database. */
    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("yijitong.oidc.issuer", PROVIDER::issuer);
        properties.add("yijitong.oidc.client", () -> TestProvider.CLIENT);
        properties.add("yijitong.oidc.secret", () -> TestProvider.SECRET);
        properties.add("yijitong.oidc.name", () -> "市认证平台");
    }

    @BeforeEach
    void somebodyWithAnAccount() {
        tree = world.tree();
        name = world.name("tie");
        account = world.account(name, "officer", tree.department());
        officer = new Browser(mvc);
        officer.signIn(name);
    }

    @AfterEach
    void honest() {
        PROVIDER.beHonest();
    }

    /** Confirms the password and goes to the provider; comes back as that person. */
    MvcTestResult connect(Browser browser, String subject) {
        MvcTestResult confirmed = browser.post("/account/identity", "password", World.PASSWORD);
        assertThat(status(confirmed)).isEqualTo(200);
        String address = page(confirmed).select("a.main").attr("href");
        return back(browser, new ProviderVisit().signIn(address, subject));
    }

    /** Begins to sign in; the address of the provider with what it is asked. */
    static String begin(Browser browser, String query) {
        MvcTestResult begun = browser.get("/sign-in/identity" + query);
        assertThat(status(begun)).isEqualTo(303);
        return location(begun);
    }

    MvcTestResult signIn(Browser browser, String subject) {
        return back(browser, new ProviderVisit().signIn(begin(browser, ""), subject));
    }

    static MvcTestResult back(Browser browser, URI address) {
        return browser.get(address.getRawPath() + "?" + address.getRawQuery());
    }

    static void refused(MvcTestResult answer, String why) {
        assertThat(location(answer)).isEqualTo("/sign-in/identity/refused?why=" + why);
    }

    static boolean in(Browser browser) {
        return status(browser.get("/probe")) == 200;
    }

    long entries(String action) {
        return database.sql("SELECT count(*) FROM audit.identity_entries WHERE account_id = :a AND action = :what")
                .param("a", account)
                .param("what", action)
                .query(Long.class)
                .single();
    }
}
