package org.yijitong.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.Archives;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.RecordLine;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.overview.OverviewDesk;

/** Several past months are caught up on with one save; what is planned stands at what is due. */
class ArrearsPagesTests extends OverviewDesk {
    @Autowired
    Archives archives;

    private String arrears() {
        return third + "/arrears";
    }

    private List<RecordLine> records() {
        return archives.page(made.branch(), RecordFilter.ALL, "", 100).lines();
    }

    /** The lines of the page, those of some duties with a day and what else they ask. */
    private static String[] filled(Document form, String key, String duty, int most, LocalDate... wrong) {
        List<String> fields = new ArrayList<>(List.of("key", key));
        int chosen = 0;
        for (Element line : form.select("#lines > li")) {
            boolean fill = line.select("h3").text().startsWith(duty) && chosen < most;
            String day = line.select("[name=day]").attr("min");
            if (fill && chosen < wrong.length) {
                day = wrong[chosen].toString();
            }
            chosen += fill ? 1 : 0;
            fields.addAll(List.of("obligation", line.select("[name=obligation]").val(), "day", fill ? day : ""));
            fields.addAll(List.of("theme", fill ? "学习全会精神" : "", "words", fill ? "谈了数据共享" : ""));
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void aFaultInOneLineStandsAtThatLineAndNothingIsSaved() {
        int before = records().size();
        Document form = page(secretary.get(arrears()));
        assertThat(form.select("h1").text()).matches("前几个月还有 \\d+ 件没记");
        MvcTestResult answer = secretary.post(arrears(), filled(form, "wrong", "", 2, missed.minusYears(3)));
        assertThat(status(answer)).isEqualTo(422);
        Document again = page(answer);
        String first = form.select("#lines [name=obligation]").getFirst().val();
        assertThat(again.select(".errors a").eachAttr("href")).containsExactly("#day-" + first);
        assertThat(again.select("#day-" + first + "-e").text()).startsWith("要在");
        assertThat(again.select("#lines [name=day]").eachAttr("value").get(1)).isNotEmpty();
        assertThat(records()).hasSize(before);
        assertThat(status(secretary.post(arrears(), "key", "nothing"))).isEqualTo(422);
        assertThat(status(secretary.post(arrears(), "key", "garbage", "obligation", "x", "day", "2026-01-01")))
                .isEqualTo(409);
    }

    @Test
    void severalMonthsAreSavedAtOnceEachMarkedLate() {
        int before = records().size();
        Document home = page(secretary.get("/"));
        assertThat(home.select("a[href=" + arrears() + "]")).hasSize(1);
        Document form = page(secretary.get(arrears()));
        String[] fields = filled(form, "several", "", 3);
        assertThat(location(secretary.post(arrears(), fields))).isEqualTo(arrears());
        assertThat(status(secretary.post(arrears(), fields))).isEqualTo(303);
        assertThat(records()).hasSize(before + 3);
        assertThat(records().stream().filter(RecordLine::late).count()).isGreaterThanOrEqualTo(3);
        Document after = page(secretary.get(arrears()));
        assertThat(after.select("#lines [name=obligation]").eachAttr("value"))
                .doesNotContainAnyElementsOf(form.select("#lines [name=obligation]")
                        .eachAttr("value")
                        .subList(0, 3));
        fields[1] = "several-again";
        assertThat(status(secretary.post(arrears(), fields))).isEqualTo(409);
        assertThat(records()).hasSize(before + 3);
    }

    @Test
    void onlyThoseWhoMayRecordCatchUp() {
        Made elsewhere = sample.make();
        Browser stranger = as("secretary", elsewhere.unit().unitId(), elsewhere.third());
        Browser member = as("member", made.unit().unitId(), made.third());
        for (Browser each : List.of(stranger, member)) {
            assertThat(status(each.get(arrears()))).isEqualTo(404);
            assertThat(status(each.post(arrears(), "key", "k"))).isEqualTo(404);
        }
        assertThat(page(officer.get(arrears())).select("#lines h3").eachText())
                .noneMatch(name -> name.startsWith("样例谈心"));
    }

    @Test
    void whatIsDueIsPlannedAndSaysSo() {
        Document home = page(secretary.get("/"));
        Element due = home.select(".due > li").stream()
                .filter(row -> row.select(".meta a").text().startsWith("安排"))
                .findFirst()
                .orElseThrow();
        String planning = due.select(".meta a").attr("href");
        Document form = page(secretary.get(planning));
        String kind = form.select("[name=kinds][checked]").val();
        assertThat(planning).endsWith("kind=" + kind);
        MvcTestResult planned = secretary.post(
                third + "/plans",
                "key",
                "due",
                "kinds",
                kind,
                "day",
                today.toString(),
                "again",
                "",
                "place",
                "",
                "theme",
                "",
                "items",
                "");
        Document after = page(secretary.get("/"));
        assertThat(after.select(".meta a[href=" + location(planned) + "]").text())
                .startsWith("已安排在");
        assertThat(after.select("#h-plans")).hasSize(1);
    }
}
