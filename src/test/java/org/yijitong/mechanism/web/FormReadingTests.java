package org.yijitong.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A document is read back into the form that writes documents, unless the form would lose something of it. */
class FormReadingTests extends DraftDesk {
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String form(String need) {
        return "title=" + encoded("季度读书会") + "&english=&id=" + mechanism + "&regulation=" + encoded("本单位学习办法")
                + "&article=" + encoded("第三条") + "&bearer=branch&bearer=joint_branch&often=quarter&need=" + need
                + "&kind=reading&partners=1&since=2031-01-01&to=2032-12-31";
    }

    private static String written(Document shown) {
        return shown.select("#text").getFirst().wholeText();
    }

    @Test
    void aDraftIsShownAsTheFormThatWroteItAndChangedThere() {
        String draft = begun(written(page(author.get(DRAFTS + "/new?" + form("1")))));
        Document shown = page(author.get(draft));
        assertThat(shown.select("#title").val()).isEqualTo("季度读书会");
        assertThat(shown.select("#article").val()).isEqualTo("第三条");
        assertThat(shown.select("#need").val()).isEqualTo("1");
        assertThat(shown.select("#partners").val()).isEqualTo("1");
        assertThat(shown.select("#kind option[selected]").val()).isEqualTo("reading");
        assertThat(shown.select("#often option[selected]").val()).isEqualTo("quarter");
        assertThat(shown.select("input[name=bearer][checked]").eachAttr("value"))
                .containsExactly("branch", "joint_branch");
        Document changed = page(author.get(draft + "?" + form("3")));
        assertThat(written(changed)).contains("need: 3");
        assertThat(written(page(author.get(draft))))
                .as("not kept before it is saved")
                .contains("need: 1");
        assertThat(status(step(author, draft, "texts", 1, "text", written(changed))))
                .isEqualTo(303);
        Document kept = page(author.get(draft));
        assertThat(kept.select("#need").val()).isEqualTo("3");
        assertThat(kept.text()).contains("每季度至少 3 次");
    }

    @Test
    void whatTheFormCannotSayIsChangedInTheText() {
        String text = written(page(author.get(DRAFTS + "/new?" + form("1"))));
        String more = begun(text.replace("partners", "present"));
        assertThat(page(author.get(more)).select("#title")).isEmpty();
        assertThat(page(author.get(more)).text()).contains("这份文档写了表单里没有的内容");
        String broken = begun("a: [");
        assertThat(page(author.get(broken)).select("#title")).isEmpty();
        String odd = begun("- a\n- b");
        assertThat(page(author.get(odd)).select("#title")).isEmpty();
        String commented = begun("# 开头的话\n" + text);
        assertThat(page(author.get(commented)).select("#title")).hasSize(1);
    }

    @Test
    void theNextVersionBeginsWithWhatTheFormerSays() {
        String draft = begun(written(page(author.get(DRAFTS + "/new?" + form("1")))));
        step(author, draft, "submission", 1);
        assertThat(status(step(second, draft, "approval", 2))).isEqualTo(303);
        String next = DRAFTS + "/new?of=" + mechanism;
        Document shown = page(author.get(next));
        assertThat(shown.select("#need").val()).isEqualTo("1");
        Document changed = page(author.get(next + "&version=2&" + form("2")));
        assertThat(written(changed)).contains("version: 2", "need: 2");
        assertThat(changed.select("#need").val()).isEqualTo("2");
        String shipped = page(author.get(DRAFTS + "/new?of=first-item")).text();
        assertThat(shipped).contains("这份文档写了表单里没有的内容");
    }
}
