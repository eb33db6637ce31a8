package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;

/** An officer finds somebody by initials, opens the person, corrects the phone number and goes back. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterJourneyTests {
    private final ApplicationContext context;
    private final Signed signed;
    private final String base;

    @Autowired
    RosterJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        this.signed = new Signed(context, base);
    }

    static List<View> views() {
        return List.of(View.PHONE, View.DESK, View.PHONE.withoutScript());
    }

    @ParameterizedTest
    @MethodSource("views")
    void findsSomebodyAndCorrectsThePhoneNumber(View view) {
        String phone = "139" + view.width() + (view.script() ? "1" : "0");
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            signed.in(visitor, "officer");
            Page page = visitor.newPage();
            page.navigate("/people");
            find(page);
            page.getByRole(AriaRole.MAIN)
                    .getByRole(
                            AriaRole.LINK,
                            new com.microsoft.playwright.Locator.GetByRoleOptions()
                                    .setName("林若川")
                                    .setExact(true))
                    .click();
            assertThat(page.locator("h1").innerText()).startsWith("林若川：");
            page.locator(".head a[href$='/edit']").click();
            page.fill("#phone", phone);
            page.locator("main form button.main").click();
            page.waitForURL(url -> !url.endsWith("/edit"));
            assertThat(page.locator(".notice").innerText()).contains("已保存林若川的内容");
            assertThat(page.locator(".kv").first().innerText()).contains(phone);
            page.locator(".crumb a").first().click();
            assertThat(page.url()).isEqualTo(base + Sample.people(context, ""));
        }
    }

    @ParameterizedTest
    @MethodSource("scripted")
    void changesARowInItsPlace(View view) {
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            signed.in(visitor, "officer");
            Page page = visitor.newPage();
            page.navigate("/people");
            find(page);
            page.locator("tr", new Page.LocatorOptions().setHasText("林若川"))
                    .locator("a[hx-get]")
                    .click();
            // The name has the focus first; text typed before that would land there.
            page.locator("tr input[name=name]:focus").waitFor();
            page.locator("tr input[name=jobTitle]").fill("一级主任科员");
            Response saved = page.waitForResponse(
                    answer -> answer.request().method().equals("POST"),
                    () -> page.locator("tr button.main").click());
            assertThat(saved.status())
                    .as(saved.url() + " " + saved.request().postData())
                    .isEqualTo(200);
            page.locator("tr form")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("林若川"))
                            .count())
                    .isEqualTo(1);
            page.navigate(Sample.person(context, ""));
            assertThat(page.locator("main").innerText())
                    .as(saved.url() + " " + saved.request().postData())
                    .contains("一级主任科员");
        }
    }

    static List<View> scripted() {
        return List.of(View.PHONE, View.DESK);
    }

    private static void find(Page page) {
        page.fill("#q", "lrc");
        page.locator("form[role=search] button").click();
        page.waitForURL(url -> url.contains("q=lrc"));
    }
}
