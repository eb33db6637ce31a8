package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.Because;
import org.yijitong.organization.Reorganizations;

/** The record form without scripts: what it suggests, keeps and refuses, and that nothing is saved twice. */
class RecordFormTests extends RecordDesk {
    private static final String CANARY = "<img src=x onerror=alert(1)>\"'&";

    @org.springframework.beans.factory.annotation.Autowired
    Reorganizations reorganizations;

    private static final String[] WRONG_EVERYWHERE = """
            key=bad
            day=2026-13-40
            from=25:99
            place=会议室
            first=study
            minutes=写了的还在
            decision=定下的事
            owner=not-a-person
            due=soon
            hours=many
            problems=-1
            lecturer=NOBODY
            absent=x
            guest=某支部
            guestUnit=y
            others=张三、李四
            """.strip().split("[=\\n]", -1);

    @Test
    void theFormKnowsWhoIsExpected() {
        Document form = page(secretary.get(records + "/new?kind=committee_meeting"));
        assertThat(form.select("h1").text()).isEqualTo("记一笔");
        assertThat(form.select("#absences .chip").eachText())
                .contains("林若川", "陆知行")
                .hasSize(4);
        assertThat(form.select("#attendance").text()).isEqualTo("应到 4 人，实到 4 人");
        assertThat(form.select("#day").attr("value")).isEqualTo(days.today().toString());
        assertThat(form.select("form.record-form [required]")).hasSize(1);
    }

    @Test
    void whatIsSavedIsSavedOnceHoweverOftenItIsSent() {
        String key = "once-" + UUID.randomUUID();
        MvcTestResult first = secretary.post(records, fields(key, "minutes", "只记一次"));
        MvcTestResult again = secretary.post(records, fields(key, "minutes", "只记一次"));
        assertThat(status(first)).isEqualTo(303);
        assertThat(location(first)).endsWith("/receipt").isEqualTo(location(again));
        Document receipt = page(secretary.get(location(first)));
        assertThat(receipt.select("h1").text()).startsWith("已保存，计入");
        assertThat(receipt.select("[data-draft-done]").attr("data-draft-done"))
                .endsWith(made.third().toString());
        Document list = page(secretary.get(records + "?q=%E5%8F%AA%E8%AE%B0%E4%B8%80%E6%AC%A1"));
        assertThat(list.select(".rec h3").eachText()).containsExactly("党员大会：只记一次");
    }

    @Test
    void thePanelIsShownWithoutAScriptAndAsAPartWithOne() {
        String address = records + "/outlook";
        MvcTestResult whole = secretary.post(address, fields("look", "minutes", "还没保存"));
        assertThat(status(whole)).isEqualTo(200);
        assertThat(page(whole).select("#minutes").text()).isEqualTo("还没保存");
        assertThat(page(whole).select("#live h2").text()).contains("这一笔会计入");
        assertThat(page(secretary.post(address)).select("#live").text()).contains("先选办的是什么");
        assertThat(page(secretary.get(records + "?q=%E8%BF%98%E6%B2%A1%E4%BF%9D%E5%AD%98"))
                        .select(".rec"))
                .isEmpty();
    }

    @Test
    void whoIsMarkedAsAbsentMayHaveACause() {
        String person = made.person("周晓岚").toString();
        Document form = page(secretary.post(records + "/outlook", fields("c", "absent", person)));
        assertThat(form.select("#attendance").text()).isEqualTo("应到 9 人，实到 8 人");
        assertThat(form.select("select[name=cause-" + person + "] option[selected]"))
                .isEmpty();
        String address = saved("cause", "absent", person, "cause-" + person, "JOURNEY", "note-" + person, "去北京");
        assertThat(page(secretary.get(address)).select(".kv").text()).contains("缺席 周晓岚（出差，去北京）");
    }

    @Test
    void everythingTypedComesBackWithItsFaults() {
        MvcTestResult answer = secretary.post(records, WRONG_EVERYWHERE);
        assertThat(status(answer)).isEqualTo(422);
        Document form = page(answer);
        assertThat(form.select(".errors a").eachAttr("href"))
                .contains(
                        "#day",
                        "#from",
                        "#theme",
                        "#decisions",
                        "#hours",
                        "#problems",
                        "#lecturer",
                        "#absent",
                        "#guests");
        form.select(".errors a")
                .eachAttr("href")
                .forEach(href -> assertThat(form.select(href)).as(href).hasSize(1));
        assertThat(form.select("#minutes").text()).isEqualTo("写了的还在");
        assertThat(form.select("#day").attr("value")).isEqualTo("2026-13-40");
        assertThat(form.select("#decision-0").attr("value")).isEqualTo("定下的事");
        assertThat(form.select("#guest-0").attr("value")).isEqualTo("某支部");
        assertThat(form.select("#others").attr("value")).isEqualTo("张三、李四");
        assertThat(form.select("#hours").attr("value")).isEqualTo("many");
    }

    @Test
    void peopleOfOtherOrganizationsAreRefused() {
        String stranger = made.person("叶疏桐").toString();
        for (String field : new String[] {"absent", "observers", "chair", "minuteTaker"}) {
            MvcTestResult answer = secretary.post(records, fields("s-" + field, field, stranger));
            assertThat(status(answer)).as(field).isEqualTo(422);
            assertThat(page(answer).select("#" + field + "-e").text()).contains("不在参加的组织里");
        }
    }

    @Test
    void hugeAndHostileInputIsRefusedOrShownAsText() {
        assertThat(status(secretary.post(records, fields("huge", "minutes", "长".repeat(200_000)))))
                .isEqualTo(422);
        String address = saved(
                "xss",
                "minutes",
                CANARY,
                "title",
                CANARY,
                "place",
                CANARY,
                "others",
                CANARY,
                "item",
                CANARY,
                "decision",
                CANARY);
        for (String below : new String[] {"", "/receipt", "/correction", "/withdrawal"}) {
            MvcTestResult answer = secretary.get(address + below);
            assertThat(status(answer)).as(below).isEqualTo(200);
            assertThat(page(answer).select("img, [onerror]")).isEmpty();
            assertThat(page(answer).text()).contains("<img src=x");
        }
        assertThat(status(secretary.post(records, fields("nul", "minutes", "a\u0000b"))))
                .isEqualTo(400);
    }

    @Test
    void aFieldMayBeMissingOrRepeated() {
        assertThat(status(secretary.post(records, "key", "nothing"))).isEqualTo(422);
        assertThat(status(secretary.post(records, fields("twice", "kinds", "lesson", "kinds", "lesson", "day", "x"))))
                .isEqualTo(303);
    }

    @Test
    void whoseItIsDecidesWhoMayWrite() {
        assertThat(status(stranger.get(records + "/new"))).isEqualTo(404);
        assertThat(status(stranger.post(records, fields("st")))).isEqualTo(404);
        assertThat(status(member.get(records + "/new"))).isEqualTo(404);
        assertThat(status(member.get(records))).isEqualTo(200);
        assertThat(page(member.get(records)).select("a[href$=/new]")).isEmpty();
        String other = base + "/organizations/" + made.other() + "/records";
        assertThat(status(secretary.get(other + "/new"))).isEqualTo(404);
        assertThat(status(secretary.post(other, fields("o")))).isEqualTo(404);
        MvcTestResult behalf = officer.post(other, fields("behalf"));
        assertThat(page(officer.get(location(behalf))).text()).contains("由", "同志代记");
    }

    @Test
    void whatWasHeldEarlierIsMarked() {
        String day = days.today().minusDays(9).toString();
        MvcTestResult answer = secretary.post(records, "key", "late", "kinds", "lesson", "day", day, "first", "none");
        assertThat(page(secretary.get(location(answer))).text()).contains("补记于");
    }

    @Test
    void aBranchMergedWhileItsRecordIsTypedIsExplained() {
        var fresh = sample.make();
        String own = "/units/" + fresh.unit().unitId() + "/organizations/" + fresh.small() + "/records";
        Browser typing = as("secretary", fresh.unit().unitId(), fresh.small());
        assertThat(status(typing.get(own + "/new"))).isEqualTo(200);
        reorganizations.merge(fresh.scope(), fresh.small(), fresh.other(), Because.on(days.today()));
        MvcTestResult answer = typing.post(own, fields("merged", "minutes", "打到一半"));
        assertThat(status(answer)).isEqualTo(409);
        assertThat(page(answer).select(".errors").text()).contains("第二党支部", "请记到合并后的组织名下");
        assertThat(page(answer).select("#minutes").text()).isEqualTo("打到一半");
        assertThat(text(answer)).doesNotContain("activity.");
    }
}
