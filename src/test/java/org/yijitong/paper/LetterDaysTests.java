package org.yijitong.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.OverviewDesk;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;

/** A letter of introduction holds for three months at most, and is no longer given once its last day has passed. */
class LetterDaysTests extends OverviewDesk {
    private static final String FORM = "membership-transfer.introduction";

    @Autowired
    private Matters matters;

    private String asked() {
        Scope branch =
                new Scope(UUID.randomUUID(), made.unit().unitId(), made.third().value());
        Map<String, String> answers = Map.of(
                "member",
                made.person("陆知行").toString(),
                "to-committee",
                "省档案中心机关党委",
                "to-branch",
                "省档案中心第二党支部",
                "paid",
                "2026 年 11 月");
        OrganizationId committee = new OrganizationId(made.scope().top());
        MatterId id = matters.begin(
                branch,
                made.third(),
                new Beginning("membership-transfer", "转出", null, answers, Map.of("committee", committee)));
        return base + "/matters/" + id;
    }

    private MvcTestResult issued(String matter, LocalDate until) {
        String revision =
                page(officer.get(matter)).select("input[name=revision]").attr("value");
        return officer.post(
                matter + "/steps",
                "key",
                UUID.randomUUID().toString(),
                "revision",
                revision,
                "step",
                "issue",
                "issue-letter",
                "0042",
                "issue-valid-to",
                until.toString());
    }

    @Test
    void itHoldsForThreeMonthsAtMost() {
        String matter = asked();
        MvcTestResult late = issued(matter, today.plusMonths(3).plusDays(1));
        assertThat(status(late)).isEqualTo(422);
        assertThat(page(late).select("#issue-valid-to-e").text()).contains("有效期最长 3 个月，从开具那天算", "各地关于党员组织关系介绍信有效期的规定");
        assertThat(page(late).select("#issue-letter").text())
                .as("what was typed stays")
                .isEqualTo("0042");
        MvcTestResult past = issued(matter, today.minusDays(1));
        assertThat(status(past)).isEqualTo(422);
        assertThat(page(past).select("#issue-valid-to-e").text()).contains("不能早于开具那天");
        assertThat(status(issued(matter, today.plusMonths(3)))).isEqualTo(303);
        assertThat(page(officer.get(matter)).select("a[href$=" + FORM + "]")).hasSize(1);
    }

    @Test
    void afterItsLastDayThePageSaysSoAndTheLetterIsRefused() {
        String matter = asked();
        LocalDate last = today.plusDays(5);
        assertThat(status(issued(matter, last))).isEqualTo(303);
        String letter = matter + "/papers/" + FORM;
        at(last, reader -> {
            assertThat(page(reader.get(matter)).select("a[href$=" + FORM + "]")).hasSize(1);
            assertThat(status(reader.get(letter))).isEqualTo(200);
        });
        at(last.plusDays(1), reader -> {
            assertThat(page(reader.get(matter)).select("a[href$=" + FORM + "]")).isEmpty();
            assertThat(page(reader.get(matter)).select("aside").text()).contains("已经过了，不能再用，要重新开");
            assertThat(status(reader.get(letter))).isEqualTo(409);
            assertThat(status(reader.get(letter + "/paper.docx"))).isEqualTo(409);
            assertThat(status(reader.post(letter + "/disclosure", "because", "核对")))
                    .isEqualTo(409);
        });
    }

    /** As an officer who signs in on another day. */
    private void at(LocalDate day, java.util.function.Consumer<Browser> work) {
        Moment.at(
                day.atTime(10, 0).atZone(Days.SHANGHAI).toInstant(),
                new Random(day.toEpochDay()),
                () -> work.accept(
                        as("officer", made.unit().unitId(), made.unit().rootId())));
    }
}
