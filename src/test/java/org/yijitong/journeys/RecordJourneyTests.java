package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;

/** A secretary records a meeting: three taps and one sentence. */
@ServedTest
class RecordJourneyTests {
    private static final String SENTENCE = "四季度重点抓数据共享攻关，沈南乔牵头，12月20日前拿出接口清单。";

    private final ApplicationContext context;
    private final String base;
    private final String records;

    @Autowired
    RecordJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        this.records = Sample.third(context, "/records");
        SampleRecords.one(context);
    }

    @Test
    void onAPhone() {
        walk(View.PHONE, "390");
    }

    @Test
    void onADeskInTheDark() {
        walk(View.DESK.dark(), "1280-dark");
    }

    private void walk(View view, String name) {
        SampleRecords.metToday(context);
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            Page page = Secretary.in(context, visitor, name);
            page.navigate(records);
            picture(page, "list", name);
            page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, named("记一笔")).click();
            page.locator("#absences .chip", new Page.LocatorOptions().setHasText("周晓岚"))
                    .click();
            assertThat(page.locator("#attendance")).hasText("应到 9 人，实到 8 人");
            assertThat(page.locator("#causes select")).hasCount(1);
            page.fill("#minutes", SENTENCE);
            assertThat(page.locator("#live h2")).containsText("这一笔会计入");
            picture(page, "form", name);
            assertThat(page.locator("[data-draft-kept]")).isVisible();
            page.reload();
            assertThat(page.locator("#minutes")).hasValue(SENTENCE);
            assertThat(page.locator("[data-draft-note]")).isVisible();
            assertThat(page.locator("#attendance")).hasText("应到 9 人，实到 8 人");
            page.locator(".save button").click();
            assertThat(page.locator("h1")).containsText("已保存，计入");
            picture(page, "receipt", name);
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, named("看这一笔"))
                    .click();
            assertThat(page.locator("main")).containsText(SENTENCE);
            picture(page, "record", name);
            leavesNoDraft(page);
        }
    }

    private void leavesNoDraft(Page page) {
        page.navigate(records + "/new");
        assertThat(page.locator("#minutes")).hasValue("");
        assertThat(page.locator("[data-draft-note]")).isHidden();
    }

    private static com.microsoft.playwright.Locator.GetByRoleOptions named(String words) {
        return new com.microsoft.playwright.Locator.GetByRoleOptions().setName(words);
    }

    private static void picture(Page page, String what, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "record-" + what + "-" + name + ".png"))
                .setFullPage(true));
    }
}
