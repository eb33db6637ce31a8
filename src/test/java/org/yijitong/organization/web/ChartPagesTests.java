package org.yijitong.organization.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.organization.Because;
import org.yijitong.organization.Organizations;

/** Organizations brought from a workbook, without scripts, and taken out again. */
class ChartPagesTests extends PeopleDesk {
    private static final String HEADER = "组织代码,全称,简称,类别,上级,成立日期\n";

    @Autowired
    Organizations organizations;

    private String charts() {
        return "/units/" + made.unit().unitId() + "/charts";
    }

    private String tree() {
        return "/units/" + made.unit().unitId() + "/organizations";
    }

    @Test
    void anOfficerLooksAtWhatWouldHappenAndPutsItIn() {
        String code = code();
        assertThat(page(officer.get(tree())).select(".head a[href=" + charts() + "]"))
                .hasSize(1);
        MvcTestResult brought = bring(HEADER + code + ",测试" + code + "支部,,党支部,省数字事务厅机关党委,2024.5.6\n");
        assertThat(status(brought)).isEqualTo(302);
        String own = location(brought);
        Document look = page(officer.get(own));
        assertThat(look.select("h1").text()).isEqualTo("会新增 1 个组织，变更 0 个");
        assertThat(look.select("tbody tr").text()).contains("第 2 行", "2024-05-06", "省数字事务厅机关党委");
        MvcTestResult applied = apply(own, look, UUID.randomUUID().toString());
        assertThat(location(applied)).isEqualTo(own);
        Document done = page(officer.get(own));
        assertThat(done.select("h1").text()).isEqualTo("已经放进去了");
        assertThat(text(officer.get(tree()))).contains("测试" + code + "支部");
        String branch =
                page(officer.get(tree())).select("a:contains(测试" + code + "支部)").attr("href");
        assertThat(text(officer.get(branch + "/history"))).contains("从表格“组织表.csv”导入");
    }

    @Test
    void sendingTheSameWordTwiceDoesItOnce() {
        String code = code();
        String own = location(bring(HEADER + code + ",重复" + code + "支部,,党支部,省数字事务厅机关党委,\n"));
        Document look = page(officer.get(own));
        String key = UUID.randomUUID().toString();
        assertThat(location(apply(own, look, key))).isEqualTo(own);
        assertThat(location(apply(own, look, key))).isEqualTo(own);
        assertThat(status(apply(own, look, UUID.randomUUID().toString()))).isEqualTo(409);
    }

    @Test
    void faultsAreShownByRowAndColumnAndNothingCanBePutIn() {
        String own = location(bring(HEADER + "X_1,坏支部,,兴趣小组,没有的总支,2062.1.1\n"));
        Document look = page(officer.get(own));
        assertThat(look.select("h1").text()).isEqualTo("1 行要先改好，才能放进去");
        assertThat(look.select("tbody tr").eachText())
                .hasSize(4)
                .anyMatch(row -> row.contains("第 2 行") && row.contains("A 列“组织代码”"))
                .anyMatch(row -> row.contains("D 列“类别”") && row.contains("没有“兴趣小组”这一类组织"))
                .anyMatch(row -> row.contains("F 列“成立日期”"));
        assertThat(look.select("form[action$=/application]")).isEmpty();
        MvcTestResult forced = officer.post(own + "/application", "key", code(), "shown", "x");
        assertThat(status(forced)).isEqualTo(409);
        assertThat(status(officer.get(own + "/marked"))).isEqualTo(200);
        assertThat(status(officer.post(own + "/cancellation", "key", code()))).isEqualTo(302);
        assertThat(page(officer.get(own)).select("h1").text()).isEqualTo("这一份没有导入");
        assertThat(text(officer.get(tree()))).doesNotContain("坏支部");
    }

    @Test
    void whenTheTreeChangedMeanwhileNothingIsWritten() {
        String code = code();
        String own = location(bring(HEADER + code + ",第二党支部,,联合党支部,,\n"));
        Document look = page(officer.get(own));
        organizations.rename(made.scope(), made.small(), "第二党支部", "二支" + code, Because.on(days.today()));
        organizations.amend(
                made.scope(),
                made.small(),
                org.yijitong.organization.OrganizationKind.BRANCH,
                0,
                "文" + code,
                Because.on(days.today()));
        MvcTestResult unchanged = apply(own, look, code());
        assertThat(status(unchanged)).as("the outcome names the short name too").isEqualTo(409);
        assertThat(text(unchanged)).contains("结果和刚才看到的不一样");
    }

    @Test
    void aFileThatIsNoChartIsRefusedBesideItsField() {
        MvcTestResult answer = bring("甲,乙\n1,2\n");
        assertThat(status(answer)).isEqualTo(422);
        assertThat(page(answer).select("#file-e").text()).startsWith("没有找到组织");
        assertThat(status(officer.post(charts(), "key", code()))).isEqualTo(422);
    }

    @Test
    void whoMayNotChangeOrganizationsFindsNothingHere() {
        String own = location(bring(HEADER + ",看不到的支部,,党支部,省数字事务厅机关党委,\n"));
        assertThat(status(secretary.get(charts()))).isEqualTo(404);
        assertThat(status(secretary.get(own))).isEqualTo(404);
        assertThat(status(stranger.get(own))).isEqualTo(404);
        assertThat(status(stranger.post(own + "/cancellation", "key", code()))).isEqualTo(404);
        assertThat(page(secretary.get(tree())).select(".head a[href$=/charts]")).isEmpty();
    }

    @Test
    void theTreeGoesOutAsItIsShown() {
        assertThat(text(officer.get(tree() + "/export.csv?on=2010-01-01")))
                .contains("信息中心党支部")
                .doesNotContain("第三党支部");
        String now = text(officer.get(tree() + "/export.csv"));
        assertThat(now).contains("全称,简称,类别,上级,成立日期,批准文号,排序", "省数字事务厅机关第三党支部,第三党支部,党支部");
        assertThat(text(officer.get(tree() + "/export.csv?tree=administrative")))
                .contains("数据资源处")
                .doesNotContain("第一党支部");
        assertThat(text(officer.get(tree() + "/export.csv?show=warned"))).contains("第三党支部");
        assertThat(status(officer.get(tree() + "/export.xlsx"))).isEqualTo(200);
        String below = text(secretary.get(tree() + "/export.csv"));
        assertThat(below).contains("第三党支部").doesNotContain("第一党支部");
        assertThat(status(stranger.get(tree() + "/export.csv"))).isEqualTo(404);
        assertThat(status(staff.get(tree() + "/export.csv"))).as("from above").isEqualTo(404);
        assertThat(page(staff.get(tree())).select(".head a[href*=export]")).isEmpty();
        assertThat(page(officer.get(tree() + "/export?on=2010-01-01")).select("a[href$='export.xlsx?on=2010-01-01']"))
                .hasSize(1);
    }

    private MvcTestResult bring(String csv) {
        return officer.upload(charts(), "组织表.csv", csv.getBytes(UTF_8), "key", code());
    }

    private MvcTestResult apply(String own, Document look, String key) {
        return officer.post(
                own + "/application",
                "key",
                key,
                "shown",
                look.select("input[name=shown]").attr("value"));
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
