package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;

/** Complaints, ideas and corrections: to whom they go, who is known, and who says whether the answer is right. */
class ComplaintTests extends DoorDesk {
    @Test
    void aComplaintGoesToWhoeverIsAboveThoseItIsAboutAndNamesThePage() {
        assertThat(page(stranger.get("/about"))
                        .select("footer a[href^=/complaint]")
                        .attr("href"))
                .isEqualTo("/complaint?from=%2Fabout");
        MvcTestResult answer = stranger.post(
                "/complaint",
                "key",
                "c1",
                "from",
                "/about",
                "unit",
                made.unit().unitId().toString(),
                "begin-kind",
                "burden",
                "begin-what",
                "同一张表报了三次");
        String code = page(answer).select(".receipt").text();
        String matter = "/units/" + made.above().unitId() + "/matters/"
                + probe.newest(made.above().unitId());
        assertThat(page(superior.get(matter)).select("main").text()).contains("增加了负担", "同一张表报了三次", "/about", "省数字事务厅");
        assertThat(status(officer.get(matter))).isEqualTo(404);
        step(superior, matter, "answer", "answer-reply", "改为一次");
        assertThat(page(stranger.post("/receipts", "code", code)).select("main").text())
                .contains("改为一次");
    }

    @Test
    void whoeverIsSignedInMayBeKnownOrNot() {
        String[] said = {"key", "own1", "about", made.third().toString(), "begin-kind", "advice", "begin-what", "合并会议"};
        assertThat(status(secretary.post("/complaint", said))).isEqualTo(200);
        String own = page(secretary.get("/requests"))
                .select("main a[href^=/requests?]")
                .attr("href");
        assertThat(page(secretary.get(own)).select("main").text()).contains("合并会议", "机关党委");
        assertThat(status(officer.get(own))).isEqualTo(404);
        String[] unnamed = {
            "key",
            "own2",
            "about",
            made.third().toString(),
            "begin-kind",
            "advice",
            "begin-what",
            "合并",
            "unnamed",
            "yes"
        };
        assertThat(status(secretary.post("/complaint", unnamed))).isEqualTo(200);
        assertThat(page(secretary.get("/requests")).select("main a[href^=/requests?]"))
                .hasSize(1);
        String[] elsewhere = {"key", "own3", "about", made.other().toString(), "begin-kind", "advice", "begin-what", "x"
        };
        assertThat(status(secretary.post("/complaint", elsewhere))).isEqualTo(422);
    }

    @Test
    void aCorrectionNeedsSomebodyOnTheRoster() {
        assertThat(text(secretary.get("/correction"))).contains("还没有对应到名册");
        assertThat(status(secretary.post("/correction", "key", "d0", "begin-item", "x", "begin-should", "y")))
                .isEqualTo(409);
        assertThat(status(stranger.get("/correction"))).isEqualTo(303);
    }

    @Test
    void aCorrectionIsAboutOneselfAndOneselfSaysWhetherItIsRight() {
        Browser self = self();
        assertThat(status(self.post("/correction", "key", "d1", "begin-item", "学历", "begin-should", "大学本科")))
                .isEqualTo(200);
        String matter = newest();
        assertThat(page(officer.get(matter + "/asker")).select("main a[href*=/people/]"))
                .hasSize(1);
        step(officer, matter, "correct", "correct-done", "核对了毕业证，已改");
        String own =
                page(self.get("/requests")).select("main a[href^=/requests?]").attr("href");
        Document shown = page(self.get(own));
        assertThat(shown.select("main").text()).contains("核对了毕业证");
        String revision = shown.select("input[name=revision]").attr("value");
        String[] right = {"code", own.replaceFirst(".*=", ""), "key", "d2", "revision", revision, "step", "right"};
        assertThat(status(self.post("/requests/steps", right))).isEqualTo(303);
        assertThat(page(self.get(own)).select("h1").text()).isEqualTo("已更正");
    }

    @Test
    void anIdeaIsNamedOrUnnamedAndItsAnswerIsReadByWhoeverHadIt() {
        Browser self = self();
        assertThat(status(self.post("/idea", "key", "i1", "begin-idea", "会前把材料发到人")))
                .isEqualTo(200);
        assertThat(page(officer.get(newest())).select("main").text()).contains("会前把材料发到人", "林若川");
        MvcTestResult unnamed = self.post("/idea", "key", "i2", "begin-idea", "合并两张表", "unnamed", "yes");
        String code = page(unnamed).select(".receipt").text();
        assertThat(page(officer.get(newest())).select("main").text())
                .contains("合并两张表")
                .doesNotContain("林若川");
        step(officer, newest(), "no", "no-answer", "两张表用处不同");
        assertThat(looked(code).select("main").text()).contains("两张表用处不同");
    }

    @Test
    void ofThePageOnlyItsKindIsPassedOn() {
        String unit = made.unit().unitId().toString();
        String own = "/units/" + unit + "/people/" + made.person("林若川") + "/numbers";
        assertThat(page(stranger.get("/complaint?from=" + own)).select("main").text())
                .contains("/units/…/people。")
                .doesNotContain(unit);
        String[] said = {
            "key",
            "p1",
            "from",
            own,
            "about",
            made.third().toString(),
            "begin-kind",
            "advice",
            "begin-what",
            "少填一张",
            "unnamed",
            "yes"
        };
        assertThat(status(secretary.post("/complaint", said))).isEqualTo(200);
        String told = page(officer.get(newest())).select("main").text();
        assertThat(told)
                .contains("少填一张", "/units/…/people")
                .doesNotContain(made.person("林若川").toString(), "numbers", unit);
    }

    @Test
    void oneFormIsNotSentNamedAndThenUnnamed() {
        Browser one = as("secretary", made.unit().unitId(), made.third());
        String[] named = {"key", "n1", "about", made.third().toString(), "begin-kind", "advice", "begin-what", "换一种说法"};
        assertThat(status(one.post("/complaint", named))).isEqualTo(200);
        String[] unnamed =
                Stream.concat(Stream.of(named), Stream.of("unnamed", "yes")).toArray(String[]::new);
        assertThat(status(one.post("/complaint", unnamed))).isEqualTo(409);
    }
}
