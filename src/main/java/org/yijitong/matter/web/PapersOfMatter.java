package org.yijitong.matter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowPaper;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterEvent;
import org.yijitong.shared.Page;

/**
 * The papers that can be made of a matter by now: those of every flow, then those that its own flow prints.
 *
 * @param address of the page of the matter
 * @param roster whether the reader may see the roster: only then those that tell of somebody
 */
record PapersOfMatter(Page page, String address, Flow flow, LocalDate today, boolean roster) {
    /**
     * The slip once somebody has it, the answer once something was shown, the closing sheet once it is over, which one that
     * was only merged into another is not.
     */
    List<MatterPage.Paper> of(Matter matter, List<MatterEvent> events) {
        boolean given =
                flow.countsFor().equals(Flow.HOST) || matter.known().parties().containsKey(flow.countsFor());
        boolean done = flow.state(matter.state()).filter(Flow.State::closed).isPresent();
        Stream<MatterPage.Paper> ours = Stream.of(
                        given ? "assignment" : "", shows(flow, events) ? "reply" : "", done ? "closing" : "")
                .filter(each -> !each.isEmpty())
                .map(form ->
                        new MatterPage.Paper(page.t("paper.form." + form), address + "/papers/" + form, "", false));
        return Stream.concat(
                        ours,
                        flow.papers().stream()
                                .filter(paper -> paper.states().contains(matter.state()))
                                .filter(paper ->
                                        roster || paper.people().findAny().isEmpty())
                                .map(paper -> printed(matter, paper)))
                .toList();
    }

    /** One whose last day has passed is named and no longer given. */
    private MatterPage.Paper printed(Matter matter, FlowPaper paper) {
        Optional<LocalDate> until = paper.lastDay(matter.known());
        boolean over = until.filter(day -> day.isBefore(today)).isPresent();
        return new MatterPage.Paper(
                paper.name().in(page.words().language()),
                address + "/papers/" + paper.form(flow),
                until.map(day -> page.t(
                                over ? "matter.one.paper.over" : "matter.one.paper.until",
                                page.words().longDate(day)))
                        .orElse(""),
                over);
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
