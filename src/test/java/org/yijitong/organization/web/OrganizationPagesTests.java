package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;

/** The pages that show organizations: trees, profiles, histories, units; and who sees which. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationPagesTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    private Made made;
    private Browser officer;
    private Browser secretary;
    private Browser staff;
    private String tree;

    @BeforeAll
    void make() {
        made = sample.make();
        tree = "/units/" + made.unit().unitId() + "/organizations";
        officer = SignedIn.as(
                mvc, accounts, "officer", made.unit().unitId(), made.unit().rootId());
        secretary = SignedIn.as(mvc, accounts, "secretary", made.unit().unitId(), made.third());
        staff = SignedIn.as(
                mvc, accounts, "staff", made.above().unitId(), made.above().rootId());
    }

    @Test
    void theTreeSaysHowManyNeedSomething() {
        Document page = page(officer.get(tree));
        assertThat(page.select("h1").text()).isEqualTo("3 个支部，2 个要留意");
        assertThat(page.select(".orgs > li").size()).isEqualTo(1);
        assertThat(page.expectFirst(".orgs > li > .org").text()).contains("省数字事务厅机关党委", "党员 13 人");
        assertThat(line(page, "第三党支部")).contains("2 件要留意", "党员 9 人");
        assertThat(line(page, "第一党支部")).doesNotContain("留意");
        Document warned = page(officer.get(tree + "?show=warned"));
        assertThat(warned.select(".orgs").text()).contains("第三党支部").doesNotContain("第一党支部");
    }

    @Test
    void theOtherTreeIsThatOfTheAdministration() {
        Document page = page(officer.get(tree + "?tree=administrative"));
        assertThat(page.select("h1").text()).isEqualTo("2 个机构和处室");
        assertThat(page.select(".orgs").text()).contains("省数字事务厅", "数据资源处").doesNotContain("党支部");
    }

    @Test
    void anEarlierDayShowsTheTreeOfThen() {
        Document page = page(officer.get(tree + "?on=2010-01-01"));
        assertThat(page.select(".orgs").text()).contains("信息中心党支部").doesNotContain("第三党支部");
        assertThat(page.expectFirst(".orgs a").attr("href")).endsWith("?on=2010-01-01");
        assertThat(page(officer.get(tree + "?on=2010-01-01&as=then"))
                        .select("h1")
                        .text())
                .isEqualTo("这一天还没有组织");
        assertThat(status(officer.get(tree + "?on=notaday"))).isEqualTo(200);
    }

    @Test
    void aProfileTellsWhatToDoNext() {
        Document page = page(officer.get(of(made.third())));
        assertThat(page.select("h1").text()).isEqualTo("第三党支部：宣传委员空缺 42 天，另有 1 件");
        assertThat(page.expectFirst(".lead").text()).contains("2003年9月16日成立", "党员 9 人，其中正式 8、预备 1");
        assertThat(page.select(".due h3").eachText()).containsExactly("宣传委员空缺", "换届：先报请示");
        assertThat(page.select(".due .meta").text()).contains("唐予安任到", "支部工作条例（试行）》第二十条");
        assertThat(page.select(".due .hint").text()).contains("先向上级报请示");
        assertThat(page.select(".nav a[aria-current]").text()).isEqualTo("组织");
        assertThat(page.select("table tbody tr").eachText())
                .anyMatch(row -> row.startsWith("副书记、组织委员 陆知行"))
                .anyMatch(row -> row.contains("宣传委员 空缺 唐予安任到") && row.contains("找林若川"))
                .anyMatch(row -> row.contains("顾明川") && row.contains("补选"));
        assertThat(page.select(".kv").text()).contains("省数字事务厅机关党委", "数据资源处", "第一党小组（9 人）", "岭数机党〔2003〕6 号");
        assertThat(page.select(".states").text()).contains("全部 10", "积极分子 1");
        assertThat(page.select(".tline > li")).hasSize(6);
        assertThat(page.select(".tline > li.fix").text()).contains("更正", "6 号", "9 号", "原因：批复文号录错");
        assertThat(page.select(".crumb").text()).isEqualTo("省数字事务厅机关党委 第三党支部");
        assertThat(page.select("a[href$=/changes/new]")).isNotEmpty();
    }

    @Test
    void aProfileOfAnEarlierDayShowsNameAndPostsOfThenAndOffersNoChange() {
        Document page = page(officer.get(of(made.third()) + "?on=2010-01-01"));
        assertThat(page.select("h1").text()).startsWith("信息中心党支部：");
        assertThat(page.select("section[aria-labelledby=h-p]").text()).doesNotContain("林若川");
        assertThat(page.select("a[href*=/new]")).isEmpty();
        assertThat(page(officer.get(of(made.third()) + "?on=1999-01-01"))
                        .select("h1")
                        .text())
                .isEqualTo("第三党支部：这一天还没有成立");
    }

    @Test
    void theHistoryTellsCorrectionsWithWhoAndWhen() {
        Document page = page(officer.get(of(made.third()) + "/history"));
        assertThat(page.select("h1").text()).isEqualTo("第三党支部：6 条变更");
        assertThat(page.select(".tline").text()).contains("更名，原信息中心党支部", "换届，选出 4 人", "唐予安不再任宣传委员", "录入");
        assertThat(status(officer.get(of(made.third()) + "/history?from=x"))).isEqualTo(404);
    }

    @Test
    void theSecretaryOfABranchSeesOnlyTheBranchAndMayNotChangeIt() {
        Document page = page(secretary.get(of(made.third())));
        assertThat(page.expectFirst(".kv dd").text()).isEqualTo("省数字事务厅机关党委");
        assertThat(page.expectFirst(".kv dd").select("a")).isEmpty();
        assertThat(page.select("a[href*=/new]")).isEmpty();
        assertThat(page(secretary.get(tree)).select(".orgs").text()).doesNotContain("第一党支部");
        assertThat(status(secretary.get(of(made.other())))).isEqualTo(404);
        assertThat(status(secretary.get(of(made.third()) + "/renamings/new"))).isEqualTo(404);
        assertThat(status(secretary.get("/units"))).isEqualTo(404);
    }

    @Test
    void namesAreLinksAsFarAsTheReaderMayOpenThem() {
        String lin = "/units/" + made.unit().unitId() + "/people/" + made.person("林若川");
        String posts = "section[aria-labelledby=h-p] a[href=" + lin + "]";
        assertThat(page(officer.get(of(made.third()))).select(posts).text()).isEqualTo("林若川");
        assertThat(page(secretary.get(of(made.third()))).select(posts)).hasSize(1);
        Browser member = SignedIn.as(mvc, accounts, "member", made.unit().unitId(), made.third());
        assertThat(page(member.get(of(made.third()))).select(posts)).isEmpty();
        Element above = superior(officer.get(of(made.third())));
        assertThat(above.select("a").attr("href")).isEqualTo(of(made.unit().rootId()));
        Element ofTheTop = superior(officer.get(of(made.unit().rootId())));
        assertThat(ofTheTop.text()).isEqualTo(made.above().name());
        assertThat(ofTheTop.select("a")).isEmpty();
        assertThat(superior(staff.get(of(made.unit().rootId()))).select("a").attr("href"))
                .isEqualTo("/units/" + made.above().unitId() + "/organizations");
    }

    private static Element superior(MvcTestResult answer) {
        return page(answer).select(".kv dt:contains(上级) + dd").getFirst();
    }

    @Test
    void whatDoesNotExistAndWhatIsOutOfReachLookTheSame() {
        Made foreign = sample.make();
        String absent = main(officer.get(tree + "/" + UUID.randomUUID()));
        assertThat(main(officer.get(tree + "/" + foreign.third()))).isEqualTo(absent);
        assertThat(main(secretary.get(of(made.other())))).isEqualTo(absent);
        assertThat(status(officer.get("/units/" + foreign.unit().unitId() + "/organizations")))
                .isEqualTo(404);
        assertThat(status(officer.get(tree + "/none"))).isEqualTo(404);
    }

    @Test
    void aWorkingCommitteeSeesTheUnitsBelowInSumsAndOpensTheirTrees() {
        Document page = page(staff.get("/units"));
        assertThat(page.select("h1").text()).isEqualTo("下级 1 个单位，党支部 3 个");
        assertThat(page.expectFirst("tbody tr:last-child").text()).contains("省数字事务厅机关党委", "3", "13");
        assertThat(page(staff.get(tree)).select("h1").text()).startsWith("3 个支部");
        Document top = page(staff.get(of(made.unit().rootId())));
        assertThat(top.select("h1").text()).startsWith("省数字事务厅机关党委");
        assertThat(top.select("#members, .chips")).isEmpty();
        assertThat(top.select("main a[href$=/people]").text()).contains("事由");
        assertThat(status(staff.get(of(made.third()) + "/history"))).isEqualTo(403);
        assertThat(page(staff.open(of(made.third()))).select("a[href*=/new]")).isEmpty();
        assertThat(status(staff.get(of(made.third()) + "/history"))).isEqualTo(200);
        assertThat(status(staff.get(of(made.third()) + "/renamings/new"))).isEqualTo(404);
    }

    @Test
    void thePagesAreInThreeLanguages() {
        Browser english = SignedIn.as(
                        mvc,
                        accounts,
                        "officer",
                        made.unit().unitId(),
                        made.unit().rootId())
                .with("lang", "en");
        assertThat(page(english.get(of(made.third()))).select("h1").text()).contains("vacant for 42 days, and 1 more");
        assertThat(page(english.with("lang", "zh-Hant").get(of(made.third())))
                        .select(".due h3")
                        .text())
                .contains("換屆：先報請示");
    }

    private static String main(MvcTestResult answer) {
        assertThat(status(answer)).isEqualTo(404);
        return page(answer).select("title, main").outerHtml();
    }

    private String of(OrganizationId organization) {
        return tree + "/" + organization;
    }

    private static String line(Document page, String name) {
        return page.select(".org").eachText().stream()
                .filter(text -> text.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
