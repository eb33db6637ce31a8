package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A ledger that is stopped, or whose connection breaks, in the middle of being written leaves nothing behind. */
class BrokenOffLedgerTests extends LedgersUnderway {
    private String ledger(LocalDate day, String first, String second) {
        byte[] file = String.join("\n", "日期,类型,内容", day + ",支委会+党课," + first, day.plusDays(1) + ",主题党日," + second)
                .getBytes(StandardCharsets.UTF_8);
        String year = String.valueOf(today.getYear());
        return location(secretary.upload(third + "/ledgers", "去年.csv", file, "key", key(), "year", year));
    }

    private void write(String ledger) {
        assertThat(status(secretary.post(ledger + "/application", "key", key())))
                .isEqualTo(303);
    }

    /** Records, their words and what was logged of them. */
    private List<String> rows() throws SQLException {
        try (Connection connection = administrator()) {
            return ask(connection, """
                    SELECT 'records ' || count(*) FROM activity.records WHERE unit_id = '%1$s'
                    UNION ALL SELECT 'versions ' || count(*) FROM activity.versions WHERE unit_id = '%1$s'
                    UNION ALL SELECT 'words ' || count(*) FROM activity.record_tokens WHERE unit_id = '%1$s'
                    UNION ALL SELECT 'imports ' || count(*) FROM activity.ledger_imports WHERE unit_id = '%1$s'
                    UNION ALL SELECT 'facts ' || count(*) FROM ledger.facts WHERE unit_id = '%1$s'
                    UNION ALL SELECT 'log ' || count(*) FROM audit.entries WHERE unit_id = '%1$s'
                        AND action IN ('record.made', 'records.imported')
                    """.formatted(made.unit().unitId()));
        }
    }

    @Test
    void brokenOffItLeavesNothingAndIsWrittenWholeAfterwards() throws SQLException {
        List<String> rows = rows();
        List<String> standings = standings();
        String ledger = ledger(missed.plusDays(3), "断开甲", "断开乙");
        halfway(() -> write(ledger), "pg_terminate_backend(pid)::text", () -> settled(secretary, ledger));
        Document broken = settled(secretary, ledger);
        assertThat(broken.select("h1").text()).contains("没有写成，一条也没有写入");
        assertThat(rows()).isEqualTo(rows);
        assertThat(standings()).isEqualTo(standings);
        write(ledger);
        assertThat(settled(secretary, ledger).select("h1").text()).isEqualTo("写入了 2 次");
        assertThat(standings()).isNotEqualTo(standings);
    }

    @Test
    void stoppedItLeavesNothing() throws SQLException {
        List<String> rows = rows();
        List<String> standings = standings();
        String ledger = ledger(missed.plusDays(6), "停写甲", "停写乙");
        halfway(() -> write(ledger), "pid::text", () -> secretary.post(ledger + "/cancellation", "key", key()));
        Document stopped = settled(secretary, ledger);
        assertThat(stopped.select("h1").text()).contains("停下了，一条也没有写入");
        assertThat(page(secretary.get(third + "/records?q=停写")).text()).doesNotContain("停写甲");
        assertThat(rows()).isEqualTo(rows);
        assertThat(standings()).isEqualTo(standings);
    }
}
