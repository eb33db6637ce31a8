package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/** A problem from the browser of the office to that of a branch and back, and what those see who come too late. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterPagesTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    private Made made;
    private Browser officer;
    private Browser secretary;
    private Browser stranger;
    private String base;

    @BeforeAll
    void make() {
        made = sample.make();
        base = "/units/" + made.unit().unitId();
        officer = as("officer", made.unit().unitId(), made.unit().rootId());
        secretary = as("secretary", made.unit().unitId(), made.third());
        Made elsewhere = sample.make();
        stranger = as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
    }

    private Browser as(String role, UnitId unit, OrganizationId top) {
        String name = "mat" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, top.value())));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private String begun(String key) {
        MvcTestResult answer = officer.post(
                base + "/organizations/" + made.unit().rootId() + "/matters",
                "key",
                key,
                "flow",
                "rectification",
                "begin-title",
                "学习记录不全",
                "begin-origin",
                "assessment",
                "begin-problem",
                "三月少一次");
        assertThat(status(answer)).isEqualTo(303);
        return location(answer);
    }

    private MvcTestResult assign(String matter, String key) {
        return officer.post(
                matter + "/steps",
                "key",
                key,
                "revision",
                "1",
                "step",
                "assign",
                "assign-measures",
                "补学",
                "assign-due",
                days.today().plusDays(9).toString(),
                "assign-responsible",
                made.third().toString());
    }

    @Test
    void aMatterGoesFromHandToHand() {
        String matter = begun("walk");
        assertThat(begun("walk")).isEqualTo(matter);
        assertThat(status(secretary.get(matter))).isEqualTo(404);
        assertThat(page(officer.get("/matters")).select("a[href=" + matter + "]"))
                .hasSize(1);
        assertThat(location(assign(matter, "walk-2"))).isEqualTo(matter);
        Document shown = page(secretary.get(matter));
        assertThat(shown.select("h1").text()).isEqualTo("学习记录不全");
        assertThat(shown.select(".next").text()).contains("第三党支部", "林若川");
        assertThat(shown.select(".tline li")).hasSize(2);
        assertThat(page(secretary.get("/matters")).select("a[href=" + matter + "]"))
                .hasSize(1);
        assertThat(page(officer.get("/matters")).select("a[href=" + matter + "]"))
                .isEmpty();
    }

    @Test
    void daysAreToldAsDaysAndItsPapersStandUnderMatters() {
        String matter = begun("days");
        assign(matter, "days-2");
        String due = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT)
                .format(days.today().plusDays(9));
        assertThat(page(officer.get(matter)).select("main").text()).contains("改到哪一天：" + due);
        Document slip = page(officer.get(matter + "/papers/assignment"));
        assertThat(slip.select("main").text()).contains("改到哪一天：" + due);
        assertThat(slip.select("nav.nav a[aria-current]").text()).isEqualTo("事项");
    }

    /** Every branch has a first group. */
    @Test
    void groupsAreNamedWithTheirBranch() {
        String choices = page(officer.get(begun("groups")))
                .select("select[name=assign-responsible] option")
                .eachText()
                .toString();
        assertThat(choices).contains("第三党支部, ").contains("党小组").doesNotContain(", 第一党小组");
    }

    @Test
    void whatIsMissingIsAskedForAndTheEndIsTold() {
        String matter = begun("end");
        assertThat(status(assign(matter, "end-2"))).isEqualTo(303);
        assertThat(page(officer.get(base + "/matters")).select("nav.flow").text())
                .contains("问题整改");
        assertThat(page(officer.get(base + "/matters?flow=rectification"))
                        .select("nav.flow")
                        .text())
                .contains("整改中");
        MvcTestResult bare = secretary.post(
                matter + "/steps", "key", "end-3", "revision", "2", "step", "report", "report-result", "");
        assertThat(status(bare)).isEqualTo(422);
        assertThat(page(bare).select(".errors a").eachAttr("href")).containsExactly("#report-result");
        assertThat(status(secretary.post(
                        matter + "/steps", "key", "end-4", "revision", "2", "step", "report", "report-result", "补学了")))
                .isEqualTo(303);
        assertThat(status(stranger.get(matter))).isEqualTo(404);
        assertThat(status(officer.post(
                        matter + "/steps",
                        "key",
                        "end-5",
                        "revision",
                        "3",
                        "step",
                        "accept",
                        "accept-verified",
                        "看了记录")))
                .isEqualTo(303);
        assertThat(page(officer.get(matter)).select("main").text()).contains("已销号", "看了记录");
    }

    @Test
    void whoeverComesTooLateIsToldWhatHappened() {
        String matter = begun("late");
        assertThat(status(assign(matter, "late-2"))).isEqualTo(303);
        assertThat(status(assign(matter, "late-2"))).isEqualTo(303);
        MvcTestResult late = assign(matter, "late-3");
        assertThat(status(late)).isEqualTo(409);
        assertThat(page(late).select(".errors").text()).contains("刚才已经有人办了一步", "交办");
        assertThat(page(officer.get(matter)).select(".tline li")).hasSize(2);
    }

    @Test
    void theFlowIsChosenAndItsQuestionsAreAsked() {
        String form = base + "/organizations/" + made.unit().rootId() + "/matters/new";
        assertThat(page(officer.get(form)).select("a[href$=flow=rectification]"))
                .hasSize(1);
        Document asked = page(officer.get(form + "?flow=visit-problems"));
        assertThat(asked.select("#begin-asking option").eachText()).contains("第三党支部");
        MvcTestResult bare = officer.post(
                base + "/organizations/" + made.unit().rootId() + "/matters", "key", "bare", "flow", "visit-problems");
        assertThat(status(bare)).isEqualTo(422);
        Document again = page(bare);
        again.select(".errors a")
                .eachAttr("href")
                .forEach(href -> assertThat(again.select(href)).as(href).hasSize(1));
        assertThat(status(officer.get(form + "?flow=none"))).isEqualTo(404);
        assertThat(status(stranger.get(form))).isEqualTo(404);
        assertThat(status(secretary.get(form))).isEqualTo(404);
    }
}
