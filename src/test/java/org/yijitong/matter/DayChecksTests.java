package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
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

/** Days are compared with each other and with the day of acting: an opinion comes before the decision. */
class DayChecksTests extends MatterDesk {
    @Autowired
    MessageSource messages;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            valid-to <= today + 3 months     | 2026-02-28 | true
            valid-to <= today + 3 months     | 2026-03-01 | false
            valid-to<=today + 3 months       | 2026-02-28 | true
            valid-to > today                 | 2025-11-30 | false
            valid-to >= today                | 2025-11-30 | true
            valid-to - 10 days < today       | 2025-12-09 | true
            valid-to - 10 days < today       | 2025-12-10 | false
            today + 90 days = valid-to       | 2026-02-28 | true
            asked < valid-to                 | 2025-11-02 | true
            asked < valid-to                 | 2025-11-01 | false
            unasked < valid-to               | 2025-11-01 | true
            """)
    void aComparisonHoldsOrNot(String written, LocalDate validTo, boolean holds) {
        Map<String, LocalDate> days = Map.of(
                "valid-to", validTo, "asked", LocalDate.of(2025, 11, 1), DayFormula.TODAY, LocalDate.of(2025, 11, 30));
        assertThat(DayFormula.read(written).orElseThrow().holds(new Comparison.Answered(Map.of(), days)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "valid-to",
                "today <= today + 3 months",
                "valid-to <= 3 months",
                "valid-to <= today + 3",
                "valid-to <= today + 3 weeks",
                "valid-to <= today + 1000 days",
                "valid-to <= today + 3 months + 1 days",
                "valid-to < asked < today",
                "VALID <= today"
            })
    void whatIsNoComparisonOfDaysIsNotRead(String written) {
        assertThat(DayFormula.read(written)).isEmpty();
    }

    @Test
    void aCheckIsAskedForBeforeTheDecisionAndItsOpinionIsGivenBeforeIt() {
        for (LocalDate decision : List.of(today.minusDays(1), today)) {
            assertThatThrownBy(() -> begun(decision))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            late -> assertThat(said(late, "decision")).isEqualTo("把关要在作决定那天以前提请。"));
        }
        MatterId id = begun(today.plusDays(3));
        act(secretary, id, "opinion", Map.of("view", "agree", "reasons", "实在", "met", today.toString()), Map.of());
        act(office, id, "agree", Map.of("reasons-above", "同意"), Map.of());
        act(secretary, id, "read", Map.of(), Map.of());
        assertThat(matters.find(office, id).dueOn()).isEqualTo(today.plusDays(3));
        assertThat(refused(id, today.plusDays(3))).isEqualTo("意见要在作决定那天以前送出。");
        assertThat(refused(id, today.plusDays(2))).isEqualTo("送出的日子还没有到。");
        assertThat(matters.find(office, id).state()).isEqualTo("given");
        act(office, id, "give", given(today), Map.of());
        assertThat(matters.find(office, id).state()).isEqualTo("closed");
    }

    private String refused(MatterId id, LocalDate on) {
        try {
            act(office, id, "give", given(on), Map.of());
        } catch (Invalid invalid) {
            return said(invalid, "given-on");
        }
        throw new AssertionError("taken on " + on);
    }

    private static Map<String, String> given(LocalDate on) {
        return Map.of("given-to", "人事处", "given-on", on.toString());
    }

    private MatterId begun(LocalDate decision) {
        Map<String, String> answers = new HashMap<>();
        answers.put("person", made.person("陆知行").toString());
        answers.put("what", "评先评优");
        answers.put("decision", decision.toString());
        return matters.begin(
                office,
                top,
                new Beginning("political-check", "评先评优", "honour", answers, Map.of("branch", made.third())));
    }

    private String said(Invalid invalid, String field) {
        assertThat(invalid.faults()).containsOnlyKeys(field);
        Invalid.Fault fault = Objects.requireNonNull(invalid.faults().get(field));
        return new Words(messages, Language.ZH_HANS)
                .t(fault.messageKey(), fault.arguments().toArray());
    }
}
