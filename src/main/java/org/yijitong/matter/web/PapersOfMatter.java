package org.yijitong.matter.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterEvent;

/** The papers that can be made of a matter by now, by the names of their forms. */
final class PapersOfMatter {
    private PapersOfMatter() {}

    /** The slip once somebody has it, the answer once something was shown, the closing sheet once it is over,
     * which one that was only merged into another is not. */
    static List<String> of(Flow flow, Matter matter, List<MatterEvent> events) {
        boolean given =
                flow.countsFor().equals(Flow.HOST) || matter.known().parties().containsKey(flow.countsFor());
        boolean done = flow.state(matter.state()).filter(Flow.State::closed).isPresent();
        return Stream.of(given ? "assignment" : "", shows(flow, events) ? "reply" : "", done ? "closing" : "")
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static boolean shows(Flow flow, List<MatterEvent> events) {
        var shown = flow.steps()
                .flatMap(step -> Stream.concat(
                                step.evidence().stream(), step.asks().stream().filter(Flow.Field::published))
                        .map(field -> step.id() + " " + field.id()))
                .collect(Collectors.toSet());
        return events.stream()
                .anyMatch(event -> event.answers().keySet().stream()
                        .anyMatch(field -> shown.contains(event.step() + " " + field)));
    }
}
