package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Walks one matter through a flow as its document says, each step by somebody who holds the post whose turn it is. */
final class FlowWalker {
    private final Matters matters;
    private final Flow flow;
    private final FlowWorld world;
    private LocalDate today;

    FlowWalker(Matters matters, Flow flow, FlowWorld world, LocalDate today) {
        this.matters = matters;
        this.flow = flow;
        this.world = world;
        this.today = today;
    }

    /** From the beginning through a step to where nothing is due any more. */
    Matter through(Step step) {
        List<Step> way = new ArrayList<>();
        State from = flow.stateOf(step.id()).orElseThrow();
        way.addAll(way(flow.begin().to(), List.of(from)));
        way.add(step);
        way.addAll(way(step.to(), flow.states().stream().filter(State::last).toList()));
        MatterId id = at(() -> matters.begin(
                world.office(),
                world.host(flow),
                new Beginning(
                        flow.head().id(),
                        "走一遍",
                        flow.origins().isEmpty()
                                ? null
                                : flow.origins().getFirst().id(),
                        answers(flow.begin()),
                        parties(flow.begin()))));
        way.forEach(each -> take(id, each));
        return matters.find(world.office(), id);
    }

    private void take(MatterId id, Step step) {
        Matter matter = matters.find(world.office(), id);
        assertThat(matter.owner()).as(step.id()).isNotNull();
        assertThat(matter.dueOn()).as(step.id()).isNotNull();
        Scope actor = world.actor(matter, matter.known().done().get(String.valueOf(step.verifies())));
        Act act = new Act(
                matter.revision(),
                step.id(),
                answers(step),
                parties(step),
                UUID.randomUUID().toString());
        for (int tries = 0; tries < 2; tries++) {
            try {
                at(() -> {
                    matters.step(actor, id, act);
                    return id;
                });
                return;
            } catch (Refused early) {
                assertThat(early.messageKey()).as(step.id()).isEqualTo("matter.refused.early");
                today = LocalDate.parse(String.valueOf(early.arguments()[0]));
            }
        }
        throw new AssertionError(step.id() + " stays too early");
    }

    private <T> T at(java.util.function.Supplier<T> work) {
        List<T> result = new ArrayList<>();
        Moment.at(
                today.atTime(10, 0).atZone(Days.SHANGHAI).toInstant(),
                new Random(UUID.randomUUID().getLeastSignificantBits()),
                () -> result.add(work.get()));
        return result.getFirst();
    }

    /** The shortest steps from a state to one of some. */
    private List<Step> way(String from, Collection<State> to) {
        Map<String, List<Step>> ways = new HashMap<>(Map.of(from, List.of()));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String here = open.remove();
            List<Step> before = ways.getOrDefault(here, List.of());
            if (to.stream().anyMatch(state -> state.id().equals(here))) {
                return before;
            }
            flow.state(here).orElseThrow().steps().forEach(step -> {
                List<Step> longer = new ArrayList<>(before);
                longer.add(step);
                if (ways.putIfAbsent(step.to(), longer) == null) {
                    open.add(step.to());
                }
            });
        }
        throw new AssertionError("no way from " + from + " to " + to);
    }

    private Map<String, String> answers(Step step) {
        Map<String, String> answers = new HashMap<>();
        step.fields()
                .forEach(field -> answers.put(
                        field.id(),
                        switch (field.type()) {
                            case TEXT -> "如实填写";
                            case DAY -> day(step, field.id()).toString();
                            case NUMBER -> "3";
                            case CHOICE -> field.values().getFirst().id();
                            case PERSON -> world.member().toString();
                            case FILE, RECORD -> throw new AssertionError("nothing to show for " + field.id());
                        }));
        return answers;
    }

    /** Next month; of a step that says what must hold of it, today. */
    private LocalDate day(Step step, String field) {
        boolean bound = !step.id().equals(Flow.BEGIN)
                && step.checks().stream().anyMatch(check -> check.field().equals(field));
        return bound ? today : today.plusDays(40);
    }

    private Map<String, OrganizationId> parties(Step step) {
        Map<String, OrganizationId> parties = new HashMap<>();
        step.chooses().forEach(party -> parties.put(party, world.party(flow, party)));
        return parties;
    }
}
