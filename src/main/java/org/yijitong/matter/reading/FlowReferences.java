package org.yijitong.matter.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.matter.DayFormula;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.matter.Flow.Spot;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.matter.Outside;
import org.yijitong.yaml.Faults;

/** What one part of a flow says about another: states, steps, parties, fields that are named are there. */
record FlowReferences(Flow flow, Faults faults) {
    void check() {
        once(flow.states().stream().map(state -> new Named(state.id(), state.spot())));
        once(Stream.concat(
                Stream.of(new Named(Flow.BEGIN, flow.begin().spot())),
                flow.steps().map(step -> new Named(step.id(), step.spot()))));
        Stream.concat(Stream.of(flow.begin()), flow.steps()).forEach(this::step);
        flow.states().forEach(this::state);
        Set<String> asked = Stream.concat(Stream.of(flow.begin()), flow.steps())
                .flatMap(step -> step.fields().stream())
                .map(Field::id)
                .collect(Collectors.toCollection(HashSet::new));
        Outside.fields(flow)
                .filter(field -> !asked.add(field.id()))
                .forEach(field ->
                        at("yaml.fault.twice", field.id(), flow.begin().spot().line()));
        flow.party(flow.countsFor())
                .filter(party -> !party.outside().isEmpty())
                .ifPresent(party -> at("matter.fault.outside", party.id()));
        if (!parties().contains(flow.countsFor())) {
            unknown(flow.begin().spot(), flow.countsFor(), parties());
        }
        about();
    }

    /** Whom a matter is about is named when it is begun, and nobody else later: they found it and were kept out of it. */
    private void about() {
        if (flow.about() != null) {
            known(
                    flow.begin().spot(),
                    flow.about(),
                    flow.begin().fields().stream()
                            .filter(field -> field.type() == Field.Type.PERSON)
                            .map(Field::id)
                            .toList());
            flow.steps()
                    .filter(step ->
                            step.fields().stream().anyMatch(field -> field.id().equals(flow.about())))
                    .forEach(step -> faults.at(
                            step.spot().line(), step.spot().column(), "matter.fault.about-again", flow.about()));
        }
    }

    /** At the beginning nothing was answered before. */
    private void compared(Step step) {
        List<String> own = step.fields().stream()
                .filter(field -> field.type() == Field.Type.DAY)
                .filter(Field::required)
                .map(Field::id)
                .toList();
        step.checks().stream()
                .filter(check -> check.that().type() == Field.Type.DAY)
                .flatMap(check -> check.that().fields().stream())
                .forEach(day -> known(step.spot(), day, step.equals(flow.begin()) ? own : asked()));
    }

    private void at(String key, Object... arguments) {
        faults.at(flow.begin().spot().line(), flow.begin().spot().column(), key, arguments);
    }

    private record Named(String id, Spot spot) {}

    private void once(Stream<Named> all) {
        Map<String, Spot> before = new HashMap<>();
        all.forEach(each -> {
            Spot other = before.putIfAbsent(each.id(), each.spot());
            if (other != null) {
                faults.at(each.spot().line(), each.spot().column(), "yaml.fault.twice", each.id(), other.line());
            }
        });
    }

    private void step(Step step) {
        compared(step);
        known(step.spot(), step.to(), flow.states().stream().map(State::id).toList());
        step.chooses()
                .forEach(party -> known(
                        step.spot(),
                        party,
                        flow.parties().stream().map(Flow.Party::id).toList()));
        if (step.verifies() != null) {
            known(step.spot(), step.verifies(), flow.steps().map(Step::id).toList());
        }
        step.fields().stream()
                .filter(field -> field.id().equals(DayFormula.TODAY))
                .forEach(
                        field -> faults.at(step.spot().line(), step.spot().column(), "matter.fault.today", field.id()));
        Set<String> fields = new HashSet<>();
        step.fields().stream()
                .filter(field -> !fields.add(field.id()))
                .forEach(field -> faults.at(
                        step.spot().line(),
                        step.spot().column(),
                        "yaml.fault.twice",
                        field.id(),
                        step.spot().line()));
    }

    private void state(State state) {
        if (state.owner() != null) {
            known(state.spot(), state.owner().of(), parties());
        }
        state.limits()
                .filter(limit -> limit.after() == Limit.Event.FIELD)
                .forEach(limit -> known(state.spot(), String.valueOf(limit.of()), days()));
    }

    private List<String> parties() {
        return Stream.concat(Stream.of(Flow.HOST), flow.parties().stream().map(Flow.Party::id))
                .toList();
    }

    /** From what a time may run. */
    private List<String> days() {
        return Stream.concat(FlowWords.EVENTS.stream(), asked().stream()).toList();
    }

    /** Every day that is asked. */
    private List<String> asked() {
        return Stream.concat(Stream.of(flow.begin()), flow.steps())
                .flatMap(step -> step.fields().stream())
                .filter(field -> field.type() == Field.Type.DAY)
                .map(Field::id)
                .distinct()
                .toList();
    }

    private void known(Spot spot, String written, List<String> known) {
        if (!known.contains(written)) {
            unknown(spot, written, known);
        }
    }

    private void unknown(Spot spot, String written, List<String> known) {
        faults.unknown(spot.line(), spot.column(), written, FlowWords.own(known.stream()));
    }
}
