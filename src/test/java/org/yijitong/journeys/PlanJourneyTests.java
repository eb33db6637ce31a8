package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.shared.Days;

/** A secretary plans a meeting from what is due, takes a leave, records it from the plan, and catches up on past months. */
@ServedTest
class PlanJourneyTests {
    private final ApplicationContext context;
    private final String base;

    @Autowired
    PlanJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        SampleStandings.why(context);
    }

    @Test
    void onAPhone() {
        walk(View.PHONE, "390");
    }

    @Test
    void onADesk() {
        walk(View.DESK, "1280");
    }

    private void walk(View view, String name) {
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            Page page = Secretary.in(context, visitor, "plan" + name);
            page.navigate("/");
            picture(page, "home", name);
            page.locator("details.fold summary").first().click();
            page.locator(".due .meta a", new Page.LocatorOptions().setHasText("安排"))
                    .first()
                    .click();
            page.fill("#day", context.getBean(Days.class).today().toString());
            page.fill("#theme", "学习全会精神");
            page.fill("#items", "讨论发展对象\n通报党费收缴情况");
            picture(page, "form", name);
            main(page).locator("button[type=submit]").click();
            page.selectOption("#person", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.selectOption("#cause", "JOURNEY");
            page.fill("#note", "去广州开会");
            main(page).getByText("记下请假").click();
            assertThat(main(page)).containsText("出差 · 去广州开会");
            picture(page, "plan", name);
            main(page).getByText("改期或取消").click();
            picture(page, "change", name);
            records(page, name);
            catchesUp(page, name);
        }
    }

    private void records(Page page, String name) {
        page.goBack();
        main(page).locator("a.btn.main").click();
        assertThat(page.locator("[name=absent]:checked")).hasCount(1);
        assertThat(page.locator("#theme")).hasValue("学习全会精神");
        picture(page, "record", name);
        page.locator(".save button").click();
        assertThat(page.locator("h1")).containsText("已保存，计入");
        page.navigate(Sample.third(context, "/plans"));
        picture(page, "list", name);
    }

    private void catchesUp(Page page, String name) {
        page.navigate(Sample.third(context, "/arrears"));
        picture(page, "arrears", name);
        Locator day = page.locator("#lines [name=day]").first();
        day.fill(day.getAttribute("min"));
        Locator theme = page.locator("#lines > li").first().locator("[name=theme]");
        if (theme.isVisible()) {
            theme.fill("学习全会精神");
        }
        main(page).getByText("一起保存").click();
        assertThat(page.locator(".notice.ok")).containsText("补记了 1 笔");
        picture(page, "caught-up", name);
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static void picture(Page page, String what, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "plan-" + what + "-" + name + ".png"))
                .setFullPage(true));
    }
}
