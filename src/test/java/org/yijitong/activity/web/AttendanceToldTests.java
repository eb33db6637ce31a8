package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.TestDatabase;
import org.yijitong.overview.OverviewDesk;

/** Attendance of which a ledger tells only the numbers: kept, shown and counted as numbers, never as people. */
class AttendanceToldTests extends OverviewDesk {
    @Autowired
    private JdbcClient jdbc;

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String brought(String... lines) {
        byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        String year = String.valueOf(today.getYear());
        return location(secretary.upload(third + "/ledgers", "台账.csv", file, "key", key(), "year", year));
    }

    /** Writes a ledger of one meeting down; the address of its record. */
    private String written(String... lines) {
        String ledger = brought(lines);
        secretary.post(ledger + "/application", "key", key());
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> page(secretary.get(ledger)).select("progress").isEmpty());
        String imported = page(secretary.get(ledger))
                .select("main a[href*=/ledger-imports/]")
                .attr("href");
        return page(secretary.get(imported)).select("ol.rec a").attr("href");
    }

    private static String line(Document ledger, String word) {
        return ledger.select("tbody tr").stream()
                .filter(row -> row.text().contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ledger.text()))
                .text();
    }

    /** What the ledger of duties was told of a record. */
    private String told(String record) throws SQLException {
        String id = record.substring(record.lastIndexOf('/') + 1);
        try (Connection connection = TestDatabase.administrator(jdbc.sql("SELECT current_database()")
                        .query(String.class)
                        .single());
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT (fields ->> 'expected') || ' ' || (fields ->> 'present') || ' ' ||
                               (fields ->> 'present_share')
                        FROM ledger.facts f WHERE source_id = '%s' AND NOT EXISTS (
                            SELECT FROM ledger.retractions r WHERE r.fact_id = f.fact_id)
                        """.formatted(id))) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void numbersAloneAreKeptShownAndCountedAsNumbers() throws SQLException {
        LocalDate day = missed.plusDays(5);
        String record = written("日期,类型,内容,出席情况", day + ",党员大会,只有人数的会,应到12人，实到10人");
        assertThat(page(secretary.get(record)).select("main").text()).contains("应到 12 人，实到 10 人（只有人数）");
        assertThat(page(secretary.get(third + "/records?q=只有人数")).text()).contains("应到 12 人，实到 10 人");
        assertThat(told(record)).isEqualTo("12 10 83");
        Document paper = page(secretary.get(third + "/papers/three-meetings?year=" + day.getYear()));
        assertThat(line(paper, "只有人数的会")).endsWith(" 12 10");
        String api = "/api/v1" + record;
        assertThat(text(asked("secretary", made.unit().unitId(), made.third(), api)))
                .contains("\"told\":{\"expected\":12,\"present\":10}", "\"absences\":[]");
    }

    @Test
    void aCorrectionKeepsThemUntilSomebodyIsNamed() throws SQLException {
        LocalDate day = missed.plusDays(6);
        String record = written("日期,类型,内容,应到,实到", day + ",党课,更正后还在,15,11");
        Document form = page(secretary.get(record + "/correction"));
        assertThat(form.select("#told").text()).contains("应到 15 人，实到 11 人");
        List<String> fields = new ArrayList<>(Arrays.asList(
                "kinds", "lesson", "day", day.toString(), "minutes", "补的一句", "reason", "补一句", "first", "none"));
        fields.addAll(List.of("toldExpected", "15", "toldPresent", "11"));
        assertThat(status(corrected(record, "1", fields))).isEqualTo(303);
        assertThat(page(secretary.get(record)).select("main").text()).contains("应到 15 人，实到 11 人（只有人数）");
        fields.addAll(List.of("absent", made.person("沈南乔").toString()));
        assertThat(status(corrected(record, "2", fields))).isEqualTo(303);
        assertThat(page(secretary.get(record)).select("main").text())
                .contains("沈南乔", "应到 9 人，实到 8 人")
                .doesNotContain("只有人数");
        assertThat(told(record)).isEqualTo("9 8 88");
        fields.removeLast();
        fields.removeLast();
        fields.set(fields.indexOf("15"), "3");
        MvcTestResult wrong = corrected(record, "3", fields);
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(page(wrong).select("main").text()).contains("实到不多于应到");
    }

    private MvcTestResult corrected(String record, String revision, List<String> fields) {
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("key", key(), "revision", revision));
        return secretary.post(record + "/correction", all.toArray(String[]::new));
    }

    @Test
    void whatDoesNotAgreeIsSaidBesideTheLine() {
        String head = "日期,类型,内容,出席情况,缺席人员";
        LocalDate day = missed.minusMonths(1);
        Document shown = page(secretary.get(brought(
                head,
                day + ",党课,对得上,应到9人实到8人,沈南乔",
                day.plusDays(1) + ",党课,名字少了,应到9人实到6人,沈南乔",
                day.plusDays(2) + ",党课,多来了,应到9人实到12人,",
                day.plusDays(3) + ",党课,没有应到,实到7人,",
                day.plusDays(4) + ",党课,没写是谁,9/7,",
                day.plusDays(5) + ",党课,都到了,应到9人实到9人,")));
        assertThat(line(shown, "对得上")).doesNotContain("人数", "差 ");
        assertThat(line(shown, "名字少了")).contains("差 3 人，写了名字的是 1 人：按名字算");
        assertThat(line(shown, "多来了")).contains("实到多于应到，人数没有记下");
        assertThat(line(shown, "没有应到")).contains("实到 7 人，没有应到");
        assertThat(line(shown, "没写是谁")).contains("差 2 人，没写是谁");
        assertThat(line(shown, "都到了")).doesNotContain("人数", "差 ");
        assertThat(shown.select("form[action$=/answers]"))
                .as("a number is nobody")
                .isEmpty();
    }
}
