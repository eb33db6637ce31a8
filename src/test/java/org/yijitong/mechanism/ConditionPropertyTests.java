package org.yijitong.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.ProductTest;
import org.yijitong.shared.Db;

/** A condition means the same in Java, for one fact, and in the database, for many. */
@ProductTest
class ConditionPropertyTests {
    private static final int CASES = 4_000;

    private record Case(int id, Map<String, Object> fields, List<Condition> conditions) {}

    private record Row(int id, Map<String, Object> fields, Map<String, Object> required, List<Compiled.Test> tests) {
        static Row of(Case one) {
            Compiled compiled = Compiled.of(one.conditions());
            return new Row(one.id(), one.fields(), compiled.required(), compiled.tests());
        }
    }

    @Autowired
    Db db;

    @Test
    void javaAndTheDatabaseAgree() {
        long seed = Long.getLong("yijitong.seed", System.nanoTime());
        List<Case> cases = cases(new Random(seed));
        List<Integer> held = cases.stream()
                .filter(each -> each.conditions().stream().allMatch(one -> one.holds(each.fields())))
                .map(Case::id)
                .toList();
        List<Integer> found = db.global("""
                        SELECT id FROM jsonb_to_recordset(:cases::jsonb)
                            AS r(id int, fields jsonb, required jsonb, tests jsonb)
                        WHERE fields @> required AND fields @@ mechanism.path(tests) ORDER BY id
                        """)
                .rows("cases", cases.stream().map(Row::of).toList())
                .list(Integer.class);
        assertThat(found).as("-Dyijitong.seed=%s", seed).isEqualTo(held);
        assertThat(held.size()).as("some hold, some do not").isBetween(CASES / 10, CASES * 9 / 10);
    }

    /** No two equalities on one field: a document with them is refused. */
    private static List<Case> cases(Random random) {
        return IntStream.range(0, CASES)
                .mapToObj(id -> {
                    Map<FactField, Condition> exact = new HashMap<>();
                    List<Condition> conditions = IntStream.range(0, random.nextInt(4))
                            .mapToObj(each -> condition(random))
                            .filter(each -> each.test() != Condition.Test.EQUALS
                                    || exact.putIfAbsent(each.field(), each) == null)
                            .toList();
                    return new Case(id, fields(random), conditions);
                })
                .toList();
    }

    private static Condition condition(Random random) {
        FactField field = ProbeFacts.KIND.fields().get(random.nextInt(5));
        return switch (field.type()) {
            case FLAG -> new Condition(field, Condition.Test.EQUALS, List.of("true"));
            case NUMBER ->
                new Condition(
                        field,
                        one(random, Condition.Test.EQUALS, Condition.Test.MIN, Condition.Test.MAX),
                        List.of(number(random).toPlainString()));
            case CHOICE -> several(random, field, Condition.Test.EQUALS);
            case CHOICES -> several(random, field, Condition.Test.CONTAINS);
            case TEXT ->
                new Condition(
                        field,
                        one(random, Condition.Test.EQUALS, Condition.Test.CONTAINS),
                        List.of(one(random, "学", "学习", "“引号”", "%_\\", "ab")));
        };
    }

    private static Condition several(Random random, FactField field, Condition.Test single) {
        if (random.nextBoolean()) {
            return new Condition(field, single, List.of(one(random, field.values())));
        }
        return new Condition(field, Condition.Test.ONE_OF, some(random, field.values()));
    }

    private static Map<String, Object> fields(Random random) {
        Map<String, Object> fields = new HashMap<>();
        for (FactField field : ProbeFacts.KIND.fields()) {
            if (random.nextInt(5) > 0) {
                fields.put(field.name(), value(random, field));
            }
        }
        return fields;
    }

    private static Object value(Random random, FactField field) {
        return switch (field.type()) {
            case FLAG -> true;
            case NUMBER -> random.nextBoolean() ? number(random) : (Object) random.nextInt(4);
            case CHOICE -> one(random, field.values());
            case CHOICES -> some(random, field.values());
            case TEXT -> one(random, "学", "学习", "深入学习“引号”", "100%_\\", "xaby", "");
        };
    }

    private static BigDecimal number(Random random) {
        return new BigDecimal(one(random, "0", "1", "1.0", "1.50", "2", "2.25", "3.00"));
    }

    private static List<String> some(Random random, List<String> values) {
        List<String> some = values.stream().filter(each -> random.nextBoolean()).toList();
        return some.isEmpty() ? values.subList(0, 1) : some;
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
