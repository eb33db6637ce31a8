package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.StringUtils;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;

/** Whom a matter is about reads what is recorded on them, says something to it, and neither opens nor does anything else. */
class ConcernedTests extends DoorDesk {
    @Test
    void whomAMatterIsAboutReadsEveryStepAndSaysSomethingToIt() {
        Browser self = self("陆知行", "member");
        assertThat(page(self.get("/account/matters")).select("main").text()).contains("没有关于你的事项");
        String matter = begun("陆知行", "报到：陆知行");
        answered(matter);
        assertThat(page(self.get("/account/data")).select("main a[href=/account/matters]"))
                .hasSize(1);
        assertThat(page(self.get("/account/data")).select("main").text()).contains("关于本人的事项");
        String own = own(self);
        Document read = page(self.get(own));
        assertThat(read.select("h1").text()).isEqualTo("报到：陆知行");
        assertThat(read.select("main").text())
                .contains("现在到“本人看记录、写说明”", "支部意见：同意", "理由：材料齐，群众反映好", "理由：同意支部意见", "本人")
                .doesNotContain("同志");
        assertThat(probe.read(made.unit().unitId(), UUID.fromString(id(own)))).isEqualTo(1);
        assertThat(status(self.get(matter)))
                .as("a post opens it, and they have none")
                .isEqualTo(404);
        String revision = read.select("input[name=revision]").attr("value");
        String[] said = {
            "code", id(own), "key", "s1", "revision", revision, "step", "read", "read-statement", "去年 3 月的事另有说明"
        };
        assertThat(status(self.post("/account/matters/steps", said))).isEqualTo(303);
        assertThat(status(self.post("/account/matters/steps", said)))
                .as("sent twice")
                .isEqualTo(303);
        Document after = page(self.get(own));
        assertThat(after.select("main").text()).contains("去年 3 月的事另有说明", "待在决定前送出");
        assertThat(after.select("main form")).isEmpty();
        assertThat(page(officer.get(matter)).select("main").text())
                .contains("去年 3 月的事另有说明", "陆知行 本人看过记录，到", "本人登录后看得到");
    }

    @Test
    void nobodyElseReadsItAndNothingElseIsRead() {
        Browser self = self("陆知行", "member");
        String matter = begun("陆知行", "评先评优：陆知行");
        String own = own(self);
        String other = "/account/matters?matter=" + begun("林若川", "评先评优：林若川").replaceFirst(".*/", "");
        assertThat(status(self.get(other))).isEqualTo(404);
        assertThat(page(self.get("/account/matters")).select("main").text()).doesNotContain("林若川");
        for (Browser reader : List.of(officer, secretary, superior, self("林若川", "member"))) {
            assertThat(status(reader.get(own))).isEqualTo(404);
            String[] said = {"code", id(own), "key", UUID.randomUUID().toString(), "revision", "1", "step", "read"};
            assertThat(status(reader.post("/account/matters/steps", said))).isEqualTo(404);
        }
        assertThat(status(stranger.get(own))).isEqualTo(303);
        assertThat(status(self.get("/account/matters?matter=1"))).isEqualTo(404);
        assertThat(status(officer.get(matter))).isEqualTo(200);
    }

    @Test
    void whomAMatterIsAboutDoesNothingElseInIt() {
        Browser self = self("林若川", "secretary");
        String matter = begun("林若川", "提拔：林若川");
        assertThat(page(officer.get(matter)).select(".next .kv").text())
                .as("the secretary of the branch is whom it is about")
                .doesNotContain("林若川");
        String revision = page(self.get(matter)).select("input[name=revision]").attr("value");
        String[] opinion = {
            "key",
            "o1",
            "revision",
            revision,
            "step",
            "opinion",
            "opinion-view",
            "agree",
            "opinion-reasons",
            "我看行",
            "opinion-met",
            days.today().toString()
        };
        MvcTestResult refused = self.post(matter + "/steps", opinion);
        assertThat(status(refused)).isEqualTo(409);
        assertThat(page(refused).text()).contains("关于你自己，由别人来办");
        assertThat(status(self.post(matter + "/sources", "key", "o3", "source-words", "省里的通知")))
                .isEqualTo(409);
        String[] early = {"code", id(own(self)), "key", "o2", "revision", revision, "step", "opinion"};
        assertThat(status(self.post("/account/matters/steps", early))).isEqualTo(409);
    }

    @Test
    void whatIsNoStepOrNoMatterIsRefused() {
        Browser self = self("陆知行", "member");
        answered(begun("陆知行", "评优：陆知行"));
        String own = id(own(self));
        int before = readings();
        assertThat(said(self, own, "999", "read", "")).as("an old page").isEqualTo(409);
        assertThat(readings()).as("shown again, and logged").isEqualTo(before + 1);
        assertThat(said(self, own, "x", "read", "")).as("no revision").isEqualTo(409);
        assertThat(said(self, own, "3", "agree", "")).as("a step of others").isEqualTo(409);
        assertThat(said(self, own, "3", "no-such", "")).as("no step").isEqualTo(409);
        assertThat(said(self, own, "3", "read", "长".repeat(2001)))
                .as("too long")
                .isEqualTo(422);
        assertThat(said(self, "<script>", "3", "read", "")).as("no id").isEqualTo(404);
        assertThat(said(self, UUID.randomUUID().toString(), "3", "read", ""))
                .as("no matter")
                .isEqualTo(404);
        assertThat(said(self, own, "3", "read", "<b>说明</b>")).isEqualTo(303);
        assertThat(page(self.get("/account/matters?matter=" + own)).select("main .tline b"))
                .isEmpty();
    }

    private int readings() {
        Browser auditor = as("auditor", made.unit().unitId(), made.unit().rootId());
        return StringUtils.countOccurrencesOf(
                page(auditor.get("/log")).select("main").text(), "看了关于自己的事项");
    }

    private static int said(Browser self, String matter, String revision, String step, String words) {
        return status(self.post(
                "/account/matters/steps",
                "code",
                matter,
                "key",
                UUID.randomUUID().toString(),
                "revision",
                revision,
                "step",
                step,
                step + "-statement",
                words));
    }

    @Test
    void aMatterAboutSomethingIsAboutNobody() {
        Browser self = self("陆知行", "member");
        int before = page(self.get("/account/matters"))
                .select("main a[href^=/account/matters?]")
                .size();
        String matter = begun("", "讲座讲稿");
        answered(matter);
        assertThat(page(officer.get(matter)).select("main").text()).doesNotContain("本人登录后看得到");
        step(secretary, matter, "nobody", "nobody-why-nobody", "讲稿");
        assertThat(page(self.get("/account/matters")).select("main a[href^=/account/matters?]"))
                .hasSize(before);
    }

    private void answered(String matter) {
        step(
                secretary,
                matter,
                "opinion",
                "opinion-view",
                "agree",
                "opinion-reasons",
                "材料齐，群众反映好",
                "opinion-met",
                days.today().toString());
        step(officer, matter, "agree", "agree-reasons-above", "同意支部意见");
    }

    /** The address of a matter about somebody, begun by the office. */
    private String begun(String person, String title) {
        String host = "/units/" + made.unit().unitId() + "/organizations/"
                + made.unit().rootId();
        MvcTestResult begun = officer.post(
                host + "/matters",
                "key",
                UUID.randomUUID().toString(),
                "flow",
                "political-check",
                "begin-title",
                title,
                "begin-origin",
                "honour",
                "begin-branch",
                made.third().toString(),
                "begin-person",
                person.isEmpty() ? "" : made.person(person).toString(),
                "begin-what",
                "报到",
                "begin-decision",
                days.today().plusDays(20).toString());
        assertThat(status(begun)).as(page(begun).select(".errors").text()).isEqualTo(303);
        return String.valueOf(begun.getResponse().getHeader("Location")).replaceFirst("^https?://[^/]+", "");
    }

    private Browser self(String person, String role) {
        String name = "own" + UUID.randomUUID().toString().substring(0, 12);
        UUID account = accounts.create(
                name,
                person,
                World.PASSWORD,
                List.of(new Grant(role, made.unit().unitId(), made.third().value())));
        probe.holds(made.unit().unitId(), account, made.person(person));
        return signedIn(name);
    }

    private static String own(Browser self) {
        return page(self.get("/account/matters"))
                .select("main a[href^=/account/matters?]")
                .attr("href");
    }

    private static String id(String own) {
        return own.replaceFirst(".*=", "");
    }
}
