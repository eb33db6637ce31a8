package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yijitong.ServedTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.TestProvider;
import org.yijitong.access.World;
import org.yijitong.organization.Units;

/**
 * Somebody connects their identity at a real provider on another site, signs out, signs in with it, and disconnects it. The
 * browser holds forms and redirects to the content security policy, and cookies to their site.
 */
@ServedTest
@DirtiesContext
class IdentityJourneyTests {
    private static final TestProvider PROVIDER = TestProvider.started();

    private final ApplicationContext context;
    private final String base;

    @Autowired
    IdentityJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        PROVIDER.knows(port);
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("yijitong.oidc.issuer", PROVIDER::issuer);
        properties.add("yijitong.oidc.client", () -> TestProvider.CLIENT);
        properties.add("yijitong.oidc.secret", () -> TestProvider.SECRET);
    }

    @AfterAll
    static void leave() {
        PROVIDER.close();
    }

    @Test
    void onAPhoneWithoutScripts() {
        walk(View.PHONE.withoutScript(), "390");
    }

    @Test
    void onADeskInTheDark() {
        walk(View.DESK.dark(), "1280-dark");
    }

    private void walk(View view, String name) {
        String subject = "subject-" + UUID.randomUUID();
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            Page page = visitor.newPage();
            signedIn(page);
            connect(page, subject, name);
            page.locator("header form[action='/sign-out'] button").click();
            page.waitForURL("**/sign-in");
            picture(page, "sign-in", name);
            page.locator("a[href='/sign-in/identity']").click();
            page.waitForURL(base + "/");
            page.navigate("/account");
            assertThat(page.locator("main")).containsText("用外部身份");
            picture(page, "account", name);
            page.locator("a[href='/account/identity']").click();
            picture(page, "connected", name);
            page.fill("#password", World.PASSWORD);
            page.locator("main form[action$='/removal'] button").click();
            assertThat(page.locator(".notice")).containsText("已经取消绑定");
        }
        unknown(view, subject, name);
    }

    private void signedIn(Page page) {
        World world = new World(context.getBean(Units.class), context.getBean(Accounts.class));
        String account = world.name("journey");
        world.account(account, "officer", world.tree().department());
        page.navigate("/sign-in");
        page.fill("#name", account);
        page.fill("#password", World.PASSWORD);
        page.locator("main form button[type=submit]").click();
        page.waitForURL(base + "/");
    }

    private void connect(Page page, String subject, String name) {
        page.navigate("/account");
        page.locator("a[href='/account/identity']").click();
        picture(page, "connect", name);
        page.fill("#password", World.PASSWORD);
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("去统一身份认证登录一次");
        picture(page, "go", name);
        page.locator("main a.main").click();
        atTheProvider(page, subject);
        assertThat(page.locator("h1")).hasText("已经绑定外部身份");
        assertThat(page.locator(".notice")).containsText("绑定好了");
    }

    private static void atTheProvider(Page page, String subject) {
        page.waitForURL(PROVIDER.issuer() + "/login**");
        page.fill("input[name=username]", subject);
        page.fill("input[name=password]", TestProvider.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    /** After the tie is cut, in a browser that knows neither site. */
    private void unknown(View view, String subject, String name) {
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            page.locator("a[href='/sign-in/identity']").click();
            atTheProvider(page, subject);
            assertThat(page.locator("h1")).hasText("这个身份没有绑定账号");
            assertThat(page.url())
                    .as("nothing of the answer stays")
                    .isEqualTo(base + "/sign-in/identity/refused?why=unknown");
            picture(page, "unknown", name);
            page.locator("main a.main").click();
            assertThat(page.locator("#name")).isVisible();
        }
    }

    private static void picture(Page page, String what, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "identity-" + what + "-" + name + ".png"))
                .setFullPage(true));
    }
}
