package org.yijitong.matter.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.matter.FlowPaper;
import org.yijitong.yaml.Faults;

/** What the papers of a flow say about the rest of it: states, steps, days, and whatever is filled in. */
final class PaperCheck {
    private final Flow flow;
    private final Faults faults;
    private final Map<String, Field.Type> types;

    PaperCheck(Flow flow, Faults faults) {
        this.flow = flow;
        this.faults = faults;
        this.types = Stream.concat(Stream.of(flow.begin()), flow.steps())
                .flatMap(step -> step.fields().stream())
                .collect(Collectors.toMap(Field::id, Field::type, (one, other) -> one));
    }

    void check() {
        Map<String, Integer> before = new HashMap<>();
        flow.papers().forEach(paper -> {
            Integer other = before.putIfAbsent(paper.id(), paper.spot().line());
            if (other != null) {
                at(paper, "yaml.fault.twice", paper.id(), other);
            }
            List<String> states = flow.states().stream().map(State::id).toList();
            paper.states().stream().sorted().forEach(state -> known(paper, state, states));
            if (paper.issued() != null) {
                known(paper, paper.issued(), flow.steps().map(Step::id).toList());
            }
            if (paper.until() != null) {
                known(paper, paper.until(), fields(Field.Type.DAY));
            }
            List<String> people = paper.people().toList();
            if (people.size() > 1) {
                at(paper, "matter.fault.people", String.join(" ", people));
            }
            List<String> slots = slots(paper);
            paper.slots().forEach(slot -> known(paper, slot.written(), slots));
        });
    }

    private List<String> fields(Field.Type type) {
        return types.keySet().stream()
                .filter(field -> types.get(field) == type)
                .sorted()
                .toList();
    }

    /** What may stand between braces; a file or a record is not told in words, somebody only by what the roster says. */
    private List<String> slots(FlowPaper paper) {
        Stream<String> plain = types.entrySet().stream()
                .filter(field -> field.getValue().isWords())
                .map(Map.Entry::getKey);
        Stream<String> people = fields(Field.Type.PERSON).stream()
                .flatMap(field -> Stream.of(FlowPaper.Trait.values())
                        .map(trait -> field + "." + trait.name().toLowerCase(Locale.ROOT)));
        Stream<String> parties =
                Stream.concat(Stream.of(Flow.HOST), flow.parties().stream().map(Flow.Party::id));
        Stream<String> days = Stream.of(
                        paper.issued() == null ? "" : FlowPaper.ISSUED,
                        paper.issued() == null || paper.until() == null ? "" : FlowPaper.DAYS)
                .filter(each -> !each.isEmpty());
        return Stream.of(plain, people, parties, days)
                .flatMap(each -> each)
                .sorted()
                .toList();
    }

    private void known(FlowPaper paper, String written, List<String> known) {
        if (!known.contains(written)) {
            faults.unknown(paper.spot().line(), paper.spot().column(), written, FlowWords.own(known.stream()));
        }
    }

    private void at(FlowPaper paper, String key, Object... arguments) {
        faults.at(paper.spot().line(), paper.spot().column(), key, arguments);
    }
}
