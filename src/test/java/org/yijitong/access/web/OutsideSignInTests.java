package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.Authenticator;
import org.yijitong.access.ProviderVisit;
import org.yijitong.access.World;

/** Signing in by an identity at a real provider: who comes in, how, and what is written down. */
class OutsideSignInTests extends OutsideTest {
    @Value("${yijitong.secrets}")
    Path secrets;

    @Test
    void whoConnectedTheirIdentitySignsInWithItAndTheyAloneDo() {
        String subject = world.name("subject");
        assertThat(location(connect(officer, subject))).isEqualTo("/account/identity");
        assertThat(page(officer.get("/account/identity")).text()).contains("已经绑定外部身份", "市认证平台");
        Browser fresh = new Browser(mvc, "203.0.113.9");
        assertThat(location(signIn(fresh, subject))).isEqualTo("/");
        assertThat(in(fresh)).isTrue();
        assertThat(page(fresh.get("/account")).select("tbody th .sub").text()).contains("用外部身份");
        assertThat(page(fresh.get("/account/sign-ins")).select("tbody tr").eachText())
                .anySatisfy(line -> assertThat(line).contains("登录了", "用外部身份", "203.0.…"));
        Browser other = new Browser(mvc);
        refused(signIn(other, world.name("subject")), "unknown");
        assertThat(in(other)).isFalse();
        assertThat(entries("identity.connected")).isOne();
        assertThat(entries("sign-in.done")).isEqualTo(2);
    }

    @Test
    void anUnknownIdentityIsToldSoAndNoAccountIsMade() {
        long before = accounts();
        Browser stranger = new Browser(mvc);
        MvcTestResult answer = signIn(stranger, world.name("nobody"));
        refused(answer, "unknown");
        assertThat(page(stranger.get(location(answer))).text()).contains("这个身份没有绑定账号", "请用账号和密码登录，再到“我的账号”的“外部身份”里绑定");
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void theSessionIsNewAndTheOneBeforeEnds() {
        String subject = world.name("subject");
        connect(officer, subject);
        String before = officer.cookie("yjt");
        String token = officer.cookie("XSRF-TOKEN");
        signIn(officer, subject);
        assertThat(officer.cookie("yjt")).isNotEqualTo(before);
        assertThat(officer.cookie("XSRF-TOKEN")).isNotEqualTo(token);
        assertThat(officer.cookie("detour")).isEmpty();
        assertThat(in(new Browser(mvc).with("yjt", before))).isFalse();
    }

    @Test
    void theSecondStepIsAskedForAsAfterAPassword() {
        String subject = world.name("subject");
        connect(officer, subject);
        var shown = page(officer.get("/account/factor"));
        Authenticator phone = new Authenticator(shown.select("main code").text(), clock);
        officer.post(
                "/account/factor", "sealed", shown.select("input[name=sealed]").attr("value"), "code", phone.code());
        clock.move(Duration.ofSeconds(30));
        Browser half = new Browser(mvc);
        assertThat(location(signIn(half, subject))).isEqualTo("/");
        assertThat(location(half.get("/probe"))).startsWith("/sign-in/code");
        half.post("/sign-in/code", "code", phone.code());
        assertThat(in(half)).isTrue();
        assertThat(page(half.get("/account")).select("tbody th .sub").text()).contains("用外部身份");
    }

    @Test
    void aSuspendedAccountDoesNotComeInAndGetsTheAnswerOfAnUnknownOne() {
        String subject = world.name("subject");
        connect(officer, subject);
        Browser administrator = administrator();
        administrator.post("/accounts/" + account + "/suspension");
        Browser holder = new Browser(mvc);
        refused(signIn(holder, subject), "unknown");
        assertThat(in(holder)).isFalse();
        assertThat(entries("sign-in.refused")).isOne();
        administrator.post("/accounts/" + account + "/reinstatement");
        assertThat(location(signIn(holder, subject))).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/%0d%0aLocation:%20https://evil.example",
                "http:evil.example"
            })
    void theWayNeverLeadsOnToAnotherSite(String to) {
        String subject = world.name("subject");
        connect(officer, subject);
        String encoded = java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8);
        URI back = new ProviderVisit().signIn(begin(officer, "?to=" + encoded), subject);
        String location = location(back(officer, back));
        assertThat(URI.create(location).getHost()).isNull();
        assertThat(location).startsWith("/").doesNotStartWith("//");
    }

    @Test
    void theWayLeadsOnToThePageThatWasAskedFor() {
        String subject = world.name("subject");
        connect(officer, subject);
        Browser fresh = new Browser(mvc);
        assertThat(page(fresh.get("/sign-in?to=%2Fprobe%3Fa%3D1"))
                        .select("a[href^=/sign-in/identity]")
                        .attr("href"))
                .isEqualTo("/sign-in/identity?to=%2Fprobe%3Fa%3D1");
        URI back = new ProviderVisit().signIn(begin(fresh, "?to=%2Fprobe%3Fa%3D1"), subject);
        assertThat(location(back(fresh, back))).isEqualTo("/probe?a=1");
    }

    @Test
    void whatTheProviderIsAskedIsACodeWithStateNonceAndPkceAndNothingOfThePerson() {
        String asked = begin(new Browser(mvc), "");
        assertThat(asked)
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize?")
                .contains("response_type=code", "scope=openid&", "state=", "nonce=", "code_challenge=")
                .contains("code_challenge_method=S256", "redirect_uri=http://localhost/sign-in/identity/return")
                .doesNotContain("code_verifier", "prompt", "max_age");
        String connecting = page(officer.post("/account/identity", "password", World.PASSWORD))
                .select("a.main")
                .attr("href");
        assertThat(connecting).as("whoever sat there before").contains("prompt=login", "max_age=0");
    }

    @Test
    void whoSignsOutIsToldOfTheSessionThatRemainsAtTheProvider() {
        String subject = world.name("subject");
        connect(officer, subject);
        signIn(officer, subject);
        assertThat(location(officer.post("/sign-out"))).isEqualTo("/sign-in");
        assertThat(page(officer.get("/sign-in")).text()).contains("你在市认证平台那里还登录着");
        officer.signIn(name);
        officer.post("/sign-out");
        assertThat(page(officer.get("/sign-in")).text()).doesNotContain("还登录着");
    }

    @Test
    void aChangeOfKeysCutsNoTie() throws IOException {
        String subject = world.name("subject");
        connect(officer, subject);
        Path key = secrets.resolve("outside-hash.key");
        Files.move(key, secrets.resolve("outside-hash-1.key"));
        assertThat(location(signIn(new Browser(mvc), subject))).isEqualTo("/");
        assertThat(key).as("another").exists();
        Browser second = administrator();
        refused(connect(second, subject), "taken");
    }

    @Test
    void theAdministratorSeesTheTieAndCutsItForOthersOnly() {
        String subject = world.name("subject");
        connect(officer, subject);
        Browser administrator = administrator();
        String removal = "/accounts/" + account + "/identity/removal";
        var accounts = page(administrator.get("/accounts"));
        assertThat(accounts.select("tr:contains(" + name + ")").text()).contains("外部身份", "绑定");
        assertThat(accounts.select("form[action=" + removal + "]")).hasSize(1);
        assertThat(status(officer.post(removal))).as("no administrator").isEqualTo(404);
        assertThat(status(in("administrator", tree.sibling()).post(removal)))
                .as("of another unit")
                .isEqualTo(404);
        assertThat(location(administrator.post(removal))).isEqualTo("/accounts");
        assertThat(in(officer)).as("its sessions end").isFalse();
        refused(signIn(new Browser(mvc), subject), "unknown");
        assertThat(status(administrator.post(removal))).as("nothing to cut").isEqualTo(404);
        assertThat(page(administrator.get("/accounts")).select("form[action=" + removal + "]"))
                .isEmpty();
    }

    @Test
    void nobodyCutsTheirOwnWithoutThePassword() {
        String boss = world.name("boss");
        var own = world.account(boss, "administrator", tree.department());
        Browser administrator = new Browser(mvc);
        administrator.signIn(boss);
        connect(administrator, world.name("subject"));
        assertThat(status(administrator.post("/accounts/" + own + "/identity/removal")))
                .isEqualTo(409);
    }

    private Browser administrator() {
        return in("administrator", tree.department());
    }

    private Browser in(String role, org.yijitong.organization.Units.Unit unit) {
        String other = world.name(role);
        world.account(other, role, unit);
        Browser browser = new Browser(mvc);
        browser.signIn(other);
        return browser;
    }

    private long accounts() {
        return database.sql("SELECT count(*) FROM access.accounts")
                .query(Long.class)
                .single();
    }
}
