package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;

/** What every page may weigh and ask for, and that it works with scripts off. Limits: docs/look.md. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBudgetTests {
    private final Site site;

    @Autowired
    PageBudgetTests(ApplicationContext context, @LocalServerPort int port) {
        this.site = new Site(context, port);
    }

    List<Visit> pages() {
        return site.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isLightOnTheFirstVisitAndLighterOnTheSecond(Visit visit) {
        try (BrowserContext visitor = site.visitor(visit, View.PHONE)) {
            Opened opened = new Opened(visitor);
            opened.openWholly(visit.address());
            assertThat(opened.kib("")).as("first visit, KiB").isBetween(1.0, 60.0);
            assertThat(opened.kib("Document")).as("HTML, KiB").isLessThanOrEqualTo(20);
            assertThat(opened.kib("Stylesheet")).as("CSS, KiB").isLessThanOrEqualTo(14);
            assertThat(opened.kib("Script")).as("JavaScript, KiB").isLessThanOrEqualTo(24);
            assertThat(opened.requests()).as("requests: %s", opened.loaded()).isBetween(1L, 8L);
            assertThat(opened.hosts()).containsOnly("localhost");

            opened.openWholly(visit.address());
            assertThat(opened.kib("")).as("second visit, KiB").isLessThanOrEqualTo(20);
            assertThat(opened.requests())
                    .as("requests of the second visit: %s", opened.loaded())
                    .isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keepsToItsSecurityPolicyAndComplainsAboutNothing(Visit visit) {
        try (BrowserContext visitor = site.visitor(visit, View.DESK)) {
            Opened opened = new Opened(visitor);
            Response response = opened.openWholly(visit.address());
            assertThat(response.status()).isEqualTo(visit.status());
            assertThat(response.headerValue("content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "data:");
            assertThat(opened.complaints())
                    .filteredOn(text -> visit.status() < 400 || !text.contains(Integer.toString(visit.status())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsTheSameWithScriptsOff(Visit visit) {
        try (BrowserContext plain = site.visitor(visit, View.PHONE.withoutScript());
                BrowserContext scripted = site.visitor(visit, View.PHONE)) {
            var without = plain.newPage();
            without.navigate(visit.address());
            var with = scripted.newPage();
            with.navigate(visit.address());
            assertThat(without.locator("h1").count()).isEqualTo(1);
            assertThat(without.locator("h1").innerText())
                    .isNotBlank()
                    .isEqualTo(with.locator("h1").innerText());
            assertThat(without.locator("main form").count())
                    .isEqualTo(with.locator("main form").count());
            assertThat(without.locator("main button:not([data-print])").count())
                    .isEqualTo(with.locator("main button:not([data-print])").count());
        }
    }
}
