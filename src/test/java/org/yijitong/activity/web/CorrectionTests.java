package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Correcting and withdrawing by form, and the page that keeps every version. */
class CorrectionTests extends RecordDesk {
    @Test
    void aCorrectionBeginsWithWhatIsThereAndKeepsTheOldVersion() {
        String address = saved("one", "first", "study", "theme", "学习条例", "minutes", "原来的话", "decision", "办这件事");
        Document form = page(secretary.get(address + "/correction"));
        assertThat(form.select("#minutes").text()).isEqualTo("原来的话");
        assertThat(form.select("#decision-0").attr("value")).isEqualTo("办这件事");
        assertThat(form.select("input[name=kinds][checked]").eachAttr("value")).containsExactly("general_meeting");
        MvcTestResult without = secretary.post(address + "/correction", fields("c1", "revision", "1"));
        assertThat(status(without)).isEqualTo(422);
        assertThat(page(without).select(".errors a").eachAttr("href")).containsExactly("#reason");
        MvcTestResult done = secretary.post(
                address + "/correction", fields("c2", "revision", "1", "minutes", "后来的话", "reason", "漏了一句"));
        assertThat(location(done)).isEqualTo(address + "/receipt");
        Document record = page(secretary.get(address));
        assertThat(record.text()).contains("后来的话", "漏了一句").doesNotContain("原来的话");
        assertThat(record.select(".tline li")).hasSize(2);
        Document old = page(secretary.get(address + "?revision=1"));
        assertThat(old.text()).contains("原来的话", "这是第 1 版", "学习条例");
        assertThat(old.select("a[href$=/correction]")).isEmpty();
    }

    @Test
    void whoComesSecondSeesWhatTheOtherWrote() {
        String address = saved("two", "minutes", "第一版") + "/correction";
        secretary.post(address, fields("t1", "revision", "1", "minutes", "甲写的", "reason", "甲"));
        MvcTestResult second = officer.post(address, fields("t2", "revision", "1", "minutes", "乙写的", "reason", "乙"));
        assertThat(status(second)).isEqualTo(409);
        Document form = page(second);
        assertThat(form.select(".errors").text()).contains("刚才被别人改过", "现在是“甲写的”，这次填的是“乙写的”");
        assertThat(form.select("#minutes").text()).isEqualTo("乙写的");
        assertThat(form.select("input[name=revision]").attr("value")).isEqualTo("2");
        assertThat(status(officer.post(address, fields("t3", "revision", "2", "minutes", "乙写的", "reason", "乙"))))
                .isEqualTo(303);
    }

    @Test
    void aWithdrawalAsksWhyAndLeavesTheRecordToRead() {
        String address = saved("three", "minutes", "撤回前的话");
        assertThat(page(secretary.get(address + "/withdrawal")).select("h1").text())
                .startsWith("撤回：党员大会");
        assertThat(status(secretary.post(address + "/withdrawal", "key", "w1", "revision", "1")))
                .isEqualTo(422);
        MvcTestResult done = secretary.post(address + "/withdrawal", "key", "w2", "revision", "1", "reason", "没有开成");
        assertThat(location(done)).isEqualTo(address);
        Document record = page(secretary.get(address));
        assertThat(record.text()).contains("已撤回", "没有开成", "撤回前的话");
        assertThat(record.select("a[href$=/correction]")).isEmpty();
        assertThat(status(secretary.get(address + "/correction"))).isEqualTo(409);
        assertThat(status(secretary.post(address + "/withdrawal", "key", "w3", "revision", "2", "reason", "再撤")))
                .isEqualTo(409);
        String query = "?q=%E6%92%A4%E5%9B%9E%E5%89%8D";
        assertThat(page(secretary.get(records + query)).select(".rec")).isEmpty();
    }

    @Test
    void theReaderFindsByKindAndDayAndWords() {
        saved("f1", "minutes", "冬季体检安排");
        saved("f2", "kinds", "lesson", "minutes", "书记讲党课");
        assertThat(names("?q=%E4%BD%93%E6%A3%80")).containsExactly("党员大会：冬季体检安排");
        assertThat(names("?kind=lesson&q=%E4%B9%A6%E8%AE%B0")).containsExactly("党员大会、党课：书记讲党课");
        assertThat(names("?to=2020-01-01")).isEmpty();
        assertThat(names("?kind=nonsense&from=never&after=__")).isNotEmpty();
    }

    private List<String> names(String query) {
        return page(member.get(records + query)).select(".rec h3").eachText();
    }

    @Test
    void membersReadTheirOwnBranchAndOthersNothing() {
        String address = saved("read", "minutes", "给本支部看");
        assertThat(status(member.get(address))).isEqualTo(200);
        assertThat(page(member.get(address)).select("a[href$=/correction]")).isEmpty();
        assertThat(status(member.get(address + "/correction"))).isEqualTo(404);
        assertThat(status(stranger.get(address))).isEqualTo(404);
        assertThat(status(secretary.get(base + "/records/not-an-id"))).isEqualTo(404);
    }
}
