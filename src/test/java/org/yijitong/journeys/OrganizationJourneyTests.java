package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;

/** From the tree to a branch to its history, on a phone and on a desk, and back to an earlier day. */
@ServedTest
class OrganizationJourneyTests {
    private final Site site;
    private final String tree;

    @Autowired
    OrganizationJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.site = new Site(context, port);
        this.tree = Sample.tree(context);
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
        Visit start = new Visit(tree, tree, 200, "officer");
        try (BrowserContext visitor = site.visitor(start, view)) {
            Page page = visitor.newPage();
            page.navigate(tree);
            assertThat(page.locator("h1").innerText()).isEqualTo("3 个支部，2 个要留意");
            picture(page, "tree", name);
            page.locator(".orgs a", new Page.LocatorOptions().setHasText("第三党支部"))
                    .click();
            assertThat(page.locator("h1").innerText()).startsWith("第三党支部：宣传委员空缺");
            picture(page, "branch", name);
            page.locator("a[href$='/history']").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("第三党支部：6 条变更");
            picture(page, "history", name);
            page.goBack();
            page.fill("#on", "2010-01-01");
            page.locator("form.strip button").click();
            assertThat(page.locator("h1").innerText()).startsWith("信息中心党支部：");
            page.locator("form.strip a").click();
            page.locator("a[href$='/changes/new']").first().click();
            picture(page, "changes", name);
            page.locator("a[href$='/handovers/new']").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("第三党支部：换届交接");
            picture(page, "handover", name);
            page.goBack();
            page.locator("a[href$='/splits/new']").click();
            picture(page, "split", name);
        }
    }

    private static void picture(Page page, String what, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "organization-" + what + "-" + name + ".png"))
                .setFullPage(true));
    }
}
