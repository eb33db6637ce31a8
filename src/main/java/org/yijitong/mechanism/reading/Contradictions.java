package org.yijitong.mechanism.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Condition.Test;
import org.yijitong.mechanism.FactField;
import org.yijitong.yaml.Faults;

/** Finds two conditions on one field that no fact can meet at once. */
final class Contradictions {
    private record Placed(Condition condition, int line) {}

    private final Faults faults;
    private final List<Placed> before = new ArrayList<>();

    Contradictions(Faults faults) {
        this.faults = faults;
    }

    void add(Node node, Condition condition) {
        before.stream()
                .filter(placed -> placed.condition().field().equals(condition.field()))
                .filter(placed -> exclude(placed.condition(), condition))
                .findFirst()
                .ifPresent(placed -> faults.at(node, "mechanism.fault.never", placed.line()));
        before.add(new Placed(condition, node.getStartMark().getLine() + 1));
    }

    private static boolean exclude(Condition one, Condition other) {
        return switch (one.field().type()) {
            case NUMBER -> least(one).max(least(other)).compareTo(most(one).min(most(other))) > 0;
            case CHOICE -> Collections.disjoint(one.values(), other.values());
            case TEXT -> excludeText(one, other);
            case FLAG, CHOICES -> false;
        };
    }

    private static boolean excludeText(Condition one, Condition other) {
        if (one.test() == Test.EQUALS && other.test() == Test.EQUALS) {
            return !one.values().equals(other.values());
        }
        return (one.test() == Test.EQUALS && !other.holds(fields(one)))
                || (other.test() == Test.EQUALS && !one.holds(fields(other)));
    }

    private static Map<String, Object> fields(Condition exact) {
        FactField field = exact.field();
        return Map.of(field.name(), exact.values().getFirst());
    }

    private static BigDecimal least(Condition condition) {
        return condition.test() == Test.MAX
                ? BigDecimal.ZERO
                : new BigDecimal(condition.values().getFirst());
    }

    private static BigDecimal most(Condition condition) {
        return condition.test() == Test.MIN
                ? BigDecimal.TEN.pow(12)
                : new BigDecimal(condition.values().getFirst());
    }
}
