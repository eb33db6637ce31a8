package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.access.AccessTest;
import org.yijitong.access.IdentityProvider;
import org.yijitong.access.ProviderVisit;
import org.yijitong.access.TestProvider;
import org.yijitong.access.World;

/** The provider is away when the product starts, comes, and goes again. */
@AccessTest
@DirtiesContext
class OutsideAwayTests {
    private static final TestProvider PROVIDER = TestProvider.silent();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    IdentityProvider provider;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("yijitong.oidc.issuer", PROVIDER::issuer);
        properties.add("yijitong.oidc.client", () -> TestProvider.CLIENT);
        properties.add("yijitong.oidc.secret", () -> TestProvider.SECRET);
    }

    @Test
    void passwordsGoOnWorkingTheButtonSaysSoAndItComesBackByItself() {
        provider.look();
        Browser officer = new Browser(mvc);
        assertThat(page(officer.get("/sign-in")).select("main").text()).contains("统一身份认证现在连不上，请用密码登录");
        assertThat(location(officer.get("/sign-in/identity"))).isEqualTo("/sign-in/identity/refused?why=away");
        String name = world.name("away");
        world.account(name, "officer", world.tree().department());
        assertThat(status(officer.signIn(name))).isEqualTo(303);
        assertThat(status(officer.get("/probe"))).isEqualTo(200);
        var asked = officer.post("/account/identity", "password", World.PASSWORD);
        assertThat(status(asked)).isEqualTo(503);
        assertThat(page(asked).text()).contains("统一身份认证现在连不上");

        PROVIDER.start();
        try {
            String address = location(officer.get("/sign-in/identity"));
            assertThat(address).as("whoever tries again is led there").startsWith(PROVIDER.issuer());
            assertThat(page(new Browser(mvc).get("/sign-in"))
                            .select("a[href=/sign-in/identity]")
                            .text())
                    .isEqualTo("用统一身份认证登录");
            leavesInBetween(officer, new ProviderVisit().signIn(address, "someone"));
        } finally {
            PROVIDER.close();
        }
    }

    /** It is gone while somebody is on the way back. */
    private void leavesInBetween(Browser browser, URI back) {
        PROVIDER.close();
        assertThat(location(browser.get(back.getRawPath() + "?" + back.getRawQuery())))
                .isEqualTo("/sign-in/identity/refused?why=away");
        provider.look();
        assertThat(page(new Browser(mvc).get("/sign-in")).select("main").text()).contains("现在连不上");
    }

    @Test
    void whoIsNotTheIssuerThatIsConfiguredIsNotUsed() {
        assertThat(provider.isNow(PROVIDER.issuer() + "/")).isFalse();
        assertThat(provider.isNow(PROVIDER.issuer())).isTrue();
    }
}
