package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.Records;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Days;

/**
 * As docs/mechanisms.md tells it: somebody of the committee writes 每半年一次跨部门读书会 from the example, rehearses it and
 * sends it in; a colleague agrees; and a record that was there before counts for it.
 */
@ServedTest
class MechanismJourneyTests {
    private final ApplicationContext context;
    private final String base;
    private final LocalDate today;

    @Autowired
    MechanismJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        this.today = context.getBean(Days.class).today();
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
        String record = readTogether();
        try (BrowserContext author = Chromium.visitor(base, view);
                BrowserContext second = Chromium.visitor(base, view);
                BrowserContext branch = Chromium.visitor(base, view)) {
            String draft = writes(staff(author, "author" + name), name);
            agrees(staff(second, "second" + name), draft, name);
            Page page = Secretary.in(context, branch, "ticks" + name);
            await().atMost(30, TimeUnit.SECONDS).until(() -> {
                page.navigate(record);
                return main(page).innerText().contains("读书会" + name);
            });
            picture(page, "counted", name);
        }
    }

    /** The third branch read together with another one today. */
    private String readTogether() {
        SampleUnit.Made made = Sample.of(context);
        Draft alone = Drafts.of(today, ActivityKind.READING);
        Draft together = new Draft(
                alone.occasion(),
                new Draft.Sides(List.of(made.other()), List.of()),
                alone.attendance(),
                alone.content(),
                alone.further());
        return "/units/" + made.unit().unitId() + "/records/"
                + context.getBean(Records.class).record(made.scope(), made.third(), together);
    }

    private String writes(Page page, String name) {
        page.navigate("/mechanisms");
        page.click("a[href='/mechanism-drafts']");
        page.click("a[href='/mechanism-drafts/new']");
        LocalDate half = today.withMonth(today.getMonthValue() < 7 ? 1 : 7).withDayOfMonth(1);
        page.fill(
                "#text",
                page.inputValue("#text")
                        .replace("reading-across", "journey-" + name)
                        .replace("跨部门读书会", "读书会" + name)
                        .replaceFirst("since: [-0-9]+", "since: " + half));
        page.fill("#why", "各支部读书各读各的，想让大家一起读");
        picture(page, "new", name);
        press(page, "存下");
        assertThat(page.locator("h1")).containsText("读书会" + name);
        picture(page, "draft", name);
        String draft = page.url();
        main(page).locator("form[action='/rehearsals'] button").click();
        assertThat(main(page)).containsText("应办", new ContainsTextOptions().setTimeout(20_000));
        picture(page, "rehearsal", name);
        page.navigate(draft);
        press(page, "送给另一个人看");
        assertThat(main(page)).containsText("等另一个人看");
        return draft;
    }

    private static void agrees(Page page, String draft, String name) {
        page.navigate("/mechanism-drafts");
        picture(page, "drafts", name);
        page.navigate(draft);
        picture(page, "waiting", name);
        press(page, "同意，公布");
        assertThat(main(page)).containsText("已公布");
    }

    /** Somebody of the committee above the sample unit. */
    private Page staff(BrowserContext visitor, String name) {
        Unit above = Sample.of(context).above();
        context.getBean(Accounts.class)
                .create(
                        name,
                        name,
                        World.PASSWORD,
                        List.of(new Grant(
                                "staff", above.unitId(), above.rootId().value())));
        Page page = visitor.newPage();
        page.navigate("/sign-in");
        page.fill("#name", name);
        page.fill("#password", World.PASSWORD);
        main(page).locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static void press(Page page, String words) {
        main(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .click();
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static void picture(Page page, String what, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "mechanism-" + what + "-" + name + ".png"))
                .setFullPage(true));
    }
}
