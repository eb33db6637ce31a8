package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.organization.OrganizationId;

/** The pages of people: who sees whom, and what is said of them. */
class PeoplePagesTests extends PeopleDesk {
    @Test
    void theRosterFindsByPartOfANameByInitialsByBranchKindAndState() {
        for (String query : List.of("q=lrc", "q=%E8%8B%A5%E5%B7%9D", "q=LRC&kind=FULL")) {
            assertThat(page(officer.get(roster + "?" + query))
                            .select("tbody th")
                            .eachText())
                    .as(query)
                    .contains("林若川");
        }
        assertThat(names(officer, "?kind=ACTIVIST")).contains("贺知微").doesNotContain("林若川");
        assertThat(names(officer, "?branch=" + made.small())).contains("江未晚").doesNotContain("林若川", "叶疏桐");
        assertThat(page(officer.get(roster + "?q=zzzz")).select("h1").text()).isEqualTo("没有找到");
        assertThat(status(officer.get(roster + "?kind=NOBODY"))).isEqualTo(404);
        assertThat(status(officer.get(roster + "?after=nonsense"))).isEqualTo(422);
    }

    @Test
    void aRowSaysStateBranchAndPosts() {
        Document page = page(officer.get(roster + "?q=lrc"));
        assertThat(row(page, "林若川").text()).contains("正式", "第三党支部", "第一党小组", "书记");
        assertThat(page.select("h1").text()).startsWith("找到 ");
    }

    @Test
    void twentyRowsAPageAndNobodyTwice() {
        OrganizationId branch = made.other();
        for (int i = 0; i < 25; i++) {
            add("翻页" + (char) ('一' + i), branch);
        }
        Document first = page(officer.get(roster + "?q=%E7%BF%BB%E9%A1%B5"));
        Document second = page(officer.get(first.select("a[rel=next]").attr("href")));
        assertThat(first.select("tbody th")).hasSize(20);
        assertThat(second.select("tbody th")).hasSize(5);
        assertThat(second.select("tbody th").eachText())
                .doesNotContainAnyElementsOf(first.select("tbody th").eachText());
        assertThat(second.select(".more").text()).contains("共 25 人", "回到第一页");
    }

    @Test
    void aSecretarySeesTheOwnBranchAloneAndMayNotManage() {
        assertThat(names(secretary, "?q=lrc")).containsExactly("林若川");
        assertThat(names(secretary, "?branch=" + made.other())).isEmpty();
        assertThat(status(secretary.get(person("江未晚")))).isEqualTo(404);
        assertThat(status(secretary.get(person("林若川") + "/transfer"))).isEqualTo(404);
        assertThat(status(secretary.get(person("林若川") + "/number"))).isEqualTo(404);
        Document page = page(secretary.get(person("林若川")));
        assertThat(page.select("a[href$=/edit]")).hasSize(1);
        assertThat(page.select("a[href$=/transfer], a[href$=/number], a[href$=/merger]"))
                .isEmpty();
    }

    @Test
    void whoIsNotOfTheUnitGetsNothing() {
        for (String path :
                List.of(roster, person("林若川"), roster + "/export.xlsx", roster + "/new", person("林若川") + "/edit")) {
            assertThat(status(stranger.get(path))).as(path).isEqualTo(404);
        }
        String foreign = page(stranger.get("/people")).select("h1").text();
        assertThat(foreign).isEmpty();
        String own = location(stranger.get("/people"));
        assertThat(status(stranger.get(own + "/" + id("林若川")))).isEqualTo(404);
        assertThat(status(stranger.get(own + "/1-1-1-1-1"))).isEqualTo(404);
        assertThat(status(stranger.post(person("林若川") + "/edit", "key", "k1", "revision", "1", "phone", "1")))
                .isEqualTo(404);
    }

    @Test
    void whoLooksFromAboveReadsOnly() {
        MvcTestResult asked = staff.get(roster);
        assertThat(status(asked)).isEqualTo(403);
        assertThat(page(asked).text()).doesNotContain("林若川");
        Document page = page(staff.open(roster));
        assertThat(page.select("tbody th")).isNotEmpty();
        assertThat(page.select("a[href*=/new], a[href*=/export], a[href$=/edit]"))
                .isEmpty();
        assertThat(status(staff.get(roster + "/export.csv"))).isEqualTo(404);
        assertThat(status(staff.get(roster + "/print"))).isEqualTo(200);
        assertThat(status(staff.get(person("林若川")))).isEqualTo(403);
        assertThat(page(staff.open(person("林若川"))).select("h1").text()).startsWith("林若川");
        assertThat(audited(id("林若川"))).anyMatch(entry -> entry.contains("insight.given"));
    }

    @Test
    void aPersonsPageTellsTheLifeAndTheHistory() {
        Document page = page(officer.get(person("林若川")));
        assertThat(page.select("h1").text()).isEqualTo("林若川：第三党支部书记");
        assertThat(page.select(".tline").text()).contains("第三党支部书记", "数据资源处（行政）", "第一党小组");
        assertThat(page.select("section[aria-labelledby=h-changes]").text()).contains("加入名册");
    }
}
