package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/** What is raised at the door: by strangers, by those signed in, and by programs that fill in everything. */
@ProductTest
@Import({SampleUnit.class, DoorProbe.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Holders holders;

    @Autowired
    DoorProbe probe;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    private Made made;
    private Browser officer;
    private Browser secretary;
    private Browser stranger;
    private Browser superior;

    @BeforeAll
    void make() {
        made = sample.make();
        officer = as("officer", made.unit().unitId(), made.unit().rootId());
        secretary = as("secretary", made.unit().unitId(), made.third());
        superior = as("officer", made.above().unitId(), made.above().rootId());
        stranger = new Browser(mvc, "192.0.2.17");
    }

    private Browser as(String role, UnitId unit, OrganizationId top) {
        String name = "door" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, top.value())));
        Browser browser = new Browser(mvc, "192.0.2.18");
        browser.signIn(name);
        return browser;
    }

    private String called(String key) {
        MvcTestResult answer = stranger.post(
                "/hotline",
                "key",
                key,
                "unit",
                made.unit().unitId().toString(),
                "begin-what",
                "取一个证排了四十多分钟",
                "name",
                "柳先生",
                "phone",
                "020-5550 0134");
        assertThat(status(answer)).isEqualTo(200);
        return page(answer).select(".receipt").text();
    }

    private String newest() {
        return "/units/" + made.unit().unitId() + "/matters/"
                + probe.newest(made.unit().unitId());
    }

    private void step(Browser who, String matter, String step, String... fields) {
        String revision = page(who.get(matter)).select("input[name=revision]").attr("value");
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "key", UUID.randomUUID().toString(), "revision", revision, "step", step),
                        java.util.stream.Stream.of(fields))
                .toArray(String[]::new);
        assertThat(status(who.post(matter + "/steps", all))).as(step).isEqualTo(303);
    }

    @Test
    void aCallGoesToWhoeverHandlesItAndItsReceiptTellsHowFarItIs() {
        String code = called("call-1");
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(called("call-1")).isEqualTo(code);
        String matter = newest();
        Document first = page(stranger.post("/receipts", "code", code.toLowerCase(java.util.Locale.ROOT)));
        assertThat(first.select("h1").text()).isEqualTo("已受理，待派办");
        assertThat(first.select("main").text()).contains("排了四十多分钟").doesNotContain("柳先生", "0134");
        String due = days.today().plusDays(3).toString();
        step(
                officer,
                matter,
                "dispatch",
                "dispatch-due",
                due,
                "dispatch-responsible",
                made.third().toString());
        step(secretary, matter, "answer", "answer-reply", "加开两个窗口");
        step(officer, matter, "send");
        Document asked = page(stranger.post("/receipts", "code", code));
        assertThat(asked.select("main").text()).contains("加开两个窗口").doesNotContain("同志");
        assertThat(asked.select("input[name=step]").eachAttr("value")).containsExactly("satisfied", "unsatisfied");
        String revision = asked.select("input[name=revision]").attr("value");
        MvcTestResult bare = stranger.post(
                "/receipts/steps", "code", code, "key", "s1", "revision", revision, "step", "unsatisfied");
        assertThat(status(bare)).isEqualTo(422);
        assertThat(status(stranger.post(
                        "/receipts/steps", "code", code, "key", "s2", "revision", revision, "step", "unreached")))
                .isEqualTo(409);
        MvcTestResult said = stranger.post(
                "/receipts/steps",
                "code",
                code,
                "key",
                "s3",
                "revision",
                revision,
                "step",
                "unsatisfied",
                "unsatisfied-why-not",
                "还是要排队");
        assertThat(page(said).select("h1").text()).isEqualTo("不满意，重新派办");
        assertThat(page(officer.get(matter)).select("main").text()).contains("提出的人", "还是要排队");
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
    void aCorrectionIsAboutOneselfAndOneselfSaysWhetherItIsRight() {
        assertThat(text(secretary.get("/correction"))).contains("还没有对应到名册");
        assertThat(status(secretary.post("/correction", "key", "d0", "begin-item", "x", "begin-should", "y")))
                .isEqualTo(409);
        String name = "self" + UUID.randomUUID().toString().substring(0, 12);
        UUID account = accounts.create(
                name,
                "林若川",
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        probe.holds(made.unit().unitId(), account, made.person("林若川"));
        Browser self = new Browser(mvc, "192.0.2.18");
        self.signIn(name);
        MvcTestResult asked = self.post("/correction", "key", "d1", "begin-item", "学历", "begin-should", "大学本科");
        assertThat(status(asked)).isEqualTo(200);
        String matter = newest();
        assertThat(page(officer.get(matter + "/asker")).select("main a[href*=/people/]"))
                .hasSize(1);
        step(officer, matter, "correct", "correct-done", "核对了毕业证，已改");
        String own =
                page(self.get("/requests")).select("main a[href^=/requests?]").attr("href");
        Document shown = page(self.get(own));
        assertThat(shown.select("main").text()).contains("核对了毕业证");
        assertThat(status(self.post(
                        "/requests/steps",
                        "code",
                        own.replaceFirst(".*=", ""),
                        "key",
                        "d2",
                        "revision",
                        shown.select("input[name=revision]").attr("value"),
                        "step",
                        "right")))
                .isEqualTo(303);
        assertThat(page(self.get(own)).select("h1").text()).isEqualTo("已更正");
        assertThat(status(stranger.get("/correction"))).isEqualTo(303);
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
}
