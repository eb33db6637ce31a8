package org.yijitong.overview.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.ledger.Rehearsal;
import org.yijitong.ledger.Rehearsal.Changes;
import org.yijitong.ledger.Rehearsal.Outcome;
import org.yijitong.mechanism.Duty;
import org.yijitong.overview.web.RehearsalPage.Line;
import org.yijitong.overview.web.RehearsalPage.Told;
import org.yijitong.shared.Page;
import org.yijitong.shared.Words;

/**
 * Says in words what a rehearsal found.
 *
 * @param duties those in force, by their ids
 * @param names of organizations or of units, in their order
 */
record RehearsalWords(Page page, Map<UUID, Duty> duties, Map<UUID, String> names) {
    /** With fewer records nothing can be said of what they have in common. */
    private static final int FEW = 5;
    /** Half of them is worth a word. */
    private static final int WORTH = 50;
    /** Nearly all: the two ask for the same. */
    private static final int SAME = 90;

    private static final int SHOWN = 5;
    /** What is no more at the end of the year. */
    private static final UUID GONE = new UUID(0, 0);

    Told told(Outcome outcome) {
        DutyWords words = new DutyWords(page);
        Duty duty = outcome.duty();
        List<Rehearsal.Shared> again = outcome.sample() < FEW
                ? List.of()
                : outcome.shared().stream()
                        .filter(each -> percent(each.facts(), outcome.sample()) >= WORTH)
                        .filter(each -> duties.containsKey(each.dutyId()))
                        .limit(SHOWN)
                        .toList();
        return new Told(
                words.mechanism(duty),
                words.told(duty),
                page.t("overview.rehearsal.sum", outcome.owed(), outcome.met(), percent(outcome.met(), outcome.owed())),
                cost(duty, outcome.missing()),
                again.stream()
                        .map(each -> page.t(
                                "overview.rehearsal.again.line",
                                words.full(Objects.requireNonNull(duties.get(each.dutyId()))),
                                each.facts(),
                                outcome.sample(),
                                percent(each.facts(), outcome.sample())))
                        .toList(),
                !again.isEmpty() && percent(again.getFirst().facts(), outcome.sample()) >= SAME,
                outcome.changes() == null ? List.of() : changes(outcome.changes()),
                lines(outcome));
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) (100L * part / whole);
    }

    /** A meeting more is written down in a minute (the product's own measure); what it takes to hold it nobody knows. */
    private String cost(Duty duty, BigDecimal missing) {
        if (missing.signum() == 0) {
            return page.t("overview.rehearsal.cost.none", fields(duty));
        }
        return duty.sumField() == null
                ? page.t(
                        "overview.rehearsal.cost.times",
                        Words.plain(missing),
                        Words.plain(missing.setScale(0, RoundingMode.CEILING)),
                        fields(duty))
                : page.t(
                        "overview.rehearsal.cost.sum",
                        Words.plain(missing),
                        label(duty, duty.sumField()),
                        fields(duty));
    }

    private String fields(Duty duty) {
        Set<String> looked = new LinkedHashSet<>();
        duty.counts()
                .forEach(condition -> looked.add(label(duty, condition.field().name())));
        if (duty.sumField() != null) {
            looked.add(label(duty, duty.sumField()));
        }
        return looked.isEmpty()
                ? page.t("overview.rehearsal.fields.none")
                : String.join(page.t("overview.comma"), looked);
    }

    private String label(Duty duty, String field) {
        return page.t("fact." + duty.fact().name() + "." + field);
    }

    private List<String> changes(Changes changes) {
        List<String> lines = new ArrayList<>();
        add(lines, "come", changes.come());
        add(lines, "gone", changes.gone());
        add(lines, "lost", changes.lost());
        add(lines, "won", changes.won());
        if (lines.isEmpty()) {
            lines.add(page.t("overview.rehearsal.change.none"));
        }
        return lines;
    }

    private void add(List<String> lines, String what, int number) {
        if (number > 0) {
            lines.add(page.t("overview.rehearsal.change." + what, number));
        }
    }

    private List<Line> lines(Outcome outcome) {
        Map<UUID, Rehearsal.Line> sums = new LinkedHashMap<>();
        for (Rehearsal.Line line : outcome.lines()) {
            sums.merge(place(line), line, Rehearsal.Line::plus);
        }
        List<Line> lines = new ArrayList<>();
        names.forEach((place, name) -> add(lines, name, sums.get(place)));
        add(lines, page.t("overview.rehearsal.gone"), sums.get(GONE));
        return lines;
    }

    private static void add(List<Line> lines, String name, Rehearsal.@Nullable Line sum) {
        if (sum != null) {
            lines.add(new Line(name, sum.owed(), sum.met(), Words.plain(sum.missing())));
        }
    }

    private UUID place(Rehearsal.Line line) {
        return List.of(line.organization().value(), line.unit().value()).stream()
                .filter(names::containsKey)
                .findFirst()
                .orElse(GONE);
    }
}
