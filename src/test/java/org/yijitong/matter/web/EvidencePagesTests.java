package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.ShownWork;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/** What a branch puts in to show its work, and who may have it. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidencePagesTests {
    private static final byte[] PDF = "%PDF-1.7 signed".getBytes(StandardCharsets.UTF_8);

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    FlowPublications publications;

    @Autowired
    Records records;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    private Made made;
    private Browser officer;
    private Browser secretary;
    private Browser stranger;
    private String base;
    private RecordId record;

    @BeforeAll
    void make() {
        ShownWork.publish(publications, days.today());
        made = sample.make();
        base = "/units/" + made.unit().unitId();
        officer = as("officer", made.unit().unitId(), made.unit().rootId());
        secretary = as("secretary", made.unit().unitId(), made.third());
        Made elsewhere = sample.make();
        stranger = as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        record = records.record(made.branch(), made.third(), Drafts.of(days.today(), ActivityKind.COMMITTEE_MEETING));
    }

    private Browser as(String role, UnitId unit, OrganizationId top) {
        String name = "evi" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, top.value())));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private String begun(String key) {
        return location(officer.post(
                base + "/organizations/" + made.unit().rootId() + "/matters",
                "key",
                key,
                "flow",
                "shown-work",
                "begin-title",
                "建台账",
                "begin-doer",
                made.third().toString()));
    }

    private MvcTestResult report(String matter, String key, byte[] file, String kept, String result) {
        return secretary.uploadAs(
                matter + "/steps",
                "report-scan",
                "签字页.pdf",
                file,
                "key",
                key,
                "revision",
                "1",
                "step",
                "report",
                "report-result",
                result,
                "report-spent",
                "80",
                "report-scan",
                kept,
                "report-met",
                record.toString());
    }

    @Test
    void whatWasPutInIsKeptUntilAllIsThereAndThenHandedOut() {
        String matter = begun("kept");
        Document asked = page(secretary.get(matter));
        assertThat(asked.select("form[enctype] input[type=file]").attr("name")).isEqualTo("report-scan");
        assertThat(asked.select("#report-met option").eachAttr("value")).contains(record.toString());
        MvcTestResult bare = report(matter, "kept-1", PDF, "", "");
        assertThat(status(bare)).isEqualTo(422);
        String kept = page(bare).select("input[type=hidden][name=report-scan]").attr("value");
        assertThat(kept).isNotEmpty();
        MvcTestResult done = report(matter, "kept-2", new byte[0], kept, "建好了");
        assertThat(location(done)).isEqualTo(matter);
        assertThat(location(report(matter, "kept-2", new byte[0], kept, "建好了"))).isEqualTo(matter);
        Document told = page(officer.get(matter));
        assertThat(told.select(".tline").text()).contains("80 元", "签字页.pdf");
        assertThat(page(officer.get(matter + "/papers/reply")).text())
                .contains("签字页.pdf", "系统里有这次活动的记录")
                .doesNotContain(record.toString());
        String file = told.select(".tline a[href*=files]").attr("href");
        MvcTestResult taken = officer.get(file);
        assertThat(Objects.requireNonNull(taken.getResponse().getHeader("Content-Disposition")))
                .startsWith("attachment");
        assertThat(taken.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(status(stranger.get(file))).isEqualTo(404);
        assertThat(status(officer.get(matter + "/files/" + UUID.randomUUID()))).isEqualTo(404);
    }

    @Test
    void whatIsNoDocumentIsRefusedAndWhatWasTypedIsKept() {
        String matter = begun("page");
        MvcTestResult bad =
                report(matter, "page-1", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "", "建好了");
        assertThat(status(bad)).isEqualTo(422);
        assertThat(page(bad).select(".errors a").eachAttr("href")).containsExactly("#report-scan");
        assertThat(page(bad).select("#report-result").text()).isEqualTo("建好了");
        assertThat(page(officer.get(matter)).select(".tline li")).hasSize(1);
    }
}
