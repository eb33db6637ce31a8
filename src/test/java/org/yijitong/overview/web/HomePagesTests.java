package org.yijitong.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.RecordId;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.overview.OverviewDesk;

/** What a branch sees when it comes in, its year, and why anything stands as it does. */
class HomePagesTests extends OverviewDesk {
    private String meeting(LocalDate day) {
        return "样例支委会（" + month(day) + "）";
    }

    private String month(LocalDate day) {
        return year(day) + day.getMonthValue() + "月";
    }

    /** Said where it is not the present one. */
    private String year(LocalDate day) {
        return day.getYear() == today.getYear() ? "" : day.getYear() + "年";
    }

    private static Element row(Document home, String name) {
        return home.select(".due > li").stream()
                .filter(row -> row.select("h3").text().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        name + " in " + home.select(".due h3").eachText()));
    }

    @Test
    void homeSaysWhatIsMissingLateFirst() {
        Document home = page(secretary.get("/"));
        assertThat(home.select("h1").text()).matches("逾期 \\d+ 件，这个月还差 \\d+ 件");
        assertThat(home.select(".due .tag").eachText().getFirst()).startsWith("逾期");
        Element late = row(home, meeting(missed));
        assertThat(late.select(".tag.late").text()).startsWith("逾期 ");
        assertThat(late.select(".meta").text()).contains("样例规定·样例支委会");
        assertThat(late.select("a.btn").attr("href")).isEqualTo(third + "/records/new?kind=committee_meeting");
        assertThat(home.select(".due h3").eachText()).doesNotContain(meeting(met));
        assertThat(home.select("nav.nav a[aria-current]").text()).isEqualTo("首页");
        assertThat(home.select("a.btn.main.big").attr("href")).isEqualTo(third + "/records/new");
    }

    @Test
    void whereOnlyWhatIsLateIsLeftHomeSaysThatAllElseIsDone() {
        records.record(
                made.scope(),
                made.other(),
                Drafts.of(
                        today,
                        ActivityKind.COMMITTEE_MEETING,
                        ActivityKind.LESSON,
                        ActivityKind.HEART_TALK,
                        ActivityKind.THEME_DAY));
        Document home = page(as("secretary", made.unit().unitId(), made.other()).get("/"));
        assertThat(home.select("h1").text())
                .as("%s", home.select(".due h3").eachText())
                .matches("逾期 \\d+ 件，这个月别的都办完了");
    }

    @Test
    void aRecordTicksWhatWasOpenAndSaysWhatItCountedFor() {
        RecordId record = record(today, ActivityKind.HEART_TALK);
        Document home = page(secretary.get("/"));
        Element done = home.select(".rec li:has(a[href$=" + record + "])").getFirst();
        assertThat(done.select(".counts").text()).contains("计入", "样例规定·样例谈心");
        assertThat(home.select(".due h3").eachText()).doesNotContain("样例谈心（" + month(today) + "）");
        assertThat(home.select("aside").text()).contains("今年", "要求另行填报：0 张表");
    }

    @Test
    void theYearShowsEachDutyByMonthAndOpensWhy() {
        Document year = page(secretary.get(third + "/year?year=" + met.getYear()));
        Element cell = year.select("table tr").stream()
                .filter(row -> row.select("th").text().startsWith("样例支委会"))
                .findFirst()
                .orElseThrow()
                .select("td")
                .get(met.getMonthValue() - 1);
        assertThat(cell.text()).isEqualTo("办好");
        Document why = page(secretary.get(cell.select("a").attr("href")));
        assertThat(why.select("h1").text()).isEqualTo(meeting(met) + "已经办好");
        assertThat(why.select("main table a[href*=/records/]").text()).startsWith("支委会：学习全会精神");
    }

    @Test
    void whyNamesTheRuleTheGapHowToMakeItUpAndWhomToCall() {
        RecordId other = record(missed.plusDays(3), ActivityKind.THEME_DAY);
        Document why = page(secretary.get(
                row(page(secretary.get("/")), meeting(missed)).select("h3 a").attr("href")));
        assertThat(why.select("h1").text()).isEqualTo(meeting(missed) + "逾期，还差 1");
        assertThat(why.select("aside").text()).contains("每月至少 1 次", "活动是支委会", "中国共产党支部工作条例（试行）第十一条", "第 1 版", "党支部");
        assertThat(why.select(".notice").text()).contains("补开一次，记上就算。");
        Element missing = why.select("tr:has(a[href$=" + other + "])").getFirst();
        assertThat(missing.text()).contains("办的要是支委会");
        assertThat(why.select("form[action*=excuse]")).isEmpty();
    }

    @Test
    void whatIsPrivateIsSeenByTheBranchAlone() {
        Document own = page(secretary.get(third + "/duties"));
        String talk = "样例谈心（" + month(missed) + "）";
        String why = row(own, talk).select("h3 a").attr("href");
        assertThat(status(secretary.get(why))).isEqualTo(200);
        assertThat(status(officer.get(why))).isEqualTo(404);
        assertThat(page(officer.get(third + "/duties")).select(".due h3").eachText())
                .contains(meeting(missed))
                .doesNotContain(talk);
    }

    @Test
    void aPastDayIsShownAsItWasKnownThen() {
        String day = missed.plusDays(20).toString();
        record(missed.plusDays(10), ActivityKind.LESSON);
        String then =
                page(secretary.get("/?on=" + day + "&as=then")).select("main").text();
        String now =
                page(secretary.get("/?on=" + day + "&as=now")).select("main").text();
        assertThat(then).contains("当天看到的情况", "样例支委会（" + missed.getMonthValue() + "月）");
        assertThat(now).contains("后来补记和更正的也算在内");
        String lesson = "样例党课（第" + "一二三四".charAt((missed.getMonthValue() - 1) / 3) + "季度）";
        assertThat(page(secretary.get("/?on=" + day + "&as=then"))
                        .select(".due h3")
                        .eachText())
                .contains(lesson);
        assertThat(page(secretary.get("/?on=" + day + "&as=now"))
                        .select(".due h3")
                        .eachText())
                .doesNotContain(lesson);
    }

    @Test
    void anotherUnitFindsNothing() {
        Made elsewhere = sample.make();
        Browser stranger = as("secretary", elsewhere.unit().unitId(), elsewhere.third());
        Browser officerElsewhere =
                as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        String why = page(secretary.get("/")).select(".due h3 a").attr("href");
        for (Browser each : java.util.List.of(stranger, officerElsewhere)) {
            assertThat(status(each.get(why))).isEqualTo(404);
            assertThat(status(each.get(third + "/duties"))).isEqualTo(404);
            assertThat(status(each.get(third + "/year"))).isEqualTo(404);
            assertThat(status(each.get(base + "/overview"))).isEqualTo(404);
            assertThat(status(each.get(base + "/sums"))).isEqualTo(404);
        }
        assertThat(status(secretary.get(base + "/organizations/" + made.other() + "/duties")))
                .isEqualTo(404);
        assertThat(status(secretary.get(base + "/obligations/nothing"))).isEqualTo(404);
    }

    @Test
    void threeLanguagesSayIt() {
        assertThat(page(secretary.with("lang", "en").get("/")).select("h1").text())
                .endsWith("to do this month");
        assertThat(page(secretary.with("lang", "zh-Hant").get("/")).select("h1").text())
                .contains("這個月還差");
        secretary.with("lang", "zh-Hans-CN");
    }

    @Test
    void whyIsToldAsItWasKnownThen() {
        LocalDate day = missed.plusDays(20);
        RecordId later = record(missed.plusDays(2), ActivityKind.LESSON);
        String lesson = page(secretary.get(third + "/year?year=" + missed.getYear() + "&on=" + day + "&as=then"))
                .select("tr:has(th:matchesOwn(^样例党课))")
                .select("td")
                .get((missed.getMonthValue() + 2) / 3 * 3 - 1)
                .select("a")
                .attr("href");
        assertThat(lesson).endsWith("?on=" + day + "&as=then");
        Document then = page(secretary.get(lesson));
        assertThat(then.select("main").text()).contains("当天看到的情况", "没有");
        assertThat(then.select("a[href$=" + later + "]")).isEmpty();
        assertThat(then.select("a[href*=/records/new], form[action*=excuse]")).isEmpty();
        Document now = page(secretary.get(then.select(".notice a").attr("href")));
        assertThat(now.select("a[href$=" + later + "]")).isNotEmpty();
        assertThat(now.select("h1").text()).contains("已经办好");
    }
}
