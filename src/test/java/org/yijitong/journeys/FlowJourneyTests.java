package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.shared.Days;

/**
 * Every flow that ships, walked in a browser by its roles: at each state whoever has the matter signs in and takes the way
 * that leads to an end, every other flow on a phone. A few always, all of them among the tests that take long.
 */
@ServedTest
class FlowJourneyTests {
    private static final Set<String> ALWAYS =
            Set.of("rectification", "visit-problems", "hotline", "membership-transfer", "re-election", "small-but-key");

    private final ApplicationContext context;
    private final String base;

    @Autowired
    FlowJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
    }

    @TestFactory
    Stream<DynamicTest> aFewAreWalkedByTheirRoles() {
        return walks(shipped().filter(flow -> ALWAYS.contains(flow.head().id())).toList());
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> allOthersAreWalkedByTheirRoles() {
        return walks(
                shipped().filter(flow -> !ALWAYS.contains(flow.head().id())).toList());
    }

    /** As docs/flows.md tells it. */
    @Test
    void whatSomebodyWritesFromTheExampleIsPublishedByAnotherAndWalked() {
        try (FlowCast cast = new FlowCast(context, base)) {
            Page author = cast.page(FlowCast.AUTHOR, View.DESK);
            author.navigate("/flows");
            author.click("main a[href='/flow-drafts']");
            author.click("main a[href='/flow-drafts/new']");
            String text = author.inputValue("#text").replace("small-repairs", "journey-repairs");
            author.fill("#text", text.replace("verifies: report, to: closed}", "verifies: report, to: doing}"));
            author.fill("#why", "修灯修门没有人跟到底");
            press(author, "存下");
            assertThat(author.locator(".errors").innerText())
                    .as("it gets stuck")
                    .contains("closed");
            picture(author, "stuck");
            author.fill("#text", text);
            press(author, "存下");
            assertThat(author.locator("main table").innerText()).contains("待验收", "到“办结”");
            picture(author, "draft");
            press(author, "送给另一个人看");
            Page second = cast.page(FlowCast.SECOND, View.PHONE);
            second.navigate(author.url());
            press(second, "同意，公布");
            assertThat(second.locator("main").innerText()).contains("已公布");
            picture(second, "published");
            FlowVersion published =
                    context.getBean(Flows.class).versions("journey-repairs").getFirst();
            new FlowJourney(cast, published.flow(), View.PHONE).walk();
        }
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .click();
    }

    private static void picture(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "flow-draft-" + what + ".png"))
                .setFullPage(true));
    }

    private Stream<DynamicTest> walks(List<Flow> flows) {
        assertThat(flows).hasSizeGreaterThanOrEqualTo(5);
        FlowCast cast = new FlowCast(context, base);
        return IntStream.range(0, flows.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        flows.get(i).head().id(),
                        () -> new FlowJourney(cast, flows.get(i), i % 2 == 0 ? View.DESK : View.PHONE).walk()))
                .onClose(cast::close);
    }

    private Stream<Flow> shipped() {
        return context.getBean(Flows.class).inForce(context.getBean(Days.class).today()).stream()
                .map(FlowVersion::flow)
                .filter(flow -> !flow.head().pack().equals("own"));
    }
}
