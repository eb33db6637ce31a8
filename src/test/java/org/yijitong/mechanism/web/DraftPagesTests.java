package org.yijitong.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** One person writes, another agrees, and only then it is published. */
class DraftPagesTests extends DraftDesk {
    @Test
    void whatOneWroteAnotherAgreesToAndThenItIsPublished() {
        String draft = begun(text());
        Document written = page(author.get(draft));
        assertThat(written.select("h1").text()).isEqualTo("跨部门读书会");
        assertThat(written.text()).contains("每半年至少 1 次", "想试一试");
        assertThat(status(step(author, draft, "submission", 1))).isEqualTo(303);
        assertThat(page(author.get(draft)).select("form[action$=approval]")).isEmpty();
        MvcTestResult own = step(author, draft, "approval", 2);
        assertThat(status(own)).isEqualTo(409);
        assertThat(page(own).text()).contains("要另一个人同意");
        assertThat(published()).isFalse();
        assertThat(page(second.get(DRAFTS)).select("tbody tr").getFirst().text())
                .contains("等另一个人看");
        assertThat(page(second.get(draft)).select("form[action$=approval]")).hasSize(1);
        assertThat(status(step(second, draft, "approval", 2))).isEqualTo(303);
        assertThat(published()).isTrue();
        assertThat(page(second.get("/mechanisms/" + mechanism)).select("h1").text())
                .as("it is to begin next month")
                .isEqualTo("跨部门读书会");
        assertThat(page(author.get(draft)).select(".tline").text()).contains("同意并公布", "送出", "写下");
        assertThat(status(step(second, draft, "approval", 3))).isEqualTo(409);
    }

    @Test
    void whatAFormSaysBecomesATextWithoutFaults() {
        String filled = DRAFTS + "/new?title=" + encoded("联学“读书”: #1") + "&english=&id=" + mechanism + "&regulation="
                + encoded("本单位学习办法") + "&article=" + encoded("第三条")
                + "&bearer=branch&bearer=joint_branch&often=half-year&need=1&kind=reading&partners=1"
                + "&since=2031-01-01&to=2032-12-31";
        Document form = page(author.get(filled));
        String text = form.select("#text").getFirst().wholeText();
        assertThat(text).contains("every: half-year", "contains: reading", "until: 2032-12-31");
        assertThat(form.select("#title").val()).isEqualTo("联学“读书”: #1");
        assertThat(form.select("input[name=bearer][checked]").eachAttr("value"))
                .containsExactly("branch", "joint_branch");
        Document draft = page(author.get(begun(text)));
        assertThat(draft.select(".errors li").eachText()).isEmpty();
        assertThat(draft.select("h1").text()).isEqualTo("联学“读书”: #1");
        assertThat(draft.text()).contains("每半年至少 1 次", "本单位学习办法第三条");
    }

    @Test
    void aFormThatSaysTooLittleIsNamedFieldByField() {
        Document form = page(author.get(DRAFTS + "/new?title=&id=&need=many&often=never&kind=&since=x&to="));
        Document draft = page(author.get(begun(form.select("#text").getFirst().wholeText())));
        assertThat(draft.select(".errors li").size()).isGreaterThan(5);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void faultsAreKeptWithTheTextAndStopIt() {
        String draft = begun("mechanism: x");
        Document shown = page(author.get(draft));
        assertThat(shown.select("h1").text()).isEqualTo("还读不出名称");
        assertThat(shown.select(".errors li").size()).isGreaterThan(1);
        assertThat(shown.select("form[action$=submission]")).isEmpty();
        assertThat(status(step(author, draft, "submission", 1))).isEqualTo(422);
        assertThat(status(author.post(DRAFTS, "key", "e" + draft, "text", "  ")))
                .isEqualTo(422);
        assertThat(status(author.post(DRAFTS, "key", "l" + draft, "text", "x".repeat(200_001))))
                .isEqualTo(422);
    }

    @Test
    void ofTwoTextsUnderOneKeyNoneIsLostSilently() {
        String key = UUID.randomUUID().toString();
        MvcTestResult first = author.post(DRAFTS, "key", key, "text", "# Aa");
        assertThat(location(author.post(DRAFTS, "key", key, "text", "# Aa"))).isEqualTo(location(first));
        assertThat(status(author.post(DRAFTS, "key", key, "text", "# BB"))).isEqualTo(409);
        String again = UUID.randomUUID().toString();
        String draft = location(first);
        assertThat(status(author.post(draft + "/texts", "key", again, "revision", "1", "text", "# Aa")))
                .isEqualTo(303);
        assertThat(status(author.post(draft + "/texts", "key", again, "revision", "1", "text", "# BB")))
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoWriteAtOnceTheSecondKeepsTheWords() {
        String draft = begun(text());
        assertThat(status(step(second, draft, "texts", 1, "text", text() + "# 第一个\n")))
                .isEqualTo(303);
        MvcTestResult late = step(author, draft, "texts", 1, "text", text() + "# 第二个\n");
        assertThat(status(late)).isEqualTo(409);
        assertThat(page(late).select("#text").getFirst().wholeText()).contains("# 第二个");
        assertThat(page(author.get(draft)).select("#text").getFirst().wholeText())
                .contains("# 第一个");
        assertThat(status(step(author, draft, "submission", 2))).isEqualTo(303);
        assertThat(status(step(second, draft, "approval", 3)))
                .as("who wrote the text as it stands")
                .isEqualTo(409);
        assertThat(status(step(second, draft, "return", 3, "why", ""))).isEqualTo(422);
        assertThat(status(step(second, draft, "return", 3, "why", "先改名称"))).isEqualTo(303);
        assertThat(page(author.get(draft)).select(".tline").text()).contains("退回", "先改名称");
        assertThat(status(step(author, draft, "dropping", 4))).isEqualTo(303);
        assertThat(status(step(author, draft, "texts", 5, "text", "x"))).isEqualTo(409);
    }

    @Test
    void theNextVersionIsNumberedOnAndEndedOnAnotherDay() {
        String draft = begun(text());
        step(author, draft, "submission", 1);
        assertThat(status(step(second, draft, "approval", 2))).isEqualTo(303);
        String next = DRAFTS + "/new?of=" + mechanism;
        String text = page(author.get(next + "&until=2035-06-30"))
                .select("#text")
                .getFirst()
                .wholeText();
        assertThat(text).contains("version: 2", "until: 2035-06-30");
        assertThat(status(author.get(next + "&until=x"))).isEqualTo(422);
        assertThat(status(author.get(DRAFTS + "/new?of=no-such"))).isEqualTo(404);
        String wrong = begun(text.replace("version: 2", "version: 7"));
        MvcTestResult refused = step(author, wrong, "submission", 1);
        assertThat(page(refused).text()).contains("版本要写 2");
        MvcTestResult bare = author.post(DRAFTS, "key", UUID.randomUUID().toString(), "text", text, "why", " ");
        assertThat(status(bare)).as("extended without a reason").isEqualTo(422);
        assertThat(page(bare).select(".errors a").eachAttr("href")).containsExactly("#why");
        assertThat(page(bare).select("#text").getFirst().wholeText()).contains("until: 2035-06-30");
        String better = begun(text.replace("half-year", "quarter"));
        assertThat(page(author.get(better)).select("#beside-h").first()).isNotNull();
        assertThat(page(author.get(better)).select("ins").text()).contains("每季度至少 1 次");
    }

    @Test
    void theDatabaseKnowsThatTwoPersonsAreNeeded() {
        begun(text());
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> db.in(tree.committee().unitId(), """
                        UPDATE mechanism.drafts SET approved_by = written_by, state = 'published'
                        WHERE unit_id = :unit
                        """).run()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
