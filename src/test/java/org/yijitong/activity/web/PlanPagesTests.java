package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;

/** Planned in a form, told, leave written down, and recorded with everything filled. */
class PlanPagesTests extends RecordDesk {
    @Autowired
    Holders holders;

    private String plans;
    private LocalDate today;

    @BeforeAll
    void address() {
        plans = records.replaceFirst("/records$", "/plans");
        today = days.today();
    }

    private String[] fields(String key, LocalDate day, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "key", key, "kinds", "general_meeting", "day", day.toString(), "from", "15:00", "place", "第三会议室"));
        fields.addAll(List.of("theme", "学习全会精神", "items", "讨论发展对象\r\n\r\n交党费", "again", "", "until", ""));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private String planned(String key, LocalDate day) {
        MvcTestResult answer = secretary.post(plans, fields(key, day));
        assertThat(status(answer)).isEqualTo(303);
        return location(answer);
    }

    @Test
    void aPlanIsMadeOnceAndTold() {
        String plan = planned("made", today.plusDays(2));
        assertThat(planned("made", today.plusDays(2))).isEqualTo(plan);
        Document shown = page(secretary.get(plan));
        assertThat(shown.select("h1").text()).isEqualTo("党员大会：学习全会精神");
        assertThat(shown.select("#notice").text())
                .contains("第三党支部", "时间：", "15:00", "地点：第三会议室", "议题 1：学习：学习全会精神", "议题 3：交党费");
        Document seen = page(member.get(plan));
        assertThat(seen.select("#notice").text()).contains("第三会议室");
        assertThat(seen.select("form[action*=leaves]")).isEmpty();
        assertThat(page(member.get("/")).select("#h-plans").text()).isEqualTo("安排了的");
        assertThat(page(member.get("/")).select("a[href=" + plan + "]")).hasSize(1);
        assertThat(status(stranger.get(plan))).isEqualTo(404);
        assertThat(status(stranger.get(plans))).isEqualTo(404);
        assertThat(status(member.get(plan + "/change"))).isEqualTo(404);
        assertThat(status(member.post(plan + "/cancellation", "key", "m", "revision", "1", "why", "x")))
                .isEqualTo(404);
    }

    @Test
    void whatWasTypedComesBackWithItsFaults() {
        MvcTestResult answer = secretary.post(plans, fields("bad", today.minusDays(1), "again", "month"));
        assertThat(status(answer)).isEqualTo(422);
        Document form = page(answer);
        assertThat(form.select(".errors a").eachAttr("href")).contains("#day");
        form.select(".errors a")
                .eachAttr("href")
                .forEach(href -> assertThat(form.select(href)).as(href).hasSize(1));
        assertThat(form.select("#items").text()).contains("交党费");
        assertThat(form.select("[name=kinds][value=general_meeting]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void leaveIsAskedWithAReasonAndFillsTheRecord() {
        String plan = planned("leave", today);
        String person = made.person("周晓岚").toString();
        MvcTestResult answer =
                secretary.post(plan + "/leaves", "key", "l1", "person", person, "cause", "ILLNESS", "note", "发烧");
        assertThat(location(answer)).isEqualTo(plan);
        assertThat(page(secretary.get(plan)).text()).contains("周晓岚 病假 · 发烧");
        assertThat(page(member.get(plan)).text()).doesNotContain("发烧");
        assertThat(status(secretary.post(plan + "/leaves", "key", "l2", "person", "", "cause", "LEAVE")))
                .isEqualTo(422);
        String recording = page(secretary.get(plan)).select("a.btn.main").attr("href");
        Document form = page(secretary.get(recording));
        assertThat(form.select("[name=absent][checked]").eachAttr("value")).containsExactly(person);
        assertThat(form.select("#note-" + person).val()).isEqualTo("发烧");
        assertThat(form.select("#theme").val()).isEqualTo("学习全会精神");
        assertThat(form.select("[name=item]").eachAttr("value")).contains("讨论发展对象", "交党费");
        assertThat(form.select("#place").val()).isEqualTo("第三会议室");
        assertThat(form.select("#from").val()).isEqualTo("15:00");
        String id = form.select("[name=plan]").val();
        MvcTestResult saved = secretary.post(
                records, super.fields("from-plan", "plan", id, "absent", person, "cause-" + person, "ILLNESS"));
        assertThat(status(saved)).isEqualTo(303);
        assertThat(page(secretary.get(location(saved)))
                        .select("[data-draft-done]")
                        .attr("data-draft-done"))
                .endsWith(id);
        assertThat(page(secretary.get(plan)).select("main").text()).contains("已记");
        assertThat(status(secretary.get(recording))).isEqualTo(409);
        MvcTestResult again = secretary.post(records, super.fields("from-plan-again", "plan", id, "minutes", "写了的还在"));
        assertThat(status(again)).isEqualTo(409);
        assertThat(page(again).select("#minutes").text()).isEqualTo("写了的还在");
    }

    @Test
    void aMemberAsksForLeaveAndTakesItBack() {
        String plan = planned("own", today.plusDays(3));
        String name = "own" + UUID.randomUUID().toString().substring(0, 12);
        UUID account = accounts.create(
                name,
                "陆知行",
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        Browser colleague = new Browser(mvc);
        colleague.signIn(name);
        assertThat(page(colleague.get(plan)).select("#own-h")).isEmpty();
        assertThat(status(colleague.post(plan + "/leaves/own", "key", "o0", "cause", "LEAVE")))
                .isEqualTo(404);
        holders.say(made.scope(), account, made.person("陆知行"));
        assertThat(page(colleague.get(plan)).select("#own-h").text()).isEqualTo("我来不了");
        MvcTestResult wrong = colleague.post(plan + "/leaves/own", "key", "o1", "cause", "x", "note", "发烧");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(page(wrong).select("#note").val()).isEqualTo("发烧");
        String[] asked = {"key", "o2", "cause", "ILLNESS", "note", "发烧"};
        assertThat(location(colleague.post(plan + "/leaves/own", asked))).isEqualTo(plan);
        assertThat(location(colleague.post(plan + "/leaves/own", asked))).isEqualTo(plan);
        assertThat(page(colleague.get(plan)).text()).contains("已请假：病假");
        assertThat(page(secretary.get(plan)).text()).contains("陆知行 病假 · 发烧");
        assertThat(status(colleague.post(plan + "/leaves/own/ending", "key", "o3")))
                .isEqualTo(303);
        assertThat(page(secretary.get(plan)).text()).doesNotContain("陆知行 病假");
    }

    @Test
    void itIsMovedAndCancelledWithAReason() {
        String plan = planned("move", today.plusDays(4));
        Document form = page(secretary.get(plan + "/change"));
        assertThat(form.select("#day").val()).isEqualTo(today.plusDays(4).toString());
        MvcTestResult none = secretary.post(
                plan + "/moves",
                "key",
                "mv0",
                "revision",
                "1",
                "day",
                today.plusDays(6).toString());
        assertThat(status(none)).isEqualTo(422);
        assertThat(page(none).select("#reason-e")).hasSize(1);
        String[] moved = {
            "key", "mv1", "revision", "1", "day", today.plusDays(6).toString(), "reason", "书记出差"
        };
        assertThat(status(secretary.post(plan + "/moves", moved))).isEqualTo(303);
        assertThat(page(secretary.get(plan)).select(".tline").text()).contains("改到", "书记出差");
        assertThat(status(secretary.post(plan + "/cancellation", "key", "c0", "revision", "2", "why", "")))
                .isEqualTo(422);
        assertThat(status(secretary.post(plan + "/cancellation", "key", "c1", "revision", "1", "why", "旧的")))
                .isEqualTo(409);
        assertThat(status(secretary.post(plan + "/cancellation", "key", "c2", "revision", "2", "why", "并会")))
                .isEqualTo(303);
        assertThat(page(secretary.get(plans)).select("details").text()).contains("已取消");
    }

    @Test
    void anOfficerPlansAndRecordsForABranchAndItSaysSo() {
        MvcTestResult answer = officer.post(plans, fields("officer", today));
        String id = location(answer).replaceFirst(".*/", "");
        MvcTestResult saved = officer.post(records, super.fields("officer-record", "plan", id));
        String record = location(saved).replaceFirst("/receipt.*", "");
        assertThat(page(secretary.get(record)).select(".tag").eachText()).anyMatch(text -> text.matches("由.+同志代记"));
        assertThat(page(secretary.get(records)).select(".tag").eachText()).anyMatch(text -> text.matches("由.+同志代记"));
    }
}
