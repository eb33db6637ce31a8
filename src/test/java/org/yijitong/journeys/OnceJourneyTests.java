package org.yijitong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.ledger.Rebuild;
import org.yijitong.mechanism.Publications;
import org.yijitong.shared.Days;

/**
 * A rule is one document; a branch records once; the committee's cell changes at that moment, and two clicks lead from
 * it to the record.
 */
@ServedTest
class OnceJourneyTests {
    private static final String RULE = """
            mechanism: once
            version: 1
            name: {zh-Hans: 样例走访, en: Sample visits}
            in-force: {since: 2025-01-01, until: 2028-12-31, published: 2025-01-01}
            sources: [{regulation: 示例单位走访办法}]
            duties:
              - duty: visit
                name: {zh-Hans: 每月走访, en: A visit each month}
                basis: {regulation: 示例单位走访办法, article: 第二条}
                owed-by: {organizations: [branch]}
                every: month
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: visit}]}
            """;
    private static final String SENTENCE = "群众说窗口午休没人，当场定了轮班。";

    private final ApplicationContext context;
    private final String base;
    private final LocalDate today;

    @Autowired
    OnceJourneyTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        this.today = context.getBean(Days.class).today();
        SampleStandings.why(context);
        assertThat(context.getBean(Publications.class).publish("once.yaml", RULE))
                .isEmpty();
        // As the next start does.
        context.getBean(Rebuild.class).mend(Sample.of(context).unit().unitId(), _ -> {});
    }

    @Test
    void fromTheRecordToTheFigureAndBack() {
        try (BrowserContext desk = Chromium.visitor(base, View.DESK);
                BrowserContext phone = Chromium.visitor(base, View.PHONE)) {
            new Signed(context, base).in(desk, "officer");
            Page committee = desk.newPage();
            String overview = SampleStandings.unit(context, "/overview?rule=once&year=" + today.getYear());
            committee.navigate(overview);
            assertThat(cell(committee)).hasText("0");
            record(phone);
            committee.navigate(overview);
            assertThat(cell(committee)).hasText("100");
            cell(committee).click();
            committee.locator("tbody th .sub a").click();
            assertThat(committee.getByRole(AriaRole.MAIN)).containsText(SENTENCE);
        }
    }

    /** Two taps, one sentence, one tap: the receipt names the duty. */
    private void record(BrowserContext phone) {
        Page page = Secretary.in(context, phone, "once");
        page.navigate(Sample.third(context, "/records/new"));
        page.locator("#kinds details summary").click();
        Locator chosen = page.locator("#kinds .chip:has(input:checked)");
        while (chosen.count() > 0) {
            chosen.first().click();
        }
        page.locator("#kinds .chip:has(input[value=visit])").click();
        page.fill("#minutes", SENTENCE);
        page.locator(".save button").click();
        assertThat(page.locator("h1")).containsText("已保存，计入");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("每月走访");
    }

    /** This month of the third branch. */
    private Locator cell(Page page) {
        return page.locator("table.heat tr")
                .filter(new Locator.FilterOptions().setHasText("第三党支部"))
                .locator("td")
                .nth(today.getMonthValue() - 1)
                .locator("a");
    }
}
