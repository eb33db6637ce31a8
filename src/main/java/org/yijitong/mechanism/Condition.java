package org.yijitong.mechanism;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One simple condition on a field of a fact. Simple on purpose: it can be explained, shows what is missing, and means the
 * same here and in SQL ({@code mechanism.path}).
 *
 * @param values what is asked: one value, or several for {@link Test#ONE_OF}; flags as {@code true}, numbers in digits
 */
public record Condition(FactField field, Test test, List<String> values) {
    /** How a field is compared. */
    public enum Test {
        /** The same. */
        EQUALS,
        /** One of several; for choices, at least one of them. */
        ONE_OF,
        /** At least. */
        MIN,
        /** At most. */
        MAX,
        /** Holds the value among its choices, or the words in its text. */
        CONTAINS
    }

    public Condition {
        values = List.copyOf(values);
    }

    /** Whether a fact with these fields meets it; an absent field meets nothing. */
    public boolean holds(Map<String, Object> fields) {
        Object found = fields.get(field.name());
        if (found == null) {
            return false;
        }
        return switch (test) {
            case EQUALS -> same(found);
            case ONE_OF ->
                found instanceof List<?> several
                        ? several.stream().anyMatch(values::contains)
                        : values.contains(found.toString());
            case MIN -> number(found).compareTo(wanted()) >= 0;
            case MAX -> number(found).compareTo(wanted()) <= 0;
            case CONTAINS ->
                found instanceof List<?> several
                        ? several.contains(values.getFirst())
                        : found.toString().contains(values.getFirst());
        };
    }

    private boolean same(Object found) {
        return field.type() == FactField.Type.NUMBER
                ? number(found).compareTo(wanted()) == 0
                : found.toString().equals(values.getFirst());
    }

    private BigDecimal wanted() {
        return new BigDecimal(values.getFirst());
    }

    /** The number a field holds. */
    public static BigDecimal number(@Nullable Object found) {
        return found == null ? BigDecimal.ZERO : new BigDecimal(found.toString());
    }
}
