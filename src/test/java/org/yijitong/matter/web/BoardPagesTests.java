package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.RecordId;
import org.yijitong.matter.MatterId;

/** The board and what leads to it: pages, search, figures, a member’s own, a decision of a record. */
class BoardPagesTests extends BoardDesk {
    @Test
    void theBoardGoesOnBeyondItsFirstPageAndIsSearchedAndExported() {
        for (int i = 0; i < 101; i++) {
            begun("第" + i + "件", i == 50 ? "督办窗口排队" : "别的");
        }
        Document first = page(officer.get(base + "/matters"));
        assertThat(first.select("table.rows tbody tr")).hasSize(100);
        String next = first.select("a.btn[href*=after]").attr("href");
        Document second = page(officer.get(next));
        assertThat(second.select("table.rows tbody tr")).isNotEmpty();
        assertThat(second.select("a[href*=/matters/]").eachAttr("href"))
                .doesNotContainAnyElementsOf(first.select("table.rows a").eachAttr("href"));
        Document found = page(officer.get(base + "/matters?text=%E7%AA%97%E5%8F%A3"));
        assertThat(found.select("table.rows tbody tr th a").eachText()).containsExactly("第50件");
        String csv = text(officer.get(base + "/matters/export?format=csv&text=%E7%AA%97%E5%8F%A3"));
        assertThat(csv.strip().lines()).hasSize(2);
        MvcTestResult xlsx = officer.get(base + "/matters/export?owner=" + top);
        assertThat(Objects.requireNonNull(xlsx.getResponse().getHeader("Content-Disposition")))
                .startsWith("attachment");
        assertThat(page(officer.get(base + "/matters?after=x&owner=y&state=none"))
                        .select("table.rows"))
                .isEmpty();
        Document figures = page(officer.get(base + "/matters/statistics"));
        assertThat(figures.select("table td").text()).containsPattern("\\b10\\d\\b");
        assertThat(status(officer.get(base + "/matters/statistics?year=1"))).isEqualTo(404);
        List.of("/matters/export", "/matters/statistics", "/matters")
                .forEach(path -> assertThat(status(stranger.get(base + path))).isEqualTo(404));
    }

    @Test
    void onesOwnGoesOnTooAndAnExportIsWholeFromWhicheverPage() {
        for (int i = 0; i < 101; i++) {
            begun("其" + i + "件", "电梯坏了");
        }
        Document first = page(officer.get("/matters"));
        assertThat(first.select("table.rows tbody tr")).hasSize(100);
        Document second = page(officer.get(first.select("a.btn[href*=after]").attr("href")));
        assertThat(second.select("table.rows tbody tr")).isNotEmpty();
        assertThat(second.select("table.rows a").eachAttr("href"))
                .doesNotContainAnyElementsOf(first.select("table.rows a").eachAttr("href"));
        assertThat(page(officer.get("/matters?after=x")).select("table.rows tbody tr"))
                .hasSize(100);
        String asked = "/matters?text=%E7%94%B5%E6%A2%AF";
        Document board = page(officer.get(base + asked));
        Document next = page(officer.get(board.select("a.btn[href*=after]").attr("href")));
        String csv = next.select("a[href*=format=csv]").attr("href");
        assertThat(csv).contains("after=");
        assertThat(text(officer.get(csv)).strip().lines()).hasSize(102);
        assertThat(page(officer.get(base + "/matters?text=%3F%21")).select("table.rows"))
                .isEmpty();
    }

    @Test
    void aMemberWhoHoldsThePostTakesItsStepAndSeesNothingElse() {
        Browser holder = as("member", made.unit().unitId(), made.third(), "林若川");
        Browser member = as("member", made.unit().unitId(), made.third(), "周晓岚");
        Browser nobody = as("member", made.unit().unitId(), made.third(), null);
        MatterId id = assigned("补记录");
        String address = base + "/matters/" + id;
        assertThat(page(holder.get("/matters")).select("a[href=" + address + "]"))
                .hasSize(1);
        assertThat(page(member.get("/matters")).select("a[href=" + address + "]"))
                .isEmpty();
        List.of(member, nobody).forEach(each -> {
            assertThat(status(each.get(address))).isEqualTo(404);
            assertThat(status(report(each, address))).isEqualTo(404);
        });
        assertThat(status(holder.get(base + "/matters"))).isEqualTo(404);
        assertThat(status(holder.get(address))).isEqualTo(200);
        assertThat(status(report(holder, address))).isEqualTo(303);
        assertThat(status(holder.get(address))).isEqualTo(200);
        String[] accept = {"key", "own", "revision", "3", "step", "accept", "accept-verified", "自己看"};
        assertThat(status(holder.post(address + "/steps", accept))).isEqualTo(409);
    }

    private static MvcTestResult report(Browser browser, String address) {
        String key = UUID.randomUUID().toString();
        String[] fields = {"key", key, "revision", "2", "step", "report", "report-result", "补了"};
        return browser.post(address + "/steps", fields);
    }

    private RecordId decided() {
        Draft draft = Drafts.of(days.today(), ActivityKind.COMMITTEE_MEETING);
        List<Draft.Decision> decisions =
                List.of(new Draft.Decision("拿出接口清单", null, days.today().plusDays(20)));
        return records.record(
                made.scope(),
                top,
                new Draft(
                        draft.occasion(),
                        draft.sides(),
                        draft.attendance(),
                        new Draft.Content(
                                draft.content().agenda(), draft.content().minutes(), decisions),
                        draft.further()));
    }

    private String tapped(RecordId record, String key) {
        String due = days.today().plusDays(20).toString();
        String[] fields = {
            "key",
            key,
            "flow",
            "first-item-measures",
            "record",
            record.toString(),
            "decision",
            "1",
            "begin-title",
            "拿出接口清单",
            "begin-measure",
            "拿出",
            "begin-studied",
            "全会",
            "begin-due",
            due,
            "begin-responsible",
            made.third().toString()
        };
        return Browser.location(officer.post(base + "/organizations/" + top + "/matters", fields));
    }

    @Test
    void aDecisionBecomesAMatterWithOneTap() {
        RecordId record = decided();
        String address = base + "/records/" + record;
        String choose = page(officer.get(address)).select("a[href*=decision=1]").attr("href");
        String form =
                page(officer.get(choose)).select("a[href*=first-item-measures]").attr("href");
        Document asked = page(officer.get(form));
        assertThat(asked.select("#begin-title").attr("value")).isEqualTo("拿出接口清单");
        assertThat(asked.select("#begin-measure").text()).isEqualTo("拿出接口清单");
        assertThat(asked.select("#begin-studied").text()).isEqualTo("学习全会精神");
        assertThat(asked.select("#begin-due").attr("value"))
                .isEqualTo(days.today().plusDays(20).toString());
        String matter = tapped(record, "tap");
        Document shown = page(officer.get(address));
        assertThat(shown.select("td a[href=" + matter + "]").text()).isEqualTo("拿出接口清单");
        assertThat(shown.select("main").text()).contains("落实中");
        assertThat(page(officer.get(matter)).select("aside a[href=" + address + "]"))
                .hasSize(1);
        String far = base + "/organizations/" + top + "/matters/new?flow=first-item-measures&record=" + record;
        assertThat(status(officer.get(far + "&decision=2"))).isEqualTo(404);
        assertThat(status(stranger.get(far + "&decision=1"))).isEqualTo(404);
    }

    @Test
    void aMatterServesADirectiveToo() {
        String matter = tapped(decided(), "serves");
        assertThat(status(officer.post(matter + "/sources", "key", "none", "source-record", "x")))
                .isEqualTo(422);
        assertThat(status(officer.post(matter + "/sources", "key", "one", "source-words", "督查〔2026〕3 号")))
                .isEqualTo(303);
        assertThat(page(officer.get(matter)).select("aside").text()).contains("督查〔2026〕3 号");
        assertThat(status(stranger.post(matter + "/sources", "key", "two", "source-words", "x")))
                .isEqualTo(404);
    }
}
