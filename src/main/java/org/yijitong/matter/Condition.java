package org.yijitong.matter;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Step;
import org.yijitong.mechanism.Duty;
import org.yijitong.shared.InLanguage;
import org.yijitong.shared.Invalid;

/**
 * What must hold of the numbers of a step before it can be taken, such as how many were there (到会人数) and how many agreed.
 *
 * @param field the last field of it, at which it is said when it does not hold
 * @param says what is wrong then
 * @param basis the rule that says so
 */
public record Condition(Formula that, String field, Duty.Name says, Duty.Basis basis) {

    /** @throws Invalid of the field of each condition of a step that does not hold */
    static void require(Step step, Map<String, String> answers) {
        if (step.checks().isEmpty()) {
            return;
        }
        Map<String, BigDecimal> numbers = new HashMap<>();
        step.fields().stream()
                .filter(field -> field.type() == Field.Type.NUMBER && answers.containsKey(field.id()))
                .forEach(field -> numbers.put(field.id(), new BigDecimal(answers.getOrDefault(field.id(), "0"))));
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        step.checks().stream()
                .filter(check -> !check.that().holds(numbers))
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
