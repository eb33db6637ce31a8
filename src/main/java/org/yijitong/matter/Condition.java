package org.yijitong.matter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.matter.Flow.Step;
import org.yijitong.mechanism.Duty;
import org.yijitong.shared.InLanguage;
import org.yijitong.shared.Invalid;

/**
 * What must hold of the numbers and days of a step before it can be taken, such as how many were there (到会人数) and how many
 * agreed, or that a letter is valid for three months at most.
 *
 * @param field the last field of the step in it, at which it is said when it does not hold
 * @param says what is wrong then
 * @param basis the rule that says so
 */
public record Condition(Comparison that, String field, Duty.Name says, Duty.Basis basis) {

    /** @throws Invalid of the field of each condition of a step that does not hold */
    static void require(Step step, Map<String, String> answers, Known known, LocalDate today) {
        if (step.checks().isEmpty()) {
            return;
        }
        Comparison.Answered answered = Comparison.Answered.of(step.fields(), answers, known, today);
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        step.checks().stream()
                .filter(check -> !check.that().holds(answered))
                .forEach(check -> faults.putIfAbsent(check.field(), check.fault()));
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private Invalid.Fault fault() {
        InLanguage words = says::in;
        String rule = basis.regulation() + basis.article();
        return rule.isEmpty()
                ? new Invalid.Fault("matter.invalid.check", List.of(words))
                : new Invalid.Fault("matter.invalid.check.rule", List.of(words, rule));
    }
}
