package org.yijitong.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.overview.OverviewDesk;

/** A document tried, then rehearsed on the past, then read; by those who may. */
class RehearsalPagesTests extends OverviewDesk {
    private static final String TEXT = """
            mechanism: sample-again
            version: 1
            name: {zh-Hans: 再开一次, en: Once more}
            in-force: {since: 2031-01-01, until: 2031-12-31}
            sources: [{regulation: 样例}]
            duties:
              - duty: meeting
                name: {zh-Hans: 再开一次, en: Once more}
                basis: {regulation: 样例}
                owed-by: {organizations: [branch]}
                every: month
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: committee_meeting}]}
            """;

    private String begun(Browser who, String key, int year) {
        MvcTestResult answer = who.post("/rehearsals", "key", key, "year", String.valueOf(year), "text", TEXT);
        assertThat(status(answer)).isEqualTo(303);
        String address = location(answer);
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> page(who.get(address)).select("progress").isEmpty());
        return address;
    }

    @Test
    void whatWasTriedIsRehearsedOnLastYear() {
        Document tried = page(officer.post("/mechanism-check", "text", TEXT));
        assertThat(tried.select("form[action=/rehearsals] [name=year]").val())
                .isEqualTo(String.valueOf(days.today().getYear() - 1));
        assertThat(whole(tried, "form[action=/rehearsals] [name=text]")).isEqualTo(TEXT.strip());
        Document read = page(officer.get(begun(officer, "one", days.today().getYear() - 1)));
        assertThat(read.select("h1").text()).contains("再开一次");
        assertThat(read.select("main").text())
                .contains("应办 36 项", "打印")
                .containsPattern("还要多办 \\d+ 次；每次记一笔按 1 分钟算，共多记 \\d+ 分钟，办会的时间另计。要看的栏目：办的");
        assertThat(whole(read, "#text")).isEqualTo(TEXT.strip());
    }

    private static String whole(Document page, String field) {
        return page.select(field).getFirst().wholeText().strip();
    }

    @Test
    void itIsBegunOnceAndReadByThoseOfTheSameOrganization() {
        String address = begun(officer, "two", days.today().getYear());
        assertThat(begun(officer, "two", days.today().getYear())).isEqualTo(address);
        Made elsewhere = sample.make();
        Browser stranger =
                as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        assertThat(status(secretary.get(address))).isEqualTo(404);
        assertThat(status(stranger.get(address))).isEqualTo(404);
        assertThat(status(officer.get("/rehearsals/x"))).isEqualTo(404);
    }

    @Test
    void whatCannotBeRehearsedIsSaid() {
        assertThat(status(officer.post("/rehearsals", "key", "a", "year", "1999", "text", TEXT)))
                .isEqualTo(422);
        assertThat(status(officer.post("/rehearsals", "key", "b", "year", "x", "text", TEXT)))
                .isBetween(400, 499);
        assertThat(status(officer.post(
                        "/rehearsals",
                        "key",
                        "c",
                        "year",
                        String.valueOf(days.today().getYear()),
                        "text",
                        "mechanism: x")))
                .isEqualTo(422);
        Document form = page(secretary.post("/mechanism-check", "text", TEXT));
        assertThat(form.select("form[action=/rehearsals]")).isEmpty();
        assertThat(status(secretary.post("/rehearsals", "key", "d", "year", "2025", "text", TEXT)))
                .isEqualTo(404);
    }
}
