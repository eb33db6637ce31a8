package org.yijitong.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yijitong.matter.Flow.Field;

/** What must hold before a step can be taken: of numbers, or of days. */
public sealed interface Comparison permits Formula, DayFormula {
    /** The fields in it. */
    Set<String> fields();

    /** What all of its fields are: {@code NUMBER} or {@code DAY}. */
    Field.Type type();

    /** Whether it is so. */
    boolean holds(Answered answered);

    /** Whether what was compared stands as the sign between says. */
    static boolean is(int order, String sign) {
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }

    /**
     * What is known when a step is taken.
     *
     * @param numbers that the step asked
     * @param days that the step asked, or that were answered before; with today
     */
    record Answered(Map<String, BigDecimal> numbers, Map<String, LocalDate> days) {
        static Answered of(List<Field> fields, Map<String, String> answers, Known known, LocalDate today) {
            Map<String, BigDecimal> numbers = new HashMap<>();
            fields.stream()
                    .filter(field -> field.type() == Field.Type.NUMBER && answers.containsKey(field.id()))
                    .forEach(field -> numbers.put(field.id(), new BigDecimal(answers.getOrDefault(field.id(), "0"))));
            Map<String, LocalDate> days = new HashMap<>(known.days());
            days.putAll(Answers.days(fields, answers));
            days.put(DayFormula.TODAY, today);
            return new Answered(numbers, days);
        }
    }
}
