package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.Locale;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;

/** The hotline: by strangers without an account, and by programs that fill in everything. */
class HotlineTests extends DoorDesk {
    /** The address of a call that was dispatched. */
    private String dispatched() {
        String matter = newest();
        String due = days.today().plusDays(3).toString();
        step(
                officer,
                matter,
                "dispatch",
                "dispatch-due",
                due,
                "dispatch-responsible",
                made.third().toString());
        return matter;
    }

    /** The receipt of a call that was dispatched, answered and looked at. */
    private String answered(String key) {
        String code = called(key);
        String matter = dispatched();
        step(secretary, matter, "answer", "answer-reply", "加开两个窗口");
        step(officer, matter, "send");
        return code;
    }

    /** Gives a part of a matter to the branch that has it. */
    private void shared(String matter, String title) {
        String[] part = {
            "key",
            title,
            "flow",
            "shared-part",
            "parent",
            matter.substring(matter.lastIndexOf('/') + 1),
            "begin-title",
            title,
            "begin-what",
            "窗口",
            "begin-due",
            days.today().plusDays(3).toString(),
            "begin-weight",
            "1",
            "begin-doer",
            made.third().toString()
        };
        String begin = "/units/" + made.unit().unitId() + "/organizations/" + made.third() + "/matters";
        assertThat(status(secretary.post(begin, part))).isEqualTo(303);
    }

    @Test
    void aCallGoesToWhoeverHandlesItAndItsReceiptTellsHowFarItIs() {
        String code = called("call-1");
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(called("call-1")).isEqualTo(code);
        Document first = looked(code.toLowerCase(Locale.ROOT));
        assertThat(first.select("h1").text()).isEqualTo("已受理，待派办");
        assertThat(first.select("main").text()).contains("排了四十多分钟").doesNotContain("柳先生", "0134");
        Document asked = looked(answered("call-3"));
        assertThat(asked.select("main").text()).contains("加开两个窗口").doesNotContain("同志");
        assertThat(asked.select("input[name=step]").eachAttr("value")).containsExactly("satisfied", "unsatisfied");
    }

    @Test
    void whoeverRaisedItSaysWhetherItIsRightAndNothingElse() {
        String code = answered("call-4");
        String revision = looked(code).select("input[name=revision]").attr("value");
        String[] said = {"code", code, "key", "s1", "revision", revision, "step", "unsatisfied"};
        assertThat(status(stranger.post("/receipts/steps", said))).isEqualTo(422);
        String[] others = {"code", code, "key", "s2", "revision", revision, "step", "unreached"};
        assertThat(status(stranger.post("/receipts/steps", others))).isEqualTo(409);
        String[] why = {
            "code", code, "key", "s3", "revision", revision, "step", "unsatisfied", "unsatisfied-why-not", "还是要排队"
        };
        assertThat(page(stranger.post("/receipts/steps", why)).select("h1").text())
                .isEqualTo("不满意，重新派办");
        assertThat(page(officer.get(newest())).select("main").text()).contains("提出的人", "还是要排队");
    }

    @Test
    void aTelephoneIsSeenForAReasonOnlyAndThatIsLogged() {
        called("call-2");
        String matter = newest();
        String asker = matter + "/asker";
        assertThat(text(officer.get(asker))).doesNotContain("5550 0134");
        assertThat(status(officer.post(matter + "/contact", "because", " "))).isEqualTo(422);
        assertThat(probe.revealed(made.unit().unitId())).isZero();
        assertThat(text(officer.post(matter + "/contact", "because", "回访"))).contains("020-5550 0134", "柳先生");
        assertThat(probe.revealed(made.unit().unitId())).isEqualTo(1);
        assertThat(status(superior.get(asker))).isEqualTo(404);
        assertThat(status(superior.post(matter + "/contact", "because", "看看"))).isEqualTo(404);
        assertThat(probe.kept(made.unit().unitId())).doesNotContain("5550", "柳先生");
    }

    @Test
    void anUnknownCodeAndAProgramThatFillsInEverythingGetNoFurther() {
        assertThat(status(stranger.post("/receipts", "code", "0000-0000-0000-0000")))
                .isEqualTo(422);
        assertThat(status(stranger.post("/receipts/steps", "code", "x", "step", "satisfied")))
                .isEqualTo(422);
        MvcTestResult trapped = stranger.post(
                "/hotline",
                "key",
                "t",
                "unit",
                made.unit().unitId().toString(),
                "begin-what",
                "x",
                "website",
                "http://x");
        assertThat(status(trapped)).isEqualTo(422);
        MvcTestResult bare = stranger.post("/hotline", "key", "t2", "phone", "打我电话");
        assertThat(status(bare)).isEqualTo(422);
        assertThat(page(bare).select(".errors a").eachAttr("href")).contains("#unit");
        Browser flood = new Browser(mvc, "2001:db8:7::1");
        for (int i = 0; i < 60; i++) {
            assertThat(status(flood.post("/receipts", "code", Integer.toString(i))))
                    .isEqualTo(422);
        }
        assertThat(status(new Browser(mvc, "2001:db8:7:9::2").post("/receipts", "code", "x")))
                .isEqualTo(429);
        assertThat(status(stranger.post("/receipts", "code", "x"))).isEqualTo(422);
    }

    @Test
    void aProgramGetsAReceiptToo() {
        String body = "{\"unit\":\"" + made.unit().unitId() + "\",\"answers\":{\"what\":\"路灯不亮\"}}";
        MvcTestResult made1 = mvc.post()
                .uri("/api/v1/hotline")
                .header("Idempotency-Key", "p1")
                .contentType("application/json")
                .content(body)
                .exchange();
        assertThat(status(made1)).isEqualTo(201);
        String code = text(made1).replaceAll(".*\"receipt\":\"([^\"]+)\".*", "$1");
        MvcTestResult looked = mvc.post()
                .uri("/api/v1/receipts")
                .contentType("application/json")
                .content("{\"receipt\":\"" + code + "\"}")
                .exchange();
        assertThat(text(looked)).contains("路灯不亮", "\"closed\":false");
        assertThat(status(mvc.post()
                        .uri("/api/v1/receipts")
                        .contentType("application/json")
                        .content("{\"receipt\":\"x\"}")
                        .exchange()))
                .isEqualTo(404);
    }

    @Test
    void aCallWrittenDownByHandHasNobodyToAsk() {
        called("asked-1");
        assertThat(page(officer.get(newest())).select("a[href$=/asker]")).hasSize(1);
        MvcTestResult begun = officer.post(
                "/units/" + made.unit().unitId() + "/organizations/"
                        + made.unit().rootId() + "/matters",
                "key",
                "asked-2",
                "flow",
                "hotline",
                "begin-title",
                "电话里说的",
                "begin-what",
                "路灯不亮");
        assertThat(status(begun)).isEqualTo(303);
        String matter = String.valueOf(begun.getResponse().getHeader("Location"));
        assertThat(page(officer.get(matter)).select("a[href$=/asker]")).isEmpty();
        assertThat(status(officer.get(matter + "/asker"))).isEqualTo(404);
    }

    /** Every link that is shown to a member with a post leads somewhere. */
    @Test
    void aMemberWhoHoldsThePostIsLedNowhereClosed() {
        called("own-1");
        String matter = dispatched();
        shared(matter, "加开一个窗口");
        String guarded = "a[href*=/papers/], a[href$=/asker], td a, th a";
        assertThat(page(officer.get(matter)).select(guarded)).hasSize(3);
        Document own = page(self().get(matter));
        assertThat(own.select("main").text()).contains("加开一个窗口");
        assertThat(own.select(guarded)).isEmpty();
    }

    /** The officer who tried to call back wrote down the number; the letter to the caller does not. */
    @Test
    void theAnswerOnPaperGoesToTheCallerWithoutNameOrTelephone() {
        answered("letter");
        String matter = newest();
        Browser chief = as("officer", made.unit().unitId(), made.unit().rootId());
        step(chief, matter, "unreached", "unreached-tried", "打 020-5550 0134 两次，柳先生没有接");
        String letter =
                page(officer.get(matter + "/papers/reply")).select("main").text();
        assertThat(letter).contains("反映这件事的同志：", "加开两个窗口").doesNotContain("柳先生", "0134", "打 020");
        assertThat(page(officer.get(matter + "/papers/closing")).select("main").text())
                .contains("没有接");
    }

    @Test
    void callsAreNotOfferedForMerging() {
        called("merge-1");
        String one = newest();
        called("merge-2");
        assertThat(page(officer.get(newest())).select("select[name=merger-into]"))
                .isEmpty();
        String into = newest().substring(newest().lastIndexOf('/') + 1);
        assertThat(status(officer.post(
                        one + "/mergers", "key", "m1", "into", into, "merger-into", into, "merger-why", "同")))
                .isEqualTo(409);
    }

    /** Whoever knows who was there at a moment is not to find who said it. */
    @Test
    void whatIsSaidAtTheDoorIsKeptByItsDay() {
        String code = answered("day-only");
        UUID matter = probe.newest(made.unit().unitId());
        String revision = looked(code).select("input[name=revision]").attr("value");
        String[] said = {"code", code, "key", "day-said", "revision", revision, "step", "satisfied"};
        assertThat(status(stranger.post("/receipts/steps", said))).isEqualTo(200);
        assertThat(probe.moments(made.unit().unitId(), matter)).containsExactly("looked at 8");
        String told = page(officer.get(newest())).select("main").text();
        assertThat(told).contains("提出的人").doesNotContain(" 0:00", " 00:00");
        assertThat(page(stranger.post("/receipts", "code", code)).select("main").text())
                .doesNotContain(" 0:00", " 00:00");
    }

    @Test
    void whatIsCountedAtTheDoorTellsNoMoment() {
        called("coarse");
        assertThat(probe.attempts()).isNotEmpty().allMatch(each -> each.matches("t 4"));
    }
}
