package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.shared.Language;

/**
 * Every page passes axe-core (WCAG 2.0 to 2.2, A and AA, and best practice) and never scrolls sideways, at four widths;
 * theme, size of text and language change from width to width so that over the pages every pair of them is met.
 */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {
    private static final int[] WIDTHS = {320, 390, 768, 1440};
    private static final String[] THEMES = {"light", "dark"};
    private static final String[] SIZES = {"normal", "large"};
    private static final List<Language> LANGUAGES = List.of(Language.values());
    static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The spacing that WCAG 2.2 SC 1.4.12 says a reader may set. */
    private static final String TEXT_SPACING = """
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
                + 'p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
            """;

    private final Site site;

    @Autowired
    AccessibilityTests(ApplicationContext context, @LocalServerPort int port) {
        this.site = new Site(context, port);
    }

    List<Visit> pages() {
        return site.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoBarrierThatAxeCanSee(Visit visit) {
        List<String> barriers = new ArrayList<>();
        for (View view : views(pages().indexOf(visit))) {
            try (BrowserContext visitor = site.visitor(visit, view)) {
                Opened opened = new Opened(visitor);
                opened.open(visit.address());
                new AxeBuilder(opened.page())
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> rule.getNodes()
                                .forEach(node -> barriers.add(view + " " + rule.getId() + " " + node.getTarget() + " "
                                        + node.getFailureSummary())));
                if (opened.sideways() > 0) {
                    barriers.add(view + " scrolls sideways by " + opened.sideways() + ": " + opened.beyond());
                }
            }
        }
        assertThat(barriers).as(visit.route()).isEmpty();
    }

    /** In English, whose words are the longest. */
    @ParameterizedTest
    @MethodSource("pages")
    void fitsTheNarrowestPhoneWithLargeAndSpacedText(Visit visit) {
        View view = new View(320, "light", "large", Language.EN.tag(), true);
        try (BrowserContext visitor = site.visitor(visit, view)) {
            Opened opened = new Opened(visitor);
            opened.open(visit.address());
            assertThat(opened.sideways()).as("large: %s", opened.beyond()).isZero();
            opened.page().evaluate(TEXT_SPACING);
            assertThat(opened.sideways())
                    .as("%s spaced: %s", visit.route(), opened.beyond())
                    .isZero();
        }
    }

    @Test
    void theViewsMeetInEveryPair() {
        Set<String> met = new HashSet<>();
        for (int page = 0; page < 12; page++) {
            for (View view : views(page)) {
                List<String> traits =
                        List.of(Integer.toString(view.width()), view.theme(), view.size(), view.language());
                for (String one : traits) {
                    traits.forEach(other -> met.add(one + "/" + other));
                }
            }
        }
        // Ordered pairs of different traits, and each of the 11 values with itself.
        assertThat(met).hasSize(2 * (4 * 2 + 4 * 2 + 4 * 3 + 2 * 2 + 2 * 3 + 2 * 3) + 11);
    }

    private static List<View> views(int page) {
        List<View> views = new ArrayList<>();
        for (int i = 0; i < WIDTHS.length; i++) {
            views.add(new View(
                    WIDTHS[i],
                    THEMES[(i + page) % 2],
                    SIZES[(i / 2 + page / 2) % 2],
                    LANGUAGES.get((i + page) % 3).tag(),
                    true));
        }
        return views;
    }
}
