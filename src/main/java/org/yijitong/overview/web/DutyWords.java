package org.yijitong.overview.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.ledger.Counted.Reason;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.shared.Page;
import org.yijitong.shared.Words;

/** Says duties, periods and conditions in plain words. */
public record DutyWords(Page page) {
    /** What a duty is called. */
    public String name(Duty duty) {
        return name(duty.name());
    }

    /** What its mechanism is called. */
    public String mechanism(Duty duty) {
        return name(duty.mechanism().name());
    }

    /** In the language of the page. */
    public String name(Duty.Name name) {
        return name.in(page.words().language());
    }

    /** Mechanism and duty: 三会一课·支委会; once where both are the same. */
    public String full(Duty duty) {
        return duty.called().in(page.words());
    }

    /** The head of a column: 8月. */
    public String month(int month) {
        return page.t("shared.period.month." + month);
    }

    /** A number without trailing zeros. */
    public String plain(BigDecimal number) {
        return Words.plain(number);
    }

    /** All it asks, in plain sentences. */
    public DutyInWords told(Duty duty) {
        return new DutyInWords(duty, page.words());
    }

    /** What is missing and what would satisfy it. */
    public String failing(Reason reason, FactKind fact) {
        String label = label(reason.kind(), reason.field());
        String found = found(reason.found());
        return switch (reason.test()) {
            case "min" ->
                page.t("overview.fails.min", label, found, reason.wanted().getFirst());
            case "max" ->
                page.t("overview.fails.max", label, found, reason.wanted().getFirst());
            default -> {
                FactField field = fact.field(reason.field()).orElseThrow();
                yield field.type() == FactField.Type.FLAG
                        ? page.t("overview.fails.flag", label)
                        : page.t("overview.fails.want", label, values(reason.kind(), field, reason.wanted()));
            }
        };
    }

    private static String found(@Nullable String found) {
        return found == null ? "0" : found;
    }

    private String label(String kind, String field) {
        return page.t("fact." + kind + "." + field);
    }

    /** Values of a choice in their words; numbers and free text as they are. */
    private String values(String kind, FactField field, List<String> values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(field.values().isEmpty() ? value : label(kind, field.name() + "." + value)));
        return String.join(page.t("overview.or"), words);
    }
}
