package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.matter.Act;
import org.yijitong.matter.Board;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterLine;
import org.yijitong.matter.Matters;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** A citizen without an account and without scripts calls the hotline, finds the answer again and is not satisfied. */
@ServedTest
class DoorJourneyTests {
    private final ApplicationContext context;
    private final String base;

    @Autowired
    DoorJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
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
        SampleUnit.Made made = Sample.of(context);
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            Page page = visitor.newPage();
            page.navigate("/about");
            page.locator("footer a[href='/hotline']").click();
            page.selectOption("#unit", made.unit().unitId().toString());
            page.fill("#begin-what", "取一个证排了四十多分钟，来了两趟。");
            page.fill("#phone", "020-5550 0134");
            picture(page, "hotline", name);
            page.locator("main form button[type=submit]").first().click();
            String code = page.locator(".receipt").textContent();
            picture(page, "receipt", name);
            handled(made);
            page.navigate("/receipts");
            page.fill("#code", code);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("h1")).hasText("回访中");
            assertThat(page.locator("main")).containsText("加开了两个窗口");
            page.locator("summary").getByText("不满意").click();
            page.fill("#unsatisfied-why-not", "还是要排队");
            picture(page, "progress", name);
            page.locator("details[open] button[type=submit]").click();
            assertThat(page.locator("h1")).hasText("不满意，重新派办");
            page.navigate("/complaint?from=/about");
            picture(page, "complaint", name);
            figures(page, made, name);
        }
    }

    /** What became of the calls, from the page of the hotline. */
    private static void figures(Page page, SampleUnit.Made made, String name) {
        page.navigate("/hotline");
        page.locator("a[href='/hotline/figures']").click();
        page.selectOption("#unit", made.unit().unitId().toString());
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText("怎么数的");
        picture(page, "figures", name);
    }

    /** Dispatched, answered and looked at by those whose turn it is. */
    private void handled(SampleUnit.Made made) {
        MatterLine line = context
                .getBean(Board.class)
                .lines(made.scope(), new MatterFilter(false, false, false, "hotline", "received", null, "", null), 100)
                .stream()
                .filter(each -> each.title().startsWith("取一个证排了四十多分钟，来了两趟"))
                .findFirst()
                .orElseThrow();
        String due = context.getBean(Days.class).today().plusDays(3).toString();
        take(made.scope(), line, "dispatch", Map.of("due", due), made.third());
        take(made.branch(), line, "answer", Map.of("reply", "加开了两个窗口"), null);
        take(new Scope(UUID.randomUUID(), made.unit().unitId(), made.scope().top()), line, "send", Map.of(), null);
    }

    private void take(
            Scope scope,
            MatterLine line,
            String step,
            Map<String, String> answers,
            @Nullable OrganizationId responsible) {
        Matters matters = context.getBean(Matters.class);
        matters.step(
                scope,
                line.matterId(),
                new Act(
                        matters.find(scope, line.matterId()).revision(),
                        step,
                        answers,
                        responsible == null ? Map.of() : Map.of("responsible", responsible),
                        step));
    }

    private static void picture(Page page, String what, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "door-" + what + "-" + name + ".png"))
                .setFullPage(true));
    }
}
