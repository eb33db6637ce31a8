package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.overview.OverviewDesk;

/** A ledger is brought in: shown first, asked about, written as a whole, and found the second time. */
class LedgerPagesTests extends OverviewDesk {
    private static byte[] text(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private String brought(Browser who, String key, String... lines) {
        MvcTestResult answer = who.upload(
                third + "/ledgers", "台账.csv", text(lines), "key", key, "year", String.valueOf(today.getYear()));
        assertThat(status(answer)).as(page(answer).select("main").text()).isEqualTo(303);
        return location(answer);
    }

    private Document written(Browser who, String ledger, String key) {
        assertThat(status(who.post(ledger + "/application", "key", key))).isEqualTo(303);
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> page(who.get(ledger)).select("progress").isEmpty());
        return page(who.get(ledger));
    }

    private static Element line(Document ledger, String day) {
        return ledger.select("tbody tr").stream()
                .filter(row -> row.text().contains(day))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ledger.select("tbody").text()));
    }

    @Test
    void aLedgerIsShownWrittenAndFoundAgain() {
        LocalDate day = missed.plusDays(7);
        String[] lines = {
            "日期,类型,内容,主持人,请假人员", day + " 15:00-16:30,支委会+党课,学习全会精神,林若川,沈南乔（出差）", day.plusDays(2) + ",主题党日,参观纪念馆,,"
        };
        String ledger = brought(secretary, "one", lines);
        Document shown = page(secretary.get(ledger));
        assertThat(shown.select("h1").text()).isEqualTo("读到 2 次会，2 次可以写入");
        assertThat(line(shown, day.toString()).text()).contains("写入", "会计入", "样例规定·样例支委会", "沈南乔（出差）");
        Document before = page(secretary.get(third + "/records"));
        assertThat(before.text()).doesNotContain("参观纪念馆");
        assertThat(before.select("main a[href=" + third + "/ledgers]")).hasSize(1);
        assertThat(written(secretary, ledger, "two").select("h1").text()).isEqualTo("写入了 2 次");
        Document records = page(secretary.get(third + "/records"));
        assertThat(records.text()).contains("参观纪念馆", "学习全会精神", "补记");
        Document again = page(secretary.get(brought(secretary, "three", lines)));
        assertThat(again.select("h1").text()).isEqualTo("读到 2 次会，0 次可以写入");
        assertThat(again.select("form[action$=/application]")).isEmpty();
        assertThat(line(again, day.toString()).text()).contains("已经有了");
    }

    private String[] ofWholeUnit(LocalDate day) {
        return new String[] {
            "支部,日期,类型,内容,主持人",
            named(third).replace("党支部", "支部") + "," + day + ",党课,各回各家甲,林若川",
            named(other()) + "," + day + ",党课,各回各家乙,林若川",
            "天上支部," + day + ",党课,各回各家丙,"
        };
    }

    private String other() {
        return base + "/organizations/" + made.other();
    }

    private String named(String organization) {
        return page(officer.get(organization + "/ledgers"))
                .select("main")
                .text()
                .replaceAll(".*台账 (\\S+?)以前记在.*", "$1");
    }

    private String brought(Browser who, String organization, LocalDate day, String key) {
        String year = String.valueOf(today.getYear());
        return location(
                who.upload(organization + "/ledgers", "全单位.csv", text(ofWholeUnit(day)), "key", key, "year", year));
    }

    @Test
    void aWholeUnitComesInAtOnce() {
        String root = base + "/organizations/" + made.unit().rootId();
        String ledger = brought(officer, root, missed.minusMonths(1).plusDays(20), "whole-1");
        Document asking = page(officer.get(ledger));
        assertThat(line(asking, "各回各家丙").text()).contains("没有找到这个组织", "天上支部");
        assertThat(asking.select("form[action$=/answers]")).hasSize(1);
        String place = asking.select("input[name=organization]").attr("value");
        assertThat(place).isEqualTo(made.other().toString());
        officer.post(ledger + "/answers", "key", "whole-2", "name", "林若川", "organization", place, "person", "nobody");
        assertThat(written(officer, ledger, "whole-3").select("h1").text()).isEqualTo("写入了 2 次");
        assertThat(page(officer.get(third + "/records")).text())
                .contains("各回各家甲")
                .doesNotContain("各回各家乙");
        assertThat(page(officer.get(other() + "/records")).text()).contains("各回各家乙");
    }

    @Test
    void aBranchBringsNothingInForAnother() {
        Document shown = page(secretary.get(brought(secretary, third, missed.plusDays(2), "whole-4")));
        assertThat(line(shown, "各回各家甲").text()).contains("写入");
        assertThat(line(shown, "各回各家乙").text()).contains("没有找到这个组织");
    }

    @Test
    void ofTwoWhoBringTheSameLedgerOneWritesItDown() {
        String[] lines = {"日期,类型,内容", missed.minusMonths(2) + ",主题党日,同一次"};
        String one = brought(secretary, "same-1", lines);
        String other = brought(secretary, "same-2", lines);
        assertThat(written(secretary, one, "same-3").select("h1").text()).isEqualTo("写入了 1 次");
        assertThat(written(secretary, other, "same-4").select("h1").text()).isEqualTo("读到 1 次会，0 次可以写入");
        for (int i = 0; i < 5; i++) {
            brought(secretary, "more-" + i, lines);
        }
        assertThat(status(secretary.get(one))).isEqualTo(404);
    }

    @Test
    void aNameNobodyHasIsAskedAndAnswered() {
        LocalDate day = missed.minusMonths(1).plusDays(3);
        String ledger = brought(secretary, "four", "日期,类型,主持人,缺席人员", day + ",党课,林若川,沈南桥、外请专家王某某");
        Document asking = page(secretary.get(ledger));
        assertThat(asking.select("h1").text()).isEqualTo("有 2 个名字要先说清");
        assertThat(status(secretary.post(ledger + "/application", "key", "five")))
                .isEqualTo(409);
        assertThat(status(secretary.post(ledger + "/answers", "key", "none", "name", "沈南桥", "person", "")))
                .isEqualTo(409);
        assertThat(asking.select("select").getFirst().select("option").get(2).text())
                .isEqualTo("沈南乔");
        Element form = asking.select("form:has(input[name=name][value=沈南桥])").getFirst();
        String person = form.select("option:matchesOwn(^沈南乔$)").attr("value");
        assertThat(person).isNotEmpty();
        secretary.post(ledger + "/answers", "key", "six", "name", "沈南桥", "person", person);
        secretary.post(ledger + "/answers", "key", "seven", "name", "外请专家王某某", "person", "nobody");
        Document done = written(secretary, ledger, "eight");
        assertThat(done.select("h1").text()).isEqualTo("写入了 1 次");
        Document records = page(secretary.get(third + "/records?kind=lesson&from=" + day + "&to=" + day));
        Document record =
                page(secretary.get(records.select("main a[href*=/records/0]").attr("href")));
        assertThat(record.text()).contains("沈南乔").doesNotContain("王某某");
    }

    @Test
    void whatCannotBeTakenIsSaidLineByLineAndTheRestGoesIn() {
        String ledger = brought(
                secretary,
                "nine",
                "日期,类型,内容",
                "2月30日,支委会,甲",
                today.plusYears(1) + ",支委会,乙",
                missed.plusDays(11) + ",茶话会,丙",
                "1950-01-01,支委会,丁",
                missed.plusDays(12) + ",谈心谈话,戊");
        Document shown = page(secretary.get(ledger));
        assertThat(line(shown, "2月30日").text()).contains("写不进", "日期看不懂：2月30日");
        assertThat(line(shown, "乙").text()).contains("还没到");
        assertThat(line(shown, "丙").text()).contains("看不出是什么会：茶话会");
        assertThat(line(shown, "丁").text()).contains("写不进", "成立");
        Document stopped = written(secretary, ledger, "ten");
        assertThat(stopped.select("h1").text()).isEqualTo("读到 5 次会，1 次可以写入");
        assertThat(written(secretary, ledger, "eleven").select("h1").text()).isEqualTo("写入了 1 次");
    }

    @Test
    void whatIsNoLedgerIsRefusedInOneSentence() {
        for (byte[] file : new byte[][] {new byte[0], text("%PDF-1.7"), text("姓名,电话", "甲,1"), text("")}) {
            MvcTestResult answer = secretary.upload(third + "/ledgers", "a.xlsx", file, "key", "k", "year", "2025");
            assertThat(status(answer)).isEqualTo(422);
            assertThat(page(answer).select("#file-e").text()).isNotBlank();
        }
        MvcTestResult year =
                secretary.upload(third + "/ledgers", "a.csv", text("日期,类型,内容", "3月1日,党课,甲"), "key", "l", "year", "公元");
        assertThat(status(year)).isEqualTo(422);
        assertThat(page(year).select("#year-e").text()).contains("四位数字");
    }

    @Test
    void itIsOnlyForThoseOfTheSameOrganization() {
        String ledger = brought(secretary, "twelve", "日期,类型,内容", missed + ",党课,甲");
        Made elsewhere = sample.make();
        Browser stranger =
                as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        Browser member = as("member", made.unit().unitId(), made.third());
        for (Browser other : new Browser[] {stranger, member, officer}) {
            assertThat(status(other.get(ledger))).isEqualTo(404);
            assertThat(status(other.post(ledger + "/application", "key", "x"))).isEqualTo(404);
        }
        assertThat(status(secretary.post(ledger + "/nothing", "key", "y"))).isEqualTo(404);
        String other = base + "/organizations/" + made.other() + "/ledgers";
        assertThat(status(secretary.get(other))).isEqualTo(404);
        assertThat(status(officer.get(other))).isEqualTo(200);
    }
}
