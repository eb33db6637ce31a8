package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit.Made;

/** A ledger that was written down is a thing of its own: its records are known by it, and it is taken back as a whole. */
class ImportedLedgerTests extends LedgersUnderway {
    private LocalDate day = LocalDate.EPOCH;
    private List<String> before = List.of();

    @BeforeEach
    void nothingIsLeftOfOthers() throws SQLException {
        day = missed.plusDays(3);
        before = standings();
    }

    /** Writes two meetings down and opens what they became. */
    private String imported(Browser who, String first, String second) {
        byte[] file = String.join("\n", "日期,类型,内容", day + ",支委会+党课," + first, day.plusDays(1) + ",主题党日," + second)
                .getBytes(StandardCharsets.UTF_8);
        String year = String.valueOf(today.getYear());
        String ledger = location(who.upload(third + "/ledgers", "去年.csv", file, "key", key(), "year", year));
        assertThat(status(who.post(ledger + "/application", "key", key()))).isEqualTo(303);
        settled(who, ledger);
        return page(who.get(ledger)).select("main a[href*=/ledger-imports/]").attr("href");
    }

    private static MvcTestResult undo(Browser who, String ledger, String key) {
        return who.post(ledger + "/undoing", "key", key, "reason", "导错了一年");
    }

    private static String record(Document shown, String title) {
        return shown.select("ol.rec a:contains(" + title + ")").attr("href");
    }

    @Test
    void takenBackEverythingStandsAsBefore() throws SQLException {
        String ledger = imported(secretary, "整撤甲", "整撤乙");
        assertThat(standings()).isNotEqualTo(before);
        Document shown = page(secretary.get(ledger));
        assertThat(shown.select("h1").text()).isEqualTo("写入了 2 次，现在还有 2 次");
        assertThat(shown.select("main").text()).contains("去年.csv", "整撤甲", "整撤乙");
        assertThat(page(secretary.get(record(shown, "整撤甲"))).select("main").text())
                .contains("由台账“去年.csv”导入");
        String key = key();
        assertThat(status(undo(secretary, ledger, key))).isEqualTo(303);
        assertThat(status(undo(secretary, ledger, key))).as("a double click").isEqualTo(303);
        Document done = settled(secretary, ledger);
        assertThat(done.select("h1").text()).isEqualTo("整份撤回了 2 次");
        assertThat(done.select("main").text()).contains("导错了一年", "已整份撤回");
        assertThat(done.select("form[action$=/undoing]")).isEmpty();
        assertThat(standings()).isEqualTo(before);
        Document record = page(secretary.get(record(done, "整撤甲")));
        assertThat(record.select("main").text()).contains("已撤回", "导错了一年");
        assertThat(record.select(".tline li")).as("versions").hasSize(2);
        MvcTestResult again = undo(secretary, ledger, key());
        assertThat(status(again)).isEqualTo(409);
        assertThat(page(again).select(".notice").text()).contains("已经整份撤回了");
        assertThat(page(secretary.get(base + "/ledger-imports")).text()).contains("去年.csv", "已整份撤回");
        assertThat(page(secretary.get(third + "/records?q=整撤")).text()).doesNotContain("整撤甲");
        String anew = imported(secretary, "整撤甲", "整撤乙");
        assertThat(anew).isNotEqualTo(ledger);
        undo(secretary, anew, key());
        settled(secretary, anew);
        assertThat(standings()).isEqualTo(before);
    }

    @Test
    void aReasonIsAskedAndWhatWasTypedIsKept() {
        String ledger = imported(secretary, "缘由甲", "缘由乙");
        MvcTestResult blank = secretary.post(ledger + "/undoing", "key", key(), "reason", " ");
        assertThat(status(blank)).isEqualTo(422);
        assertThat(page(blank).select("#reason-e").text()).isNotBlank();
        String longest = "长".repeat(501);
        MvcTestResult tooLong = secretary.post(ledger + "/undoing", "key", key(), "reason", longest);
        assertThat(status(tooLong)).isEqualTo(422);
        assertThat(page(tooLong).select("#reason").val()).isEqualTo(longest);
        undo(secretary, ledger, key());
        settled(secretary, ledger);
    }

    @Test
    void whatWasTouchedSinceStandsInTheWayAndIsNamed() throws SQLException {
        String ledger = imported(secretary, "动过甲", "动过乙");
        Document shown = page(secretary.get(ledger));
        String changed = record(shown, "动过甲");
        String filed = record(shown, "动过乙");
        touch(changed, filed);
        MvcTestResult refused = undo(secretary, ledger, key());
        assertThat(status(refused)).isEqualTo(409);
        assertThat(page(refused).select(".notice").text()).contains("有 2 条", "动过甲", "动过乙");
        Document list = page(secretary.get(ledger));
        assertThat(list.select("ul.due").text()).contains("更正过", "加了附件");
        assertThat(list.select("form[action$=/undoing]")).isEmpty();
        secretary.post(changed + "/withdrawal", "key", key(), "revision", "2", "reason", "单独撤");
        secretary.post(filed + "/withdrawal", "key", key(), "revision", "1", "reason", "单独撤");
        assertThat(status(undo(secretary, ledger, key()))).isEqualTo(409);
        assertThat(page(secretary.get(ledger)).select("h1").text()).isEqualTo("写入了 2 次，现在还有 0 次");
        assertThat(standings()).isEqualTo(before);
    }

    /** One is corrected, the other gets a file. */
    private void touch(String changed, String filed) {
        String[] fields = {"revision", "1", "reason", "补一句", "kinds", "lesson", "day", day.toString(), "minutes", "动过甲"
        };
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("key", key(), "first", "none"));
        assertThat(status(secretary.post(changed + "/correction", all.toArray(String[]::new))))
                .isEqualTo(303);
        byte[] pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(status(secretary.upload(filed + "/attachments", "签到.pdf", pdf, "key", key())))
                .isEqualTo(303);
    }

    @Test
    void whatWasWithdrawnByHandIsLeftAsItIs() throws SQLException {
        String ledger = imported(secretary, "单撤甲", "单撤乙");
        String own = record(page(secretary.get(ledger)), "单撤甲");
        secretary.post(own + "/withdrawal", "key", key(), "revision", "1", "reason", "自己撤的");
        undo(secretary, ledger, key());
        assertThat(settled(secretary, ledger).select("h1").text()).isEqualTo("整份撤回了 1 次");
        assertThat(page(secretary.get(own)).select("main").text())
                .contains("自己撤的")
                .doesNotContain("导错了一年");
        assertThat(standings()).isEqualTo(before);
    }

    @Test
    void stoppedOrKilledInTheMiddleNothingIsTakenBack() throws SQLException {
        String ledger = imported(secretary, "停下甲", "停下乙");
        List<String> written = standings();
        halfway(
                () -> undo(secretary, ledger, key()),
                "pid::text",
                () -> secretary.post(ledger + "/cancellation", "key", key()));
        Document stopped = settled(secretary, ledger);
        assertThat(stopped.select(".notice").text()).contains("停下了，一条也没有撤回");
        assertThat(stopped.select("h1").text()).isEqualTo("写入了 2 次，现在还有 2 次");
        assertThat(standings()).isEqualTo(written);
        halfway(
                () -> undo(secretary, ledger, key()),
                "pg_terminate_backend(pid)::text",
                () -> settled(secretary, ledger));
        Document killed = settled(secretary, ledger);
        assertThat(killed.select(".notice").text()).contains("没有撤成");
        assertThat(standings()).isEqualTo(written);
        undo(secretary, ledger, key());
        assertThat(settled(secretary, ledger).select("h1").text()).isEqualTo("整份撤回了 2 次");
        assertThat(standings()).isEqualTo(before);
    }

    @Test
    void itIsSeenByThoseWhoReachAsFarAsWhoeverBroughtItIn() {
        String own = imported(secretary, "看得甲", "看得乙");
        Made elsewhere = sample.make();
        Browser stranger =
                as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        Browser neighbour = as("secretary", made.unit().unitId(), made.other());
        Browser member = as("member", made.unit().unitId(), made.third());
        String moved = "/units/" + elsewhere.unit().unitId() + own.substring(own.indexOf("/ledger-imports"));
        for (Browser other : new Browser[] {stranger, neighbour, member}) {
            assertThat(status(other.get(own))).isEqualTo(404);
            assertThat(status(undo(other, own, key()))).isEqualTo(404);
            assertThat(status(other.post(own + "/cancellation", "key", key()))).isEqualTo(404);
        }
        assertThat(status(stranger.get(moved))).isEqualTo(404);
        assertThat(status(secretary.get(base + "/ledger-imports/1-1-1-1-1"))).isEqualTo(404);
        assertThat(page(neighbour.get(base + "/ledger-imports")).text()).contains("还没有导入过台账");
        assertThat(page(officer.get(own)).select("h1").text()).contains("写入了 2 次");
        undo(officer, own, key());
        settled(officer, own);
        String whole = imported(officer, "全甲", "全乙");
        assertThat(status(secretary.get(whole))).isEqualTo(404);
        assertThat(page(secretary.get(record(page(officer.get(whole)), "全甲")))
                        .select("main")
                        .text())
                .doesNotContain("去年.csv");
        undo(officer, whole, key());
        settled(officer, whole);
    }
}
