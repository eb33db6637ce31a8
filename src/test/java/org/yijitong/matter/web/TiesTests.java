package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;

/** Calls about the same cause go together, and nothing of one is read by whoever made another. */
class TiesTests extends DoorDesk {
    /** A call with its receipt and its address. */
    private record Call(String code, String matter) {
        String id() {
            return matter.substring(matter.lastIndexOf('/') + 1);
        }
    }

    private int calls;

    /** Each from a network of its own: many call about a lift. */
    private Call call(String what, String name) {
        Browser caller = new Browser(mvc, "2001:db8:" + Integer.toHexString(0x100 + calls++) + "::1");
        MvcTestResult answer = caller.post(
                "/hotline",
                "key",
                UUID.randomUUID().toString(),
                "unit",
                made.unit().unitId().toString(),
                "begin-what",
                what,
                "begin-where",
                what + "处",
                "name",
                name);
        assertThat(status(answer)).isEqualTo(200);
        return new Call(page(answer).select(".receipt").text(), newest());
    }

    private MvcTestResult tie(Browser who, Call call, Call leading) {
        return who.post(call.matter() + "/ties", "key", UUID.randomUUID().toString(), "tie-into", leading.id());
    }

    private Document seen(Call call) {
        return page(new Browser(mvc, "2001:db8:ffff:" + Integer.toHexString(calls++) + "::1")
                .post("/receipts", "code", call.code()));
    }

    private void dispatched(Call call, LocalDate due) {
        step(
                officer,
                call.matter(),
                "dispatch",
                "dispatch-due",
                due.toString(),
                "dispatch-responsible",
                made.third().toString());
    }

    /** What comes of sending a step that may be refused. */
    private int tried(Browser who, Call call, String step, String... fields) {
        Document shown = page(who.get(call.matter()));
        String revision = shown.select("input[name=revision]").isEmpty()
                ? "2"
                : shown.select("input[name=revision]").attr("value");
        List<String> all =
                new ArrayList<>(List.of("key", UUID.randomUUID().toString(), "revision", revision, "step", step));
        all.addAll(List.of(fields));
        return status(who.post(call.matter() + "/steps", all.toArray(String[]::new)));
    }

    private int say(Call call, String step, String... fields) {
        Browser caller = new Browser(mvc, "2001:db8:eeee:" + Integer.toHexString(calls++) + "::1");
        String revision = page(caller.post("/receipts", "code", call.code()))
                .select("input[name=revision]")
                .attr("value");
        List<String> all = new ArrayList<>(
                List.of("code", call.code(), "key", UUID.randomUUID().toString(), "revision", revision, "step", step));
        all.addAll(List.of(fields));
        return status(caller.post("/receipts/steps", all.toArray(String[]::new)));
    }

    @Test
    void whatIsTiedIsAnsweredByThePublicAnswerAndJudgedByEachForItself() {
        Call first = call("电梯坏了", "甲");
        Call second = call("电梯又停了", "乙");
        dispatched(first, days.today().plusDays(3));
        assertThat(status(tie(officer, second, first))).isEqualTo(303);
        assertThat(page(officer.get(second.matter())).select("main").text()).contains("跟着这一件办", "电梯坏了");
        assertThat(page(officer.get(first.matter())).select("main").text()).contains("电梯又停了");
        assertThat(page(secretary.get(first.matter())).select("main").text())
                .contains("还有 1 件，你看不到")
                .doesNotContain("又停了");
        assertThat(seen(second).select("main").text())
                .contains("别人也反映了同一件事", "又停了")
                .doesNotContain("坏了");
        assertThat(tried(officer, second, "outside", "outside-rule", "other", "outside-whom", "别处"))
                .isEqualTo(409);
        step(secretary, first.matter(), "answer", "answer-reply", "甲先生您好，电梯修好了");
        assertThat(tried(officer, first, "send")).isEqualTo(422);
        step(officer, first.matter(), "send", "send-public-answer", "三号楼电梯已换钢缆");
        assertThat(seen(second).select("main").text()).contains("三号楼电梯已换钢缆").doesNotContain("甲先生", "坏了");
        assertThat(status(secretary.get(second.matter()))).isEqualTo(404);
        assertThat(say(second, "unsatisfied", "unsatisfied-why-not", "又停了一次")).isEqualTo(200);
        assertThat(say(first, "satisfied")).isEqualTo(200);
        assertThat(seen(first).select("h1").text()).isEqualTo("办结");
        assertThat(seen(second).select("h1").text()).isEqualTo("不满意，重新派办");
        assertThat(status(officer.post(second.matter() + "/untying", "key", "late")))
                .isEqualTo(409);
    }

    @Test
    void aTiedCallIsDueWhenTheLeadingOneIsAndItsTimeRunsAnewWhenItIsUntied() {
        Call first = call("空调坏了", "甲");
        Call second = call("空调不冷", "乙");
        tie(officer, second, first);
        dispatched(first, days.today().plusDays(20));
        assertThat(page(officer.get(second.matter())).select("main").text())
                .contains(words(days.today().plusDays(20)));
        assertThat(status(officer.post(second.matter() + "/untying", "key", "u-1")))
                .isEqualTo(303);
        assertThat(page(officer.get(second.matter())).select("section.next").text())
                .doesNotContain(words(days.today().plusDays(20)));
        assertThat(seen(second).select("main").text()).contains("改为单独办");
        assertThat(tried(officer, second, "outside", "outside-rule", "other", "outside-whom", "别处"))
                .isEqualTo(303);
    }

    @Test
    void whoeverGaveACallBackIsNotOfferedTheWordsOfOthers() {
        Call other = call("隔壁太吵", "丙");
        Call back = call("灯不亮", "丁");
        dispatched(back, days.today().plusDays(3));
        step(secretary, back.matter(), "give-back", "give-back-why-back", "不归我们管");
        assertThat(page(officer.get(back.matter())).html()).contains("隔壁太吵", other.id());
        assertThat(page(secretary.get(back.matter())).html()).doesNotContain("隔壁太吵", other.id());
    }

    private static String words(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    @Test
    void aLeadingCallThatIsNotOursLetsTheOthersGo() {
        Call first = call("路口堵车", "甲");
        Call second = call("路口太堵", "乙");
        tie(officer, second, first);
        step(officer, first.matter(), "outside", "outside-rule", "other", "outside-whom", "交警");
        Browser chief = as("officer", made.unit().unitId(), made.unit().rootId());
        step(chief, first.matter(), "agree");
        assertThat(seen(second).select("main").text()).contains("改为单独办").doesNotContain("交警");
        dispatched(second, days.today().plusDays(3));
    }

    @Test
    void onlyCallsThatWaitAreTiedAndToOneThatIsNotAnswered() {
        Call first = call("门锁坏了", "甲");
        Call second = call("门打不开", "乙");
        Call third = call("门把手掉了", "丙");
        assertThat(status(tie(officer, second, second))).isEqualTo(422);
        assertThat(status(tie(secretary, second, first))).isEqualTo(404);
        assertThat(status(tie(superior, second, first))).isEqualTo(404);
        assertThat(status(officer.post(second.matter() + "/ties", "key", "n-1", "tie-into", "x")))
                .isEqualTo(422);
        tie(officer, second, first);
        assertThat(status(tie(officer, second, third))).isEqualTo(409);
        assertThat(status(tie(officer, third, second))).isEqualTo(422);
        assertThat(status(tie(officer, first, third))).isEqualTo(409);
        dispatched(third, days.today().plusDays(3));
        assertThat(status(tie(officer, third, first))).isEqualTo(409);
        step(secretary, third.matter(), "answer", "answer-reply", "好了");
        step(officer, third.matter(), "send");
        assertThat(status(tie(officer, call("门又坏了", "丁"), third))).isEqualTo(422);
    }

    @Test
    void aComplaintIsNeverTied() {
        List<String> complaints = new ArrayList<>();
        for (String what : List.of("重复要表", "又要一张表")) {
            MvcTestResult made1 = stranger.post(
                    "/complaint",
                    "key",
                    UUID.randomUUID().toString(),
                    "unit",
                    made.unit().unitId().toString(),
                    "begin-kind",
                    "burden",
                    "begin-what",
                    what);
            assertThat(status(made1)).isEqualTo(200);
            complaints.add("/units/" + made.above().unitId() + "/matters/"
                    + probe.newest(made.above().unitId()));
        }
        String into = complaints.getFirst().substring(complaints.getFirst().lastIndexOf('/') + 1);
        assertThat(text(superior.get(complaints.getLast()))).doesNotContain("tie-into");
        assertThat(status(superior.post(complaints.getLast() + "/ties", "key", "c-1", "tie-into", into)))
                .isEqualTo(409);
    }

    /** Whatever becomes of calls that are tied, untied and answered, each receipt shows its own words and no others’. */
    @Test
    void nothingOfOneCallIsReadFromTheReceiptOfAnother() {
        Random random = new Random(311);
        for (int round = 0; round < 3; round++) {
            String mark = "暗号" + round;
            List<Call> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(call(mark + (char) ('A' + i) + "事", mark + (char) ('A' + i) + "人"));
            }
            Call leading = all.getFirst();
            boolean early = random.nextBoolean();
            if (early) {
                dispatched(leading, days.today().plusDays(3));
            }
            all.subList(1, 5).forEach(each -> tie(officer, each, leading));
            Call untied = all.get(1 + random.nextInt(4));
            officer.post(untied.matter() + "/untying", "key", UUID.randomUUID().toString());
            if (!early) {
                dispatched(leading, days.today().plusDays(3));
            }
            answered(leading, mark, random.nextBoolean());
            step(officer, leading.matter(), "send", "send-public-answer", "公开的话" + round);
            assertThat(say(leading, "unsatisfied", "unsatisfied-why-not", mark + "A怨"))
                    .isEqualTo(200);
            apart(all, mark, untied, "公开的话" + round);
        }
    }

    private void answered(Call leading, String mark, boolean twice) {
        step(secretary, leading.matter(), "answer", "answer-reply", mark + "A复：您好");
        if (twice) {
            step(
                    officer,
                    leading.matter(),
                    "again",
                    "again-lacking",
                    mark + "A差",
                    "again-due",
                    days.today().plusDays(4).toString());
            step(secretary, leading.matter(), "answer", "answer-reply", mark + "A再复");
        }
    }

    private void apart(List<Call> all, String mark, Call untied, String told) {
        for (int i = 0; i < all.size(); i++) {
            Call call = all.get(i);
            String own = mark + (char) ('A' + i);
            String shown = seen(call).select("main").html();
            assertThat(shown).contains(own);
            assertThat(shown.replace(own, "")).doesNotContain(mark);
            assertThat(shown.contains(told)).isEqualTo(!call.equals(untied));
            all.stream()
                    .filter(each -> !each.equals(call))
                    .forEach(each -> assertThat(shown).doesNotContain(each.id(), each.code()));
        }
    }
}
