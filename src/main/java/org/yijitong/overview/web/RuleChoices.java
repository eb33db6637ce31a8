package org.yijitong.overview.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.overview.Choice;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;

/** The mechanisms and duties by which an overview can be narrowed. */
@Component
class RuleChoices {
    private final Mechanisms mechanisms;

    RuleChoices(Mechanisms mechanisms) {
        this.mechanisms = mechanisms;
    }

    /** Value to words: each mechanism, with its duties below it where it has several. */
    Map<String, String> of(Page page) {
        DutyWords words = new DutyWords(page);
        Map<String, Map<UUID, Duty>> all = new LinkedHashMap<>();
        mechanisms.all().stream()
                .filter(Choice::summed)
                .forEach(duty -> all.computeIfAbsent(duty.mechanism().id(), _ -> new LinkedHashMap<>())
                        .put(duty.dutyId(), duty));
        Map<String, String> choices = new LinkedHashMap<>();
        all.forEach((mechanism, duties) -> {
            choices.put(mechanism, words.mechanism(duties.values().iterator().next()));
            if (duties.size() > 1) {
                duties.forEach((id, duty) ->
                        choices.put(OverviewQuery.rule(id), page.t("overview.filter.duty", words.name(duty))));
            }
        });
        return choices;
    }

    /** The newest version of a duty, for its name. */
    Duty newest(UUID duty) {
        return mechanisms.all().stream()
                .filter(each -> each.dutyId().equals(duty))
                .reduce((_, later) -> later)
                .orElseThrow(NotFound::new);
    }
}
