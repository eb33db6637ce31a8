package org.yijitong.mechanism.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.shared.Page;

/** A text beside the version that is published: what it changes, duty by duty, in the words people read. */
public record Comparison(List<Change> changes) {
    /**
     * What changes in one duty.
     *
     * @param kind {@code added}, {@code dropped} or {@code changed}
     * @param lines what is said otherwise; empty for what is added or dropped
     */
    public record Change(String kind, String name, List<Line> lines) {}

    /** One thing that is said otherwise. */
    public record Line(String label, String before, String after) {}

    static Comparison of(Page page, List<Duty> before, List<Duty> after) {
        Map<String, DutyInWords> old = told(page, before);
        Map<String, DutyInWords> fresh = told(page, after);
        List<Change> changes = new ArrayList<>();
        fresh.forEach((id, duty) -> {
            DutyInWords known = old.get(id);
            if (known == null) {
                changes.add(new Change("added", duty.name(), List.of()));
                return;
            }
            List<Line> lines = lines(page, known, duty);
            if (!lines.isEmpty()) {
                changes.add(new Change("changed", duty.name(), lines));
            }
        });
        old.forEach((id, duty) -> {
            if (!fresh.containsKey(id)) {
                changes.add(new Change("dropped", duty.name(), List.of()));
            }
        });
        return new Comparison(changes);
    }

    private static Map<String, DutyInWords> told(Page page, List<Duty> duties) {
        Map<String, DutyInWords> told = new LinkedHashMap<>();
        duties.forEach(duty -> told.put(duty.id(), new DutyInWords(duty, page.words())));
        return told;
    }

    private static List<Line> lines(Page page, DutyInWords before, DutyInWords after) {
        Map<String, String> old = said(before);
        List<Line> lines = new ArrayList<>();
        said(after).forEach((label, words) -> {
            String was = java.util.Objects.requireNonNull(old.get(label));
            if (!words.equals(was)) {
                lines.add(new Line(page.t("mechanism.page." + label), was, words));
            }
        });
        return lines;
    }

    private static Map<String, String> said(DutyInWords duty) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("duty", duty.name());
        said.put("who", duty.who());
        said.put("often", duty.often());
        said.put("counts", duty.counts());
        said.put("due", duty.due());
        said.put("basis", duty.basis());
        said.put("proposal", duty.proposal());
        said.put("advice", duty.advice());
        said.put("excuses", duty.excuses());
        said.put("visible", duty.visible());
        return said;
    }
}
