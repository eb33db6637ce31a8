package org.yijitong.mechanism;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Conditions as the database reads them: a fact counts when its fields contain all that is required and meet the tests
 * ({@code fields @> required AND fields @@ mechanism.path(tests)}).
 */
record Compiled(Map<String, Object> required, List<Compiled.Test> tests) {
    /** One test of {@code mechanism.path}. */
    record Test(String field, String test, Object operand) {}

    static Compiled of(List<Condition> conditions) {
        Map<String, Object> required = new LinkedHashMap<>();
        List<Test> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            String field = condition.field().name();
            if (condition.test() == Condition.Test.EQUALS) {
                required.put(field, value(condition, condition.values().getFirst()));
            } else if (isMember(condition)) {
                required.merge(field, condition.values(), Compiled::both);
            } else {
                tests.add(new Test(field, condition.test().name().toLowerCase(Locale.ROOT), operand(condition)));
            }
        }
        return new Compiled(required, tests);
    }

    private static boolean isMember(Condition condition) {
        return condition.test() == Condition.Test.CONTAINS && condition.field().type() == FactField.Type.CHOICES;
    }

    private static Object both(Object one, Object other) {
        var all = new LinkedHashSet<Object>((Collection<?>) one);
        all.addAll((Collection<?>) other);
        return List.copyOf(all);
    }

    private static Object operand(Condition condition) {
        return condition.test() == Condition.Test.ONE_OF
                ? condition.values()
                : value(condition, condition.values().getFirst());
    }

    private static Object value(Condition condition, String written) {
        return switch (condition.field().type()) {
            case FLAG -> true;
            case NUMBER -> new BigDecimal(written);
            default -> written;
        };
    }
}
