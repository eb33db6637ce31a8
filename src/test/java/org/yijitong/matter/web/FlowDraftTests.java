package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.access.AccessTest;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.matter.FlowTexts;
import org.yijitong.matter.Flows;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Db;

/** A flow is written by one person in the browser, and published when another agrees. */
@AccessTest
class FlowDraftTests {
    private static final String DRAFTS = "/flow-drafts";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Flows flows;

    @Autowired
    FlowTexts texts;

    @Autowired
    Db db;

    @Autowired
    PlatformTransactionManager transactions;

    private World.Tree tree;
    private Browser author;
    private Browser second;
    private String flow;

    @BeforeEach
    void twoOfACommittee() {
        tree = world.tree();
        author = as("staff", tree.committee());
        second = as("staff", tree.committee());
        flow = "flow-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Browser as(String role, Unit unit) {
        String name = world.name(role);
        world.account(name, role, unit);
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private String text() {
        return page(author.get(DRAFTS + "/new"))
                .select("#text")
                .getFirst()
                .wholeText()
                .replace("small-repairs", flow);
    }

    private String begun(String text) {
        MvcTestResult answer = author.post(DRAFTS, "key", UUID.randomUUID().toString(), "text", text, "why", "想试一试");
        assertThat(status(answer)).isEqualTo(303);
        return location(answer);
    }

    private static MvcTestResult step(Browser who, String draft, String what, int revision, String... more) {
        String[] fields = new String[more.length + 4];
        System.arraycopy(
                new String[] {"key", UUID.randomUUID().toString(), "revision", "" + revision}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return who.post(draft + "/" + what, fields);
    }

    private void published(String draft) {
        assertThat(status(step(author, draft, "submission", 1))).isEqualTo(303);
        assertThat(status(step(second, draft, "approval", 2))).isEqualTo(303);
    }

    @Test
    void whatOneWroteAnotherAgreesToAndThenItIsPublished() {
        String draft = begun(text());
        Document written = page(author.get(draft));
        assertThat(written.select("h1").text()).isEqualTo("小修小补");
        assertThat(written.select("table tbody tr")).hasSize(3);
        assertThat(written.select("table").text()).contains("修理中", "承办组织的书记或组长", "修好了，到“待验收”");
        assertThat(status(step(author, draft, "submission", 1))).isEqualTo(303);
        MvcTestResult own = step(author, draft, "approval", 2);
        assertThat(status(own)).isEqualTo(409);
        assertThat(flows.versions(flow)).isEmpty();
        assertThat(page(second.get(DRAFTS)).select("tbody tr").getFirst().text())
                .contains("等另一个人看");
        assertThat(page(second.get("/mechanism-drafts")).text()).doesNotContain("小修小补");
        assertThat(status(second.get("/mechanism-drafts" + draft.substring(DRAFTS.length()))))
                .isEqualTo(404);
        assertThat(status(step(second, draft, "approval", 2))).isEqualTo(303);
        assertThat(flows.versions(flow)).hasSize(1);
        assertThat(page(author.get("/flows/" + flow)).select("h1").text()).isEqualTo("小修小补");
        assertThat(page(author.get(draft)).select(".tline").text()).contains("同意并公布", "送出", "写下");
    }

    @Test
    void aFlowThatGetsStuckIsKeptAndItsWayShownAtItsLine() {
        String draft = begun(text().replace("verifies: report, to: closed}", "verifies: report, to: doing}"));
        Document shown = page(author.get(draft));
        assertThat(shown.select(".errors li").text()).contains("closed", "行");
        assertThat(shown.select("form[action$=submission]")).isEmpty();
        assertThat(shown.select("#text").getFirst().wholeText()).contains("to: doing}");
        assertThat(status(step(author, draft, "submission", 1))).isEqualTo(422);
        assertThat(page(step(author, draft, "texts", 1, "text", text())).select(".errors"))
                .isEmpty();
        assertThat(status(step(author, draft, "texts", 1, "text", "x")))
                .as("an old page")
                .isEqualTo(409);
        assertThat(status(step(author, draft, "no-such", 2))).isEqualTo(404);
        assertThat(status(author.post(DRAFTS, "key", "e" + draft, "text", " "))).isEqualTo(422);
    }

    @Test
    void theNextVersionIsNumberedOnEndedAndGivenBack() {
        published(begun(text()));
        String next = DRAFTS + "/new?of=" + flow;
        String text = page(author.get(next + "&until=2035-06-30"))
                .select("#text")
                .getFirst()
                .wholeText();
        assertThat(text).contains("version: 2", "until: 2035-06-30");
        assertThat(status(author.get(next + "&until=x"))).isEqualTo(422);
        assertThat(status(author.get(DRAFTS + "/new?of=no-such"))).isEqualTo(404);
        MvcTestResult bare = author.post(DRAFTS, "key", UUID.randomUUID().toString(), "text", text, "why", " ");
        assertThat(status(bare)).as("extended without a reason").isEqualTo(422);
        assertThat(page(bare).select("#text").getFirst().wholeText()).contains("until: 2035-06-30");
        String wrong = begun(text.replace("version: 2", "version: 7"));
        assertThat(page(step(author, wrong, "submission", 1)).text()).contains("版本要写 2");
        String draft = begun(text);
        step(author, draft, "submission", 1);
        assertThat(status(step(second, draft, "return", 2, "why", ""))).isEqualTo(422);
        assertThat(status(step(second, draft, "return", 2, "why", "先改名称"))).isEqualTo(303);
        assertThat(page(author.get(draft)).select(".tline").text()).contains("退回", "先改名称");
        assertThat(status(step(author, draft, "dropping", 3))).isEqualTo(303);
    }

    @Test
    void aUnitWritesForItselfAndTakesNoFlowOverThatOthersUse() {
        Unit department = tree.department();
        author = as("officer", department);
        second = as("officer", department);
        String own = text();
        assertThat(own).contains("units: [" + department.code() + "]");
        MvcTestResult all = step(author, begun(own.replaceAll("units: .*\n", "")), "submission", 1);
        assertThat(status(all)).isEqualTo(422);
        assertThat(page(all).text()).contains("只能管本单位和下级");
        MvcTestResult unknown = author.get(begun(own.replace("[" + department.code() + "]", "[NO-SUCH]")));
        assertThat(page(unknown).select(".errors li").text()).contains("NO-SUCH");
        MvcTestResult taken = step(
                author, begun(own.replace(flow, "rectification").replace("version: 1", "version: 2")), "submission", 1);
        assertThat(page(taken).text()).contains("已经有别的单位在用");
        published(begun(own));
        assertThat(page(author.get("/flows")).text()).contains("小修小补");
        assertThat(page(author.get("/flows/" + flow)).text()).contains("只在这些单位用：" + department.name());
        assertThat(texts.binds(flows.versions(flow).getFirst().flow(), department.unitId()))
                .isTrue();
        assertThat(texts.binds(
                        flows.versions(flow).getFirst().flow(), tree.sibling().unitId()))
                .isFalse();
        assertThat(page(as("officer", tree.sibling()).get("/flows")).select("a[href$=" + flow + "]"))
                .isEmpty();
    }

    @Test
    void draftsAreSeenByNobodyElse() {
        String draft = begun(text());
        Browser below = as("officer", tree.department());
        assertThat(page(below.get(DRAFTS)).text()).doesNotContain("小修小补");
        assertThat(status(below.get(draft))).isEqualTo(404);
        assertThat(status(step(below, draft, "approval", 1))).isEqualTo(404);
        assertThat(status(as("member", tree.committee()).get(DRAFTS))).isEqualTo(404);
    }

    @Test
    void theDatabaseKnowsThatTwoPersonsAreNeeded() {
        begun(text());
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> db.in(tree.committee().unitId(), """
                        UPDATE mechanism.drafts SET approved_by = written_by, state = 'published'
                        WHERE unit_id = :unit AND kind = 'flow'
                        """).run()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
