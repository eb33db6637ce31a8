package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;

/** Whoever writes a mechanism is offered the words that fit where they type, and is never held up by it. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletionJourneyTests {
    private static final String DUTY = "duties:\n  - duty: reading\n    ";

    private final String base;
    private final Signed signed;

    @Autowired
    CompletionJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.base = "http://localhost:" + port;
        this.signed = new Signed(context, base);
    }

    static View[] views() {
        return new View[] {View.PHONE, View.PHONE.dark().large(), View.DESK, View.DESK.dark()};
    }

    @ParameterizedTest
    @MethodSource("views")
    void aWordIsTakenWithKeysOrATap(View view) {
        try (BrowserContext visitor = visitor(view)) {
            Opened opened = opened(visitor);
            Page page = opened.page();
            starts(page, DUTY);
            type(page, "ev");
            assertThat(offered(page)).hasText(new String[] {"every 多久一次"});
            assertThat(page.locator(".offers [role=status]")).containsText("1");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#text")).hasAttribute("aria-activedescendant", "offer-0");
            page.keyboard().press("Enter");
            holds(page, DUTY + "every: ");
            assertThat(offered(page)).hasCount(4);
            type(page, "ha");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            holds(page, DUTY + "every: half-year");
            assertThat(offered(page)).hasCount(0);

            type(page, "\n    owed-by: {organizations: [");
            page.keyboard().insertText("联合");
            assertThat(offered(page)).hasText(new String[] {"joint_branch 联合党支部"});
            offered(page).click();
            assertThat(page.locator("#text")).isFocused();
            holds(page, DUTY + "every: half-year\n    owed-by: {organizations: [joint_branch");
            assertThat(opened.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void theOpenListIsWithoutBarriers(View view) {
        try (BrowserContext visitor = visitor(view)) {
            Opened opened = opened(visitor);
            Page page = opened.page();
            starts(
                    page,
                    page.inputValue("#text") + "# \n    counts: {fact: activity, where: [{field: kinds, contains: ");
            type(page, "x");
            page.keyboard().press("Backspace");
            assertThat(offered(page)).hasCount(view.width() < 640 ? 4 : 8);
            page.keyboard().press("ArrowDown");
            assertThat(offered(page).first()).isInViewport();
            assertThat((Boolean) page.evaluate("document.querySelector('#text').getBoundingClientRect().bottom - 20"
                            + " < document.querySelector('.offers').getBoundingClientRect().top"))
                    .as("the last line, which is being typed, is not covered")
                    .isTrue();
            assertThat(new AxeBuilder(page)
                            .withTags(AccessibilityTests.RULES)
                            .setLegacyMode(true)
                            .analyze()
                            .getViolations())
                    .isEmpty();
            assertThat(opened.sideways()).isZero();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target", "screens", "completion-" + view.width() + view.theme() + view.size() + ".png")));
        }
    }

    @Test
    void typingGoesOnAndTheFieldIsLeftAsEver() {
        try (BrowserContext visitor = visitor(View.DESK)) {
            Page page = opened(visitor).page();
            starts(page, DUTY);
            type(page, "gr");
            assertThat(offered(page)).hasCount(1);
            page.keyboard().press("Escape");
            assertThat(offered(page)).hasCount(0);
            type(page, "ac");
            assertThat(offered(page)).hasCount(0);
            holds(page, DUTY + "grac");
            type(page, "\n    ev");
            assertThat(offered(page)).hasCount(1);
            page.keyboard().press("Enter");
            holds(page, DUTY + "grac\n    ev\n");
            type(page, "    # ev");
            assertThat(offered(page)).hasCount(0);
            type(page, "\n    ne");
            assertThat(offered(page)).hasCount(1);
            page.keyboard().press("Tab");
            assertThat(page.locator("#text")).not().isFocused();
            holds(page, DUTY + "grac\n    ev\n    # ev\n    ne");
            assertThat(offered(page)).hasCount(0);
        }
    }

    @Test
    void whatWasTakenIsTakenBackAsIfTyped() {
        try (BrowserContext visitor = visitor(View.DESK)) {
            Page page = opened(visitor).page();
            starts(page, DUTY);
            type(page, "vis");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            holds(page, DUTY + "visible: ");
            page.keyboard().press("Control+z");
            assertThat(page.locator("#text")).hasValue(Pattern.compile("vis$|    $"));
        }
    }

    private BrowserContext visitor(View view) {
        BrowserContext visitor = Chromium.visitor(base, view);
        signed.in(visitor, "staff");
        return visitor;
    }

    private static Opened opened(BrowserContext visitor) {
        Opened opened = new Opened(visitor);
        opened.open("/mechanism-drafts/new");
        return opened;
    }

    private static void starts(Page page, String text) {
        page.fill("#text", text);
        page.locator("#text").press("Control+End");
    }

    private static void type(Page page, String text) {
        page.keyboard().type(text);
    }

    private static void holds(Page page, String text) {
        assertThat(page.locator("#text")).hasValue(text);
    }

    private static Locator offered(Page page) {
        return page.locator("#offers [role=option]");
    }
}
