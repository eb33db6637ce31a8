package org.yijitong.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.overview.OverviewDesk;

/** How a committee and a working committee see those below them, and what a superior may excuse. */
class OverviewPagesTests extends OverviewDesk {
    private String overview(LocalDate month, String more) {
        return base + "/overview?" + RULE + "&year=" + month.getYear() + more;
    }

    /** Committee meetings alone, without the lessons that fall due in the last month of a quarter. */
    private String meetings(LocalDate month) {
        return base + "/overview?year=" + month.getYear() + "&rule=duty:" + duties.meeting();
    }

    private static Element cell(Document page, String row, LocalDate month) {
        return page.select("table.heat tr").stream()
                .filter(each -> each.select("th").text().startsWith(row))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        page.select("table.heat th[scope=row]").eachText()))
                .select("td")
                .get(month.getMonthValue() - 1);
    }

    @Test
    void everyBranchHasItsMonthsAndEveryCellOpensWhatLiesBehindIt() {
        Document page = page(officer.get(overview(missed, "")));
        assertThat(page.select("h1").text()).matches("\\d+ 个组织需要帮一把，\\d+ 件事逾期");
        assertThat(cell(page(officer.get(meetings(met))), "第三党支部", met).text()).isEqualTo("100");
        Element gap = cell(page, "第三党支部", missed);
        assertThat(gap.select("a").text()).startsWith("0，逾期 ");
        Document list = page(officer.get(gap.select("a").attr("href")));
        assertThat(list.select("h1").text()).contains("第三党支部", "件还没办");
        assertThat(list.select("tbody tr").text()).contains("样例支委会（" + missed.getMonthValue() + "月）", "逾期");
        assertThat(list.text()).doesNotContain("样例谈心");
        assertThat(status(officer.get(list.select("tbody th a").attr("href")))).isEqualTo(200);
        assertThat(page.text()).contains("不排名次", "要求基层另行填报 0");
    }

    @Test
    void theChartShowsTheSameFiguresAsColumnsThatOpenTheSame() {
        Document table = page(officer.get(overview(missed, "")));
        Document chart =
                page(officer.get(table.select("nav.seg a:not([aria-current])").attr("href")));
        Elements number = cell(table, "第三党支部", missed).select("a");
        Elements column = cell(chart, "第三党支部", missed).select("a");
        assertThat(column.text().replace(" ", "")).isEqualTo(number.text().replace(" ", ""));
        assertThat(column.attr("href").replace("&view=chart", "")).isEqualTo(number.attr("href"));
        assertThat(column.select("rect:not(.full)").attr("height")).isEqualTo("0");
        assertThat(cell(page(officer.get(meetings(met) + "&view=chart")), "第三党支部", met)
                        .select("rect:not(.full)")
                        .attr("height"))
                .isEqualTo("100");
        assertThat(chart.select("form input[name=view]").attr("value")).isEqualTo("chart");
    }

    @Test
    void aRecordMovesTheCell() {
        assertThat(cell(page(officer.get(overview(today, ""))), "第三党支部", today).text())
                .startsWith("0");
        record(today, ActivityKind.COMMITTEE_MEETING);
        String after = cell(page(officer.get(meetings(today))), "第三党支部", today).text();
        assertThat(after).isEqualTo("100");
    }

    @Test
    void whatWasKnownOnADayStaysAsItWas() {
        String day = "&on=" + missed.plusMonths(1).minusDays(1) + "&as=then";
        String before =
                cell(page(officer.get(overview(missed, day))), "第一党支部", missed).text();
        records.record(
                made.scope(),
                made.other(),
                org.yijitong.activity.Drafts.of(missed.plusDays(2), ActivityKind.COMMITTEE_MEETING));
        assertThat(cell(page(officer.get(overview(missed, day))), "第一党支部", missed)
                        .text())
                .isEqualTo(before)
                .isEqualTo("0");
        assertThat(cell(page(officer.get(overview(missed, ""))), "第一党支部", missed)
                        .text())
                .doesNotStartWith("0");
    }

    @Test
    void whatIsExportedIsWhatIsShown() {
        Document page = page(officer.get(meetings(met)));
        String csv = text(officer.get(meetings(met).replace("/overview?", "/overview/export.csv?")));
        assertThat(csv.lines().findFirst().orElse("")).contains("组织,1月", "12月,应办,已计入,逾期");
        assertThat(csv.lines().skip(1).map(line -> line.split(",", -1)[0]))
                .containsExactlyElementsOf(
                        page.select("table.heat th[scope=row] a").eachText());
        assertThat(csv.lines()
                        .filter(line -> line.startsWith("第三党支部"))
                        .findFirst()
                        .orElse("")
                        .split(",", -1)[met.getMonthValue()])
                .isEqualTo("100");
        assertThat(status(officer.get(base + "/overview/export.xlsx"))).isEqualTo(200);
    }

    @Test
    void aSuperiorExcusesOnceAndSaysWhy() {
        Document small = page(officer.get(base + "/organizations/" + made.small() + "/duties"));
        String why = small.select(".due h3 a:contains(样例支委会)").attr("href");
        String excuse = why + "/excuse";
        assertThat(status(secretary.post(excuse, "key", "e0", "ground", "not_applicable", "note", "不适用")))
                .isEqualTo(404);
        MvcTestResult empty = officer.post(excuse, "key", "e1", "ground", "not_applicable", "note", " ");
        assertThat(status(empty)).isEqualTo(422);
        assertThat(page(empty).select(".errors a").eachAttr("href")).containsExactly("#note");
        assertThat(status(officer.post(excuse, "key", "e2", "ground", "whim", "note", "随便")))
                .isEqualTo(422);
        MvcTestResult done = officer.post(excuse, "key", "e3", "ground", "not_applicable", "note", "人都在外地");
        assertThat(location(done)).isEqualTo(why);
        assertThat(location(officer.post(excuse, "key", "e3", "ground", "not_applicable", "note", "人都在外地")))
                .isEqualTo(why);
        assertThat(status(officer.post(excuse, "key", "e4", "ground", "not_applicable", "note", "再来")))
                .isEqualTo(409);
        Document excused = page(officer.get(why));
        assertThat(excused.select("h1").text()).endsWith("已免办");
        assertThat(excused.text()).contains("免办（不适用）：人都在外地");
        assertThat(location(officer.post(why + "/excuse/ending", "key", "e5"))).isEqualTo(why);
        assertThat(page(officer.get(why)).select("h1").text()).doesNotContain("已免办");
    }

    @Test
    void aWorkingCommitteeSeesSumsAndNobodyByName() {
        Browser staff = as("staff", made.above().unitId(), made.above().rootId());
        Document home = page(staff.get("/?" + RULE + "&year=" + met.getYear()));
        assertThat(home.select("h1").text()).matches("\\d+ 个单位需要帮一把，\\d+ 件事逾期");
        Element cell = cell(home, "省数字事务厅机关党委", met);
        assertThat(cell.text()).isNotEqualTo("–");
        Document below = page(staff.get(cell.select("a").attr("href")));
        assertThat(below.select("h1").text()).contains("件事逾期");
        assertThat(below.select("table.heat th[scope=row]").text())
                .contains("样例支委会")
                .doesNotContain("第三党支部", "样例谈心");
        assertThat(below.select("main").text()).doesNotContain("第三党支部");
        assertThat(status(staff.get(base + "/overview"))).isEqualTo(403);
        assertThat(status(staff.get(third + "/duties"))).isEqualTo(403);
        assertThat(status(officer.get(base + "/sums"))).isEqualTo(404);
    }

    @Test
    void sumsAndRowsAgree() {
        Browser staff = as("staff", made.above().unitId(), made.above().rootId());
        String facts =
                page(officer.get(overview(today, ""))).select(".facts dd").text();
        assertThat(page(staff.get(base + "/sums?" + RULE + "&year=" + today.getYear()))
                        .select(".facts dd")
                        .text())
                .isEqualTo(facts);
    }
}
