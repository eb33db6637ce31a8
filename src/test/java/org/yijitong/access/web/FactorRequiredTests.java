package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Authenticator;
import org.yijitong.access.MovableClock;
import org.yijitong.access.World;

/** In production those who administer sign in by two steps, whether they like it or not. */
@AccessTest
@TestPropertySource(properties = "yijitong.second-factor=true")
class FactorRequiredTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Test
    void anAdministratorIsLedToSetItUpAndCannotPutItAway() {
        Browser administrator = in("administrator");
        assertThat(location(administrator.get("/accounts"))).isEqualTo("/account/factor");
        assertThat(location(administrator.get("/account"))).isEqualTo("/account/factor");
        assertThat(location(administrator.post("/accounts", "name", "x"))).isEqualTo("/account/factor");
        Document shown = page(administrator.get("/account/factor"));
        assertThat(shown.select("h1").text()).contains("先设好动态码");
        Authenticator phone = new Authenticator(shown.select("main code").text(), clock);
        administrator.post(
                "/account/factor", "sealed", shown.select("input[name=sealed]").attr("value"), "code", phone.code());
        assertThat(status(administrator.get("/accounts"))).isEqualTo(200);
        assertThat(page(administrator.get("/account/factor")).select("button[formaction]"))
                .isEmpty();
        assertThat(status(administrator.post("/account/factor/removal", "code", phone.code())))
                .isEqualTo(409);
    }

    @Test
    void othersAreNotAskedButMayHaveIt() {
        Browser member = in("member");
        assertThat(status(member.get("/account"))).isEqualTo(200);
        assertThat(status(member.get("/account/factor"))).isEqualTo(200);
    }

    private Browser in(String role) {
        String name = world.name(role);
        world.account(name, role, world.tree().department());
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }
}
