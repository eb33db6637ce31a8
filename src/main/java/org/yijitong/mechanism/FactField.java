package org.yijitong.mechanism;

import java.util.Collection;
import java.util.List;

/**
 * One field of a kind of fact. Its label is the message {@code fact.<kind>.<field>}, that of a value
 * {@code fact.<kind>.<field>.<value>}, in the bundle of the module that declares it.
 *
 * @param name in lower case with underscores
 * @param values all that it may be, for a choice or choices; else empty
 */
public record FactField(String name, Type type, List<String> values) {
    /** What a field may hold. */
    public enum Type {
        /** True, or absent. */
        FLAG,
        /** A number with up to two decimals. */
        NUMBER,
        /** One of the values. */
        CHOICE,
        /** Any of the values, several at once. */
        CHOICES,
        /** Free text. */
        TEXT
    }

    public static FactField flag(String name) {
        return new FactField(name, Type.FLAG, List.of());
    }

    public static FactField number(String name) {
        return new FactField(name, Type.NUMBER, List.of());
    }

    public static FactField text(String name) {
        return new FactField(name, Type.TEXT, List.of());
    }

    public static FactField choice(String name, List<String> values) {
        return new FactField(name, Type.CHOICE, List.copyOf(values));
    }

    public static FactField choices(String name, List<String> values) {
        return new FactField(name, Type.CHOICES, List.copyOf(values));
    }

    /** Whether it may hold a value. */
    public boolean admits(Object value) {
        return switch (type) {
            case FLAG -> value instanceof Boolean;
            case NUMBER -> value instanceof Number;
            case CHOICE -> value instanceof String && values.contains(value);
            case CHOICES -> value instanceof Collection<?> several && values.containsAll(several);
            case TEXT -> value instanceof String;
        };
    }
}
