package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.IdentityTies;
import org.yijitong.access.OutsideTies;
import org.yijitong.access.ProviderVisit;
import org.yijitong.access.World;

/** What a real provider, or somebody between it and us, may send, and nobody comes in. */
class OutsideRefusedTests extends OutsideTest {
    @Autowired
    IdentityTies ties;

    String subject;
    Browser visitor;

    @BeforeEach
    void connected() {
        subject = world.name("subject");
        connect(officer, subject);
        visitor = new Browser(mvc, "10.7.0." + (int) (clock.instant().getEpochSecond() % 200));
        clock.move(Duration.ofMinutes(16));
    }

    /** Said by the provider itself and properly signed. */
    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of(
                        "another issuer", said(context -> context.getClaims().issuer("https://evil.example"))),
                Arguments.of(
                        "for another client",
                        said(context -> context.getClaims().audience(List.of("another")))),
                Arguments.of(
                        "for several, by another",
                        said(context -> context.getClaims()
                                .audience(List.of("yijitong", "another"))
                                .claim("azp", "another"))),
                Arguments.of(
                        "of another way", said(context -> context.getClaims().claim("nonce", "somebody else's"))),
                Arguments.of("of no way", said(context -> context.getClaims().claims(each -> each.remove("nonce")))),
                Arguments.of(
                        "expired",
                        said(context -> context.getClaims()
                                .issuedAt(Instant.now().minusSeconds(7200))
                                .expiresAt(Instant.now().minusSeconds(3600)))),
                Arguments.of("without end", said(context -> context.getClaims().claims(each -> each.remove("exp")))),
                Arguments.of("of nobody", said(context -> context.getClaims().claims(each -> each.remove("sub")))));
    }

    private static Consumer<JwtEncodingContext> said(Consumer<JwtEncodingContext> lie) {
        return lie;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenThatIsNotForThisWayAndThisSiteIsNotTaken(String what, Consumer<JwtEncodingContext> lie) {
        PROVIDER.say(lie);
        refused(signIn(visitor, subject), "wrong");
        assertThat(in(visitor)).as(what).isFalse();
        PROVIDER.beHonest();
        assertThat(location(signIn(visitor, subject))).as("the same, honestly").isEqualTo("/");
    }

    @Test
    void aTokenSignedWithAnotherKeyIsNotTaken() {
        PROVIDER.signWithAStrangeKey(true);
        refused(signIn(visitor, subject), "wrong");
        assertThat(in(visitor)).isFalse();
    }

    @Test
    void nameAndMailOfSomebodyElseOpenNothing() {
        PROVIDER.say(context -> context.getClaims()
                .claim("preferred_username", name)
                .claim("name", name + "同志")
                .claim("email", name + "@party.example.gov.cn")
                .claim("email_verified", true));
        refused(signIn(visitor, name), "unknown");
        assertThat(in(visitor))
                .as("a subject that reads like the account's name")
                .isFalse();
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        String there = world.name("subject");
        var other = world.account(world.name("elsewhere"), "officer", tree.department());
        assertThat(OutsideTies.tie(ties, other, "https://other.example", there)).isTrue();
        refused(signIn(visitor, there), "unknown");
        assertThat(OutsideTies.tie(ties, account, "https://other.example", there))
                .as("one account has one identity")
                .isFalse();
    }

    @Test
    void anAnswerWithAnotherStateOrOfAnotherBrowserIsNotTaken() {
        URI back = new ProviderVisit().signIn(begin(visitor, ""), subject);
        refused(back(new Browser(mvc), back), "again");
        String query = back.getRawQuery().replaceFirst("state=[^&]+", "state=another");
        refused(visitor.get(back.getRawPath() + "?" + query), "again");
        assertThat(visitor.cookie("detour")).as("what is broken off is over").isEmpty();
        refused(back(visitor, back), "again");
        for (String rubbish : List.of("", "?", "?code=x", "?state=x", "?code=x&state=", "?error=access_denied")) {
            refused(visitor.get("/sign-in/identity/return" + rubbish), "again");
        }
        refused(visitor.with("detour", "AAAA").get("/sign-in/identity/return?code=x&state=y"), "again");
        assertThat(in(visitor)).isFalse();
    }

    @Test
    void aCodeIsTakenOnceEvenIfEverythingIsSentAgain() {
        String asked = begin(visitor, "");
        String carried = visitor.cookie("detour");
        URI back = new ProviderVisit().signIn(asked, subject);
        assertThat(location(back(visitor, back))).isEqualTo("/");
        Browser again = new Browser(mvc).with("detour", carried);
        refused(back(again, back), "wrong");
        assertThat(in(again)).isFalse();
    }

    @Test
    void aCodeOfAnotherWayIsNotTaken() {
        String state = state(visitor);
        String carried = visitor.cookie("detour");
        Browser thief = new Browser(mvc).with("detour", carried);
        URI stolen = new ProviderVisit().signIn(begin(new Browser(mvc), ""), subject);
        String code = stolen.getRawQuery().replaceFirst(".*code=([^&]+).*", "$1");
        refused(thief.get("/sign-in/identity/return?code=" + code + "&state=" + state), "wrong");
    }

    /** Begins anew and reads the state of that way, for which the browser keeps the cookie. */
    private static String state(Browser browser) {
        return begin(browser, "").replaceFirst(".*[?&]state=([^&]+).*", "$1");
    }

    @Test
    void aWayThatTakesLongerThanTenMinutesIsOver() {
        URI back = new ProviderVisit().signIn(begin(visitor, ""), subject);
        clock.move(Duration.ofMinutes(10));
        refused(back(visitor, back), "again");
    }

    @Test
    void whoBreaksOffAtTheProviderIsToldSo() {
        String state = state(visitor);
        MvcTestResult answer = visitor.get("/sign-in/identity/return?error=access_denied&state=" + state);
        refused(answer, "denied");
        assertThat(page(visitor.get(location(answer))).text()).contains("市认证平台没有让你登录");
        refused(
                visitor.get("/sign-in/identity/return?code=x&iss=https://evil.example&state=" + state(visitor)),
                "wrong");
    }

    @Test
    void codesCannotBeTriedWithoutEnd() {
        Browser guesser = new Browser(mvc, "192.0.2.77");
        for (int i = 0; i < 50; i++) {
            refused(guesser.get("/sign-in/identity/return?code=guess" + i + "&state=" + state(guesser)), "wrong");
        }
        MvcTestResult held = guesser.get("/sign-in/identity/return?code=guess&state=" + state(guesser));
        assertThat(status(held)).isEqualTo(429);
        assertThat(location(signIn(visitor, subject))).as("from elsewhere").isEqualTo("/");
    }

    @Test
    void connectingNeedsThePasswordAndTheSessionThatGaveIt() {
        String other = world.name("other");
        var id = world.account(other, "officer", tree.department());
        Browser holder = new Browser(mvc);
        holder.signIn(other);
        MvcTestResult wrong = holder.post("/account/identity", "password", "not the password at all");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(page(wrong).select("#password-e").text()).contains("密码不对");
        MvcTestResult confirmed = holder.post("/account/identity", "password", World.PASSWORD);
        URI back = new ProviderVisit().signIn(page(confirmed).select("a.main").attr("href"), world.name("subject"));
        Browser thief = new Browser(mvc).with("detour", holder.cookie("detour"));
        refused(back(thief, back), "again");
        thief.signIn(name);
        refused(back(thief.with("detour", holder.cookie("detour")), back), "again");
        assertThat(ties.of(id)).isEmpty();
        holder.post("/sign-out");
        refused(back(holder, back), "again");
        assertThat(ties.of(id)).isEmpty();
    }

    @Test
    void anIdentityHasOneAccountAndAnAccountOneIdentity() {
        String other = world.name("other");
        world.account(other, "officer", tree.department());
        Browser second = new Browser(mvc);
        second.signIn(other);
        refused(connect(second, subject), "taken");
        assertThat(status(officer.post("/account/identity", "password", World.PASSWORD)))
                .isEqualTo(409);
    }

    @Test
    void cuttingTheTieNeedsThePasswordAndEndsTheOtherSessions() {
        Browser elsewhere = new Browser(mvc);
        signIn(elsewhere, subject);
        assertThat(status(officer.post("/account/identity/removal", "password", "not the password at all")))
                .isEqualTo(422);
        assertThat(in(elsewhere)).isTrue();
        assertThat(location(officer.post("/account/identity/removal", "password", World.PASSWORD)))
                .isEqualTo("/account");
        assertThat(in(elsewhere)).isFalse();
        assertThat(in(officer)).isTrue();
        assertThat(entries("identity.disconnected")).isOne();
        refused(signIn(visitor, subject), "unknown");
        assertThat(status(officer.post("/account/identity/removal", "password", World.PASSWORD)))
                .as("there is none any more")
                .isEqualTo(404);
    }

    @Test
    void theSubjectCannotBeReadInTheDatabase() {
        String kept = database.sql("SELECT t::text || encode(subject_hash, 'escape') FROM access.outside_identities t"
                        + " WHERE account_id = :a")
                .param("a", account)
                .query(String.class)
                .single();
        assertThat(kept).contains(PROVIDER.issuer()).doesNotContain(subject);
    }

    @Test
    void whyIsOneOfSevenWords() {
        for (String why : List.of("again", "denied", "wrong", "away", "unknown", "taken", "stale")) {
            assertThat(status(visitor.get("/sign-in/identity/refused?why=" + why)))
                    .isEqualTo(200);
        }
        assertThat(status(visitor.get("/sign-in/identity/refused?why=<script>"
                        .replace("<", "%3C")
                        .replace(">", "%3E"))))
                .isEqualTo(404);
    }
}
