package org.yijitong.mechanism.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Duty;

/**
 * Duties that set each other off without end: whoever meets the one owes the next, and at last the first one again. Held
 * to be so when all that a duty counts sets the other off; when only some of it does, it can be met without.
 */
public final class Cycles {
    private Cycles() {}

    /**
     * The shortest way from one of some duties over others back to itself.
     *
     * @param others duties it may lead over beside them
     * @return each duty of the way, the first one again at its end; empty when there is none
     */
    public static List<Duty> of(List<Duty> duties, List<Duty> others) {
        List<Duty> all = Stream.concat(duties.stream(), others.stream()).toList();
        return duties.stream()
                .flatMap(duty -> back(duty, all).stream())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<List<Duty>> back(Duty first, List<Duty> all) {
        Map<Duty, Duty> before = new HashMap<>();
        Deque<Duty> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            Duty duty = next.remove();
            for (Duty set : all) {
                boolean self = duty.equals(set);
                if (!self && setsOff(duty, set) && before.putIfAbsent(set, duty) == null) {
                    if (set.equals(first)) {
                        return Optional.of(way(first, before));
                    }
                    next.add(set);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Duty> way(Duty first, Map<Duty, Duty> before) {
        List<Duty> way = new ArrayList<>(List.of(first));
        @Nullable Duty duty = before.get(first);
        while (duty != null && !duty.equals(first)) {
            way.add(duty);
            duty = before.get(duty);
        }
        way.add(first);
        return way.reversed();
    }

    private static boolean setsOff(Duty done, Duty other) {
        Duty.Trigger trigger = other.trigger();
        return trigger != null
                && trigger.fact().equals(done.fact())
                && new HashSet<>(done.counts()).containsAll(trigger.conditions());
    }
}
