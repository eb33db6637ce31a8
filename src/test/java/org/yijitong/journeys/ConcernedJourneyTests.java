package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** A member goes from their account to the political check about themselves, reads it and says something to it. */
@ServedTest
class ConcernedJourneyTests {
    private final ApplicationContext context;
    private final String base;
    private final SampleUnit.Made made;

    @Autowired
    ConcernedJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        this.made = Sample.of(context);
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
        String title = "年度评先评优推荐：陆知行 " + name;
        checked(title);
        try (BrowserContext visitor = Chromium.visitor(base, view)) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            page.fill("#name", account());
            page.fill("#password", World.PASSWORD);
            page.locator("main button[type=submit]").click();
            page.navigate("/account");
            page.locator("a[href='/account/data']").click();
            page.locator("a[href='/account/matters']").click();
            fine(page, "list", name, view);
            page.getByText(title).click();
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("main")).containsText("理由：组织生活没有缺席");
            page.fill("#read-statement", "5 月那次请假，支部同意过。");
            fine(page, "one", name, view);
            page.locator("details[open] button[type=submit]").click();
            assertThat(page.locator("main")).containsText("5 月那次请假");
            assertThat(page.locator("main details")).hasCount(0);
        }
    }

    /** Nothing is found by axe, where scripts run, and nothing scrolls sideways. */
    private static void fine(Page page, String what, String name, View view) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "concerned-" + what + "-" + name + ".png"))
                .setFullPage(true));
        if (view.script()) {
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
        assertThat(page.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth"))
                .as("%s does not scroll sideways", what)
                .isEqualTo(true);
    }

    private String account() {
        String name = "own" + UUID.randomUUID().toString().substring(0, 12);
        Grant grant = new Grant("member", made.unit().unitId(), made.third().value());
        UUID account = context.getBean(Accounts.class).create(name, "陆知行", World.PASSWORD, List.of(grant));
        context.getBean(Holders.class).say(made.scope(), account, made.person("陆知行"));
        return name;
    }

    /** Asked for, with the opinion of the branch and of the committee. */
    private void checked(String title) {
        Matters matters = context.getBean(Matters.class);
        String today = context.getBean(Days.class).today().toString();
        String decision = context.getBean(Days.class).today().plusDays(20).toString();
        Map<String, String> answers =
                Map.of("person", made.person("陆知行").toString(), "what", "年度优秀共产党员", "decision", decision);
        Scope office = made.scope();
        MatterId id = matters.begin(
                office,
                new OrganizationId(office.top()),
                new Beginning("political-check", title, "honour", answers, Map.of("branch", made.third())));
        Map<String, String> opinion = Map.of("view", "agree", "reasons", "组织生活没有缺席，群众反映好。", "met", today);
        matters.step(made.branch(), id, new Act(1, "opinion", opinion, Map.of(), "one"));
        Scope other = new Scope(UUID.randomUUID(), office.unit(), office.top());
        matters.step(other, id, new Act(2, "agree", Map.of("reasons-above", "同意支部意见。"), Map.of(), "two"));
    }
}
