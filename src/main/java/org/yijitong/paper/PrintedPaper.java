package org.yijitong.paper;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowPaper;
import org.yijitong.matter.FlowPaper.Slot;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Words;

/** A paper that a flow prints itself, with the flow it stands in. */
public record PrintedPaper(Flow flow, FlowPaper paper) {
    /** As long as the name of a field in a template may be. */
    private static final int LONGEST = 38;

    /** By which its template is put in and it is asked for; no form of ours has a dot in its name. */
    public String form() {
        return paper.form(flow);
    }

    /** What it is called. */
    public String name(Words words) {
        return paper.name().in(words.language());
    }

    /**
     * What its slots are called in a template, between double braces.
     *
     * @param chinese the words of templates, which are the same in every language
     */
    Map<Slot, String> names(Words chinese) {
        Map<Slot, String> names = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        paper.slots().forEach(slot -> {
            String name = Cut.at(LONGEST, name(slot, chinese).replaceAll("[{}]", ""));
            int number = 2;
            String free = name;
            while (!taken.add(free)) {
                free = name + number++;
            }
            names.put(slot, free);
        });
        return names;
    }

    private String name(Slot slot, Words chinese) {
        if (!slot.trait().isEmpty()) {
            return chinese.t("paper.slot." + slot.trait());
        }
        return switch (slot.of()) {
            case Flow.HOST, FlowPaper.ISSUED, FlowPaper.DAYS -> chinese.t("paper.slot." + slot.of());
            default ->
                field(slot.of())
                        .map(field -> field.name().chinese())
                        .findFirst()
                        .orElseGet(() -> flow.party(slot.of())
                                .map(party -> party.name().chinese())
                                .orElse(slot.of()));
        };
    }

    /** The field of an identifier, if there is one. */
    Stream<Flow.Field> field(String id) {
        return Stream.concat(Stream.of(flow.begin()), flow.steps())
                .flatMap(step -> step.fields().stream())
                .filter(field -> field.id().equals(id))
                .limit(1);
    }
}
