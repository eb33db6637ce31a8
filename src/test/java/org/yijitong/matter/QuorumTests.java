package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/** Votes of a meeting count only when enough were there and enough agreed, as the regulation says. */
class QuorumTests extends MatterDesk {
    @Autowired
    MessageSource messages;

    @Autowired
    Flows flows;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            present * 2 > entitled                  | 10 | 20 | false
            present * 2 > entitled                  | 11 | 20 | true
            present * 5 >= entitled * 4             | 16 | 20 | true
            present * 5 >= entitled * 4             | 15 | 20 | false
            (present + 1) * 2.5 = entitled * 2 - 5  | 13 | 20 | true
            entitled - present < 3                  | 18 | 20 | true
            entitled - present <= 1                 | 18 | 20 | false
            """)
    void aComparisonHoldsOrNot(String formula, BigDecimal present, BigDecimal entitled, boolean holds) {
        assertThat(Formula.read(formula).orElseThrow().holds(Map.of("present", present, "entitled", entitled)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "present",
                "present >",
                "1 < 2",
                "present => 2",
                "(present > 2",
                "present > 2)",
                "present / 2 > 1",
                "present > 2 > 1",
                "present ; 2",
                "2 present > 1",
                "present > entitled and 1",
                "PRESENT > 1"
            })
    void whatIsNoComparisonIsNotRead(String written) {
        assertThat(Formula.read(written)).isEmpty();
    }

    @Test
    void tooFewAtAnElectionAreRefusedWithTheRuleAndAnotherDayIsSet() {
        MatterId id = atTheMeeting();
        assertThatThrownBy(() -> act(secretary, id, "elect", elected("15"), Map.of()))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    Invalid.Fault fault =
                            Objects.requireNonNull(refused.faults().get("present"));
                    assertThat(refused.faults()).containsOnlyKeys("present");
                    assertThat(new Words(messages, Language.ZH_HANS)
                                    .t(fault.messageKey(), fault.arguments().toArray()))
                            .isEqualTo("有选举权的到会人数不到应到会人数的五分之四，会议无效（《中国共产党基层组织选举工作条例》关于到会人数的规定）。");
                    assertThat(new Words(messages, Language.EN)
                                    .t(fault.messageKey(), fault.arguments().toArray()))
                            .startsWith("Fewer than four fifths");
                });
        assertThatThrownBy(() -> act(secretary, id, "elect", elected("21"), Map.of()))
                .isInstanceOf(Invalid.class);
        assertThat(matters.find(office, id).state()).isEqualTo("meeting");
        act(
                secretary,
                id,
                "not-held",
                Map.of(
                        "why-not-held",
                        "应到 20，实到 15",
                        "meeting-by",
                        today.plusDays(20).toString()),
                Map.of());
        assertThat(matters.find(office, id).dueOn()).isEqualTo(today.plusDays(20));
        act(secretary, id, "elect", elected("16"), Map.of());
        assertThat(matters.find(office, id).state()).isEqualTo("results");
    }

    /** 细则: over half of those entitled are there, over half of them agree; opinions written before count with those there. */
    @ParameterizedTest
    @CsvSource({"10, 5, 5, false", "10, 6, 5, false", "10, 6, 6, true", "10, 6, 7, true", "10, 6, 11, false"})
    void aMemberIsTakenInByOverHalfOfThoseEntitled(
            BigDecimal entitled, BigDecimal present, BigDecimal favour, boolean taken) {
        Map<String, BigDecimal> told = Map.of("entitled", entitled, "present", present, "favour", favour);
        Flow flow = flows.newest("member-development", today).orElseThrow().flow();
        for (String step : List.of("meeting", "convert", "convert-late")) {
            List<Condition> checks = flow.steps()
                    .filter(each -> each.id().equals(step))
                    .findFirst()
                    .orElseThrow()
                    .checks();
            assertThat(checks).as(step).hasSize(3);
            assertThat(checks.stream().allMatch(each -> each.that().holds(new Comparison.Answered(told, Map.of()))))
                    .as(step)
                    .isEqualTo(taken);
        }
    }

    private static Map<String, String> elected(String present) {
        Map<String, String> answers = new HashMap<>();
        answers.put("held-on", "2026-11-28");
        answers.put("entitled", "20");
        answers.put("present", present);
        answers.put("counted", "都过半");
        answers.put("elected", "五名委员");
        return answers;
    }

    private MatterId atTheMeeting() {
        Map<String, String> begin = Map.of(
                "term-end",
                today.plusDays(60).toString(),
                "meeting-by",
                today.plusDays(40).toString());
        MatterId id = matters.begin(
                secretary, made.third(), new Beginning("re-election", "换届", null, begin, Map.of("superior", top)));
        act(secretary, id, "request", Map.of("plan", "一月开"), Map.of());
        act(office, id, "reply", Map.of("reply-number", "1 号"), Map.of());
        act(secretary, id, "nominate", Map.of("nominees-list", "六人", "how-found", "推荐"), Map.of());
        act(office, id, "approve-nominees", Map.of(), Map.of());
        return id;
    }
}
