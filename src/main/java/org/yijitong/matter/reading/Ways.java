package org.yijitong.matter.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.yaml.Worded;

/** The ways that matters can go through a flow. */
final class Ways {
    private final Flow flow;

    Ways(Flow flow) {
        this.flow = flow;
    }

    /** A way: the steps taken, one after the other. */
    record Way(List<Step> steps) {
        Way(Step only) {
            this(List.of(only));
        }

        Step last() {
            return steps.getLast();
        }

        Way and(Step next) {
            return new Way(Stream.concat(steps.stream(), Stream.of(next)).toList());
        }

        /** The names of its steps and of where it ends: 登记 → 交办 → 承办中. */
        Worded told(Flow flow) {
            return language -> Stream.concat(
                            steps.stream().map(step -> step.name().in(language)),
                            flow.state(last().to()).stream()
                                    .map(state -> state.name().in(language)))
                    .collect(Collectors.joining(" → "));
        }
    }

    /** The shortest way to every state that can be reached from some steps by steps that are allowed. */
    Map<String, Way> from(Collection<Step> starts, Predicate<Step> allowed) {
        Map<String, Way> ways = new HashMap<>();
        Deque<Way> open = new ArrayDeque<>();
        starts.stream().filter(allowed).map(Way::new).forEach(open::add);
        while (!open.isEmpty()) {
            Way way = open.remove();
            Optional<State> state = flow.state(way.last().to());
            if (state.isPresent() && ways.putIfAbsent(state.get().id(), way) == null) {
                state.get().steps().stream().filter(allowed).map(way::and).forEach(open::add);
            }
        }
        return ways;
    }

    /** From the beginning, by any steps. */
    Map<String, Way> all() {
        return from(List.of(flow.begin()), step -> true);
    }

    /** Where a course begins: the beginning, and every step that opens again what was closed. */
    List<Step> starts() {
        List<Step> starts = new ArrayList<>(List.of(flow.begin()));
        flow.states().stream()
                .filter(State::closed)
                .flatMap(state -> state.steps().stream())
                .filter(step -> flow.state(step.to()).filter(to -> !to.closed()).isPresent())
                .forEach(starts::add);
        return starts;
    }
}
