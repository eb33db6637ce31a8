package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.MovableClock;
import org.yijitong.access.Sessions;
import org.yijitong.access.World;
import org.yijitong.shared.Scope;

/** Signing in and out, as a person without scripts does it. */
@AccessTest
class SignInTests {
    @Autowired
    Sessions sessions;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    MovableClock clock;

    World.Tree tree;
    String name;
    UUID account;

    @BeforeEach
    void anOfficer() {
        clock.move(Duration.ofHours(1));
        tree = world.tree();
        name = world.name("lin");
        account = world.account(name, "officer", tree.department());
    }

    @Test
    void aRightPasswordOpensASessionAndLeadsBackToThePageAskedFor() {
        Browser browser = new Browser(mvc);
        MvcTestResult asked = browser.get("/probe?a=1");
        assertThat(location(asked)).isEqualTo("/sign-in?to=%2Fprobe%3Fa%3D1");
        assertThat(page(browser.get(location(asked))).select("input[name=to]").attr("value"))
                .isEqualTo("/probe?a=1");
        MvcTestResult signedIn = browser.post("/sign-in", "name", name, "password", World.PASSWORD, "to", "/probe?a=1");
        assertThat(status(signedIn)).isEqualTo(303);
        assertThat(location(signedIn)).isEqualTo("/probe?a=1");
        assertThat(signedIn.getResponse().getHeaders("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("yjt=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Max-Age"));
        assertThat(text(browser.get("/probe")))
                .isEqualTo(tree.department().unitId() + " " + tree.department().rootId());
        assertThat(signedIn.getRequest().getSession(false)).isNull();
    }

    @Test
    void theAccountNameIsComparedWithoutCaseOrWidth() {
        assertThat(status(new Browser(mvc).signIn(" " + name.toUpperCase(Locale.ROOT) + "　")))
                .isEqualTo(303);
    }

    @Test
    void wrongUnknownAndSuspendedGetTheSameAnswer() {
        String suspended = world.name("gone");
        accounts.suspend(scope(), world.account(suspended, "member", tree.department()));
        String wrong = answer(new Browser(mvc, "10.1.0.1"), name, "not the password");
        assertThat(wrong).contains("账号或密码不对");
        assertThat(answer(new Browser(mvc, "10.1.0.2"), "nobody-at-all", World.PASSWORD))
                .isEqualTo(wrong);
        assertThat(answer(new Browser(mvc, "10.1.0.3"), suspended, World.PASSWORD))
                .isEqualTo(wrong);
    }

    @Test
    void theFifthWrongPasswordMakesTheNextOneWait() {
        Browser guesser = new Browser(mvc, "10.2.0.1");
        for (int i = 0; i < 5; i++) {
            assertThat(status(guesser.signIn(name, "guess number " + i))).isEqualTo(422);
        }
        MvcTestResult held = guesser.signIn(name);
        assertThat(status(held)).isEqualTo(429);
        assertThat(held.getResponse().getHeader("Retry-After")).isEqualTo("901");
        assertThat(text(held)).contains("以后可以再试");
        assertThat(status(new Browser(mvc, "10.2.0.2").signIn(name)))
                .as("from elsewhere")
                .isEqualTo(303);
        clock.move(Duration.ofMinutes(16));
        assertThat(status(guesser.signIn(name))).isEqualTo(303);
    }

    @Test
    void guessingFromManyAddressesHoldsStrangersButNotThePersonsOwnAddress() {
        Browser home = new Browser(mvc, "10.3.0.1");
        assertThat(status(home.signIn(name))).isEqualTo(303);
        for (int i = 0; i < 30; i++) {
            new Browser(mvc, "10.3.1." + i).signIn(name, "guess number " + i);
        }
        assertThat(status(new Browser(mvc, "10.3.2.1").signIn(name))).isEqualTo(429);
        assertThat(status(new Browser(mvc, "10.3.0.1").signIn(name))).isEqualTo(303);
    }

    @Test
    void oneAddressCannotTryManyNames() {
        Browser guesser = new Browser(mvc, "10.4.0.1");
        for (int i = 0; i < 50; i++) {
            guesser.signIn("someone" + i, "the same password");
        }
        assertThat(status(guesser.signIn(name))).isEqualTo(429);
    }

    @Test
    void aSessionGivenBeforehandIsNotTakenUp() {
        Browser browser = new Browser(mvc).with("yjt", "chosen-by-a-stranger");
        assertThat(location(browser.get("/probe"))).startsWith("/sign-in");
        Browser victim = new Browser(mvc);
        victim.signIn(name);
        String first = victim.cookie("yjt");
        String token = page(victim.get("/account/password"))
                .select("input[name=_csrf]")
                .attr("value");
        victim.postWith(token, "/sign-in", "name", name, "password", World.PASSWORD);
        assertThat(victim.cookie("yjt")).isNotEqualTo(first);
        assertThat(status(new Browser(mvc).with("yjt", first).get("/probe"))).isEqualTo(303);
        assertThat(status(victim.get("/probe"))).isEqualTo(200);
    }

    @Test
    void anIdleSessionEndsAfterAnHourAndAnyAfterTwelve() {
        Browser idle = new Browser(mvc);
        idle.signIn(name);
        clock.move(Duration.ofMinutes(54));
        assertThat(status(idle.get("/probe"))).isEqualTo(200);
        clock.move(Duration.ofMinutes(61));
        assertThat(status(idle.get("/probe"))).isEqualTo(303);

        Browser busy = new Browser(mvc);
        busy.signIn(name);
        for (int i = 0; i < 15; i++) {
            clock.move(Duration.ofMinutes(47));
            assertThat(status(busy.get("/probe"))).isEqualTo(200);
        }
        clock.move(Duration.ofMinutes(16));
        assertThat(status(busy.get("/probe"))).isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        String secret = browser.cookie("yjt");
        assertThat(location(browser.post("/sign-out"))).isEqualTo("/sign-in");
        assertThat(browser.cookie("yjt")).isEmpty();
        assertThat(status(new Browser(mvc).with("yjt", secret).get("/probe"))).isEqualTo(303);
    }

    @Test
    void suspendingEndsWhatIsOpen() {
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        accounts.suspend(scope(), account);
        assertThat(status(browser.get("/probe"))).isEqualTo(303);
        accounts.reinstate(scope(), account);
        assertThat(status(browser.signIn(name))).isEqualTo(303);
    }

    @Test
    void aOneTimeCodeWorksOnceAndOnlyToChooseAPassword() {
        String code = accounts.issueCode(scope(), account);
        Browser browser = new Browser(mvc);
        browser.signIn(name, code.toLowerCase(Locale.ROOT));
        assertThat(location(browser.get("/probe"))).isEqualTo("/account/password");
        assertThat(page(browser.get("/account/password")).select("input[name=current]"))
                .isEmpty();
        assertThat(status(browser.post("/account/password", "password", "short")))
                .isEqualTo(422);
        assertThat(status(browser.post("/account/password", "password", "a brand new secret")))
                .isEqualTo(303);
        assertThat(status(browser.get("/probe"))).isEqualTo(200);
        assertThat(status(new Browser(mvc).signIn(name, code))).isEqualTo(422);
        assertThat(status(new Browser(mvc).signIn(name))).isEqualTo(422);
        assertThat(status(new Browser(mvc).signIn(name, "a brand new secret"))).isEqualTo(303);
    }

    @Test
    void aOneTimeCodeEndsAfterADayAndWithTheNextOne() {
        String first = accounts.issueCode(scope(), account);
        String second = accounts.issueCode(scope(), account);
        assertThat(status(new Browser(mvc).signIn(name, first))).isEqualTo(422);
        clock.move(Duration.ofHours(24));
        assertThat(status(new Browser(mvc).signIn(name, second))).isEqualTo(422);
    }

    /** When it was used is kept to five minutes. */
    @Test
    void aSessionWasNotUsedBeforeItBegan() {
        clock.move(Duration.ofMinutes(3));
        new Browser(mvc).signIn(name);
        assertThat(sessions.of(account))
                .isNotEmpty()
                .allMatch(each -> !each.seenAt().isBefore(each.createdAt()));
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        Browser here = new Browser(mvc);
        here.signIn(name);
        Browser elsewhere = new Browser(mvc);
        elsewhere.signIn(name);
        assertThat(status(here.post("/account/password", "current", "wrong", "password", "a brand new secret")))
                .isEqualTo(422);
        assertThat(status(here.post("/account/password", "current", World.PASSWORD, "password", "a brand new secret")))
                .isEqualTo(303);
        assertThat(status(here.get("/probe"))).isEqualTo(200);
        assertThat(status(elsewhere.get("/probe"))).isEqualTo(303);
    }

    @Test
    void theFifthWrongCurrentPasswordMakesTheNextOneWaitAndSaysSo() {
        Browser thief = new Browser(mvc);
        thief.signIn(name);
        for (int i = 0; i < 5; i++) {
            assertThat(status(thief.post("/account/password", "current", "guess " + i, "password", "a brand new one")))
                    .isEqualTo(422);
        }
        MvcTestResult held = thief.post("/account/password", "current", World.PASSWORD, "password", "a brand new one");
        assertThat(status(held)).isEqualTo(429);
        assertThat(held.getResponse().getHeader("Retry-After")).isEqualTo("901");
        assertThat(page(held).select("main a[href=/account]")).hasSize(1);
        assertThat(status(new Browser(mvc, "10.5.0.1").signIn(name)))
                .as("signing in is not held")
                .isEqualTo(303);
        clock.move(Duration.ofMinutes(16));
        assertThat(status(thief.post("/account/password", "current", World.PASSWORD, "password", "a brand new one")))
                .isEqualTo(303);
    }

    private Scope scope() {
        String boss = world.name("boss");
        return new Scope(
                world.account(boss, "administrator", tree.department()),
                tree.department().unitId(),
                tree.department().rootId().value());
    }

    /** The page without what is new each time, and without the name that was typed. */
    private static String answer(Browser browser, String name, String password) {
        MvcTestResult result = browser.signIn(name, password);
        assertThat(status(result)).isEqualTo(422);
        return page(result).body().html().replaceAll("value=\"[^\"]*\"", "");
    }
}
