package org.yijitong.overview.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.ledger.Counted.Reason;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.shared.Page;

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
        return mechanism(duty).equals(name(duty)) ? name(duty) : page.t("overview.duty", mechanism(duty), name(duty));
    }

    /** A period: 11月, 第四季度, 上半年, 2026年; else its days. */
    public String period(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
        boolean whole = from.getDayOfMonth() == 1 && from.plusMonths(months).equals(to.plusDays(1));
        int month = from.getMonthValue();
        if (whole && months == 1) {
            return page.t("overview.period.month." + month);
        }
        if (whole && months == 3) {
            return page.t("overview.period.quarter." + (month + 2) / 3);
        }
        if (whole && months == 6) {
            return page.t(month == 1 ? "overview.period.first" : "overview.period.second");
        }
        return whole && months == 12
                ? page.t("overview.period.year", Integer.toString(from.getYear()))
                : page.t("overview.period.days", page.date(from), page.date(to));
    }

    /** The head of a column: 8月. */
    public String month(int month) {
        return page.t("overview.period.month." + month);
    }

    /** A number without trailing zeros. */
    public String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Who owes it: 党支部、联合党支部（党员 3 到 50 人）. */
    public String bearer(Duty duty) {
        Duty.Bearer bearer = duty.bearer();
        String kinds = joined(bearer.kinds().stream().sorted().map(kind -> {
            String constant = kind.toUpperCase(Locale.ROOT);
            return bearer.personal() ? page.t("people.kind." + constant) : page.t("organization.kind." + constant);
        }));
        if (!bearer.posts().isEmpty()) {
            String posts = joined(bearer.posts().stream()
                    .sorted()
                    .map(post -> page.t("people.post." + post.toUpperCase(Locale.ROOT))));
            return page.t("overview.rule.among", kinds, posts);
        }
        boolean open = bearer.most() == Integer.MAX_VALUE;
        if (bearer.least() > 0) {
            return open
                    ? page.t("overview.rule.least", kinds, bearer.least())
                    : page.t("overview.rule.between", kinds, bearer.least(), bearer.most());
        }
        return open ? kinds : page.t("overview.rule.most", kinds, bearer.most());
    }

    /** How often and how much: 每月 1 次. */
    public String often(Duty duty) {
        String much = page.t(
                duty.sumField() == null ? "overview.rule.times" : "overview.rule.sum",
                plain(duty.need()),
                duty.sumField() == null ? "" : label(duty.fact().name(), duty.sumField()));
        String each = page.t(
                "overview.rule." + duty.period().name().toLowerCase(Locale.ROOT).replace('_', '-'), much);
        String all = duty.needPer() == Duty.NeedPer.ORGANIZATION
                ? each
                : page.t("overview.rule.per-" + duty.needPer().name().toLowerCase(Locale.ROOT), each);
        Duty.Trigger trigger = duty.trigger();
        return trigger == null
                ? all
                : page.t("overview.rule.after", grace(trigger.within()), conditions(trigger.conditions(), duty), much);
    }

    /** How long after the end of the period it may still be written down. */
    public String deadline(Duty duty) {
        return duty.grace().amount() == 0
                ? page.t("overview.rule.end")
                : page.t("overview.rule.grace", grace(duty.grace()));
    }

    private String grace(Duty.Grace grace) {
        return page.t(
                "overview.rule.unit."
                        + grace.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                grace.amount());
    }

    /** What counts: 办的是支委会；有学习. */
    public String counts(Duty duty) {
        return conditions(duty.counts(), duty);
    }

    private String conditions(Collection<Condition> conditions, Duty duty) {
        return conditions.stream()
                .map(condition -> asked(duty.fact().name(), condition.field(), condition.test(), condition.values()))
                .collect(Collectors.joining(page.t("overview.semicolon")));
    }

    private String asked(String kind, FactField field, Condition.Test test, List<String> wanted) {
        String label = label(kind, field.name());
        return switch (test) {
            case MIN -> page.t("overview.rule.min", label, wanted.getFirst());
            case MAX -> page.t("overview.rule.max", label, wanted.getFirst());
            default ->
                field.type() == FactField.Type.FLAG
                        ? label
                        : page.t("overview.rule.is", label, values(kind, field, wanted));
        };
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

    private String joined(Stream<String> words) {
        return words.collect(Collectors.joining(page.t("overview.and")));
    }
}
