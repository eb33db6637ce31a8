package org.yijitong.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yijitong.document.OfficialPaper;
import org.yijitong.matter.FlowPaper;
import org.yijitong.matter.FlowPaper.Slot;
import org.yijitong.matter.FlowTexts;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterPiles.Whole;
import org.yijitong.shared.Days;
import org.yijitong.shared.Language;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** The papers that flows print themselves, such as the letter of introduction: what they say stands in the flow. */
@Component
class FlowPapers {
    /** To be filled in by hand. */
    static final String BLANK = "＿＿＿＿";

    private final Flows flows;
    private final FlowTexts texts;
    private final Days days;
    private final Words chinese;

    FlowPapers(Flows flows, FlowTexts texts, Days days, MessageSource messages) {
        this.flows = flows;
        this.texts = texts;
        this.days = days;
        this.chinese = new Words(messages, Language.ZH_HANS);
    }

    /** Those of the flows under which matters begin in a unit today. */
    List<PrintedPaper> all(Scope scope) {
        return texts.binding(flows.inForce(days.today()), scope.unit()).stream()
                .flatMap(version ->
                        version.flow().papers().stream().map(paper -> new PrintedPaper(version.flow(), paper)))
                .toList();
    }

    /** The one that is put in, or asked for, by this name. */
    Optional<PrintedPaper> find(Scope scope, String form) {
        return all(scope).stream().filter(each -> each.form().equals(form)).findFirst();
    }

    /**
     * The one of a matter, in the version that it stands under.
     *
     * @throws Refused when the matter is not where it is given, or its last day has passed
     */
    Optional<PrintedPaper> of(Whole whole, String form, Words words) {
        Optional<PrintedPaper> found = whole.flow().papers().stream()
                .map(paper -> new PrintedPaper(whole.flow(), paper))
                .filter(each -> each.form().equals(form))
                .findFirst();
        found.ifPresent(each -> require(each, whole.matter(), words));
        return found;
    }

    private void require(PrintedPaper printed, Matter matter, Words words) {
        FlowPaper paper = printed.paper();
        if (!paper.states().contains(matter.state())) {
            String where = printed.flow().states().stream()
                    .filter(state -> paper.states().contains(state.id()))
                    .map(state -> state.name().in(words.language()))
                    .collect(Collectors.joining(words.t("paper.and")));
            throw new Refused("paper.refused.state", printed.name(words), where);
        }
        Optional<LocalDate> over = paper.lastDay(matter.known()).filter(until -> until.isBefore(days.today()));
        if (over.isPresent()) {
            throw new Refused("paper.refused.over", printed.name(words), words.longDate(over.get()));
        }
    }

    /** What its template may name. */
    List<String> names(PrintedPaper printed) {
        return List.copyOf(new TreeSet<>(printed.names(chinese).values()));
    }

    /** What a template is filled with. */
    Map<String, String> named(PrintedPaper printed, Map<String, String> values) {
        return printed.names(chinese).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getValue,
                        each -> values.getOrDefault(each.getKey().written(), BLANK)));
    }

    /** Ours, in the layout of official documents. */
    byte[] template(PrintedPaper printed, Words words) {
        Map<Slot, String> names = printed.names(chinese);
        OfficialPaper paper = OfficialPaper.begin();
        printed.paper().lines().forEach(line -> {
            String text = FlowPaper.filled(
                    line.text().in(words.language()), slot -> "{{" + names.getOrDefault(slot, "") + "}}");
            switch (line.kind()) {
                case TITLE -> paper.title(text);
                case TEXT -> paper.text(text);
                case RIGHT -> paper.signature(text);
                case CUT -> paper.cut(text);
            }
        });
        return paper.bytes();
    }
}
