package org.yijitong.mechanism;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yijitong.shared.Words;

/** A duty told in plain sentences, made from its document. */
public final class DutyInWords {
    private final Duty duty;
    private final Words words;

    public DutyInWords(Duty duty, Words words) {
        this.duty = duty;
        this.words = words;
    }

    /** Its identifier in addresses. */
    public String id() {
        return duty.id();
    }

    public String name() {
        return duty.name().in(words.language());
    }

    /** Such as 党员 7 人以上的党支部、联合党支部. */
    public String who() {
        Duty.Bearer bearer = duty.bearer();
        String kinds = labels(bearer.personal() ? "people.kind." : "organization.kind.", bearer.kinds());
        if (!bearer.posts().isEmpty()) {
            return words.t("mechanism.who.posts", kinds, labels("people.post.", bearer.posts()));
        }
        if (bearer.most() == Integer.MAX_VALUE) {
            return bearer.least() == 0 ? kinds : words.t("mechanism.who.least", text(bearer.least()), kinds);
        }
        return bearer.least() == 0
                ? words.t("mechanism.who.most", text(bearer.most()), kinds)
                : words.t("mechanism.who.between", text(bearer.least()), text(bearer.most()), kinds);
    }

    /** Such as 每季度至少 1 次. */
    public String often() {
        String each = duty.needPer() == Duty.NeedPer.ORGANIZATION
                ? rhythm()
                : words.t("mechanism.each." + lower(duty.needPer()), rhythm());
        String amount = Words.plain(duty.need());
        String field = duty.sumField();
        return words.t(
                "mechanism.often.need",
                each,
                field == null ? words.t("mechanism.need.times", amount) : said(duty.fact(), field, "sum", amount));
    }

    private String rhythm() {
        Duty.Trigger trigger = duty.trigger();
        return trigger == null
                ? words.t("mechanism.often." + lower(duty.period()))
                : words.t("mechanism.often.after", all(trigger.fact(), trigger.conditions()), time(trigger.within()));
    }

    /** By when it must be written down: 当季最后一天之后 5 个工作日内. */
    public String due() {
        String end = words.t("mechanism.due." + (duty.trigger() == null ? lower(duty.period()) : "after"));
        return duty.grace().amount() == 0 ? end : words.t("mechanism.due.grace", end, time(duty.grace()));
    }

    /** What a record must have, such as 活动是支委会或党员大会，第一项议题是学习. */
    public String counts() {
        return all(duty.fact(), duty.counts());
    }

    /** Such as 《中国共产党支部工作条例（试行）》第十一条. */
    public String basis() {
        return duty.basis().regulation() + duty.basis().article();
    }

    /** How to make it up; empty when the document says nothing. */
    public String advice() {
        Duty.Name advice = duty.advice();
        return advice == null ? "" : advice.in(words.language());
    }

    /** What is easily got wrong; empty when the document says nothing. */
    public String mistakes() {
        Duty.Name mistakes = duty.mistakes();
        return mistakes == null ? "" : mistakes.in(words.language());
    }

    /** What in it is only proposed; empty when all of it is prescribed. */
    public String proposal() {
        Duty.Name proposal = duty.proposal();
        return proposal == null ? "" : proposal.in(words.language());
    }

    /** On which grounds it may be excused; empty when on none. */
    public String excuses() {
        return duty.excuses().stream()
                .map(excuse -> words.t("mechanism.excuse." + lower(excuse)))
                .collect(Collectors.joining(between()));
    }

    /** To whom it is shown. */
    public String visible() {
        return words.t("mechanism.visible." + lower(duty.visibility()));
    }

    private String all(FactKind fact, List<Condition> conditions) {
        return conditions.isEmpty()
                ? words.t("mechanism.page.any")
                : conditions.stream()
                        .map(condition ->
                                said(fact, condition.field().name(), form(condition), values(fact, condition)))
                        .collect(Collectors.joining(words.t("mechanism.comma")));
    }

    /** In the words of the field if it has its own, else as one says it of any field. */
    private String said(FactKind fact, String field, String form, String values) {
        String key = "fact." + fact.name() + "." + field;
        Object[] arguments = {label(key, field), values};
        String own = words.messages()
                .getMessage(
                        key + ".said." + form, arguments, "", words.language().locale());
        return own == null || own.isEmpty() ? words.t("mechanism.condition." + form, arguments) : own;
    }

    private static String form(Condition condition) {
        boolean several = condition.field().type() == FactField.Type.CHOICES;
        return switch (condition.test()) {
            case EQUALS -> condition.field().type() == FactField.Type.FLAG ? "flag" : "equals";
            case ONE_OF -> several ? "has-one" : "one-of";
            case CONTAINS -> several ? "has" : "text";
            case MIN -> "min";
            case MAX -> "max";
        };
    }

    private String values(FactKind fact, Condition condition) {
        String prefix = "fact." + fact.name() + "." + condition.field().name() + ".";
        List<String> values = condition.values().stream()
                .map(value -> condition.field().values().isEmpty() ? value : label(prefix + value, value))
                .toList();
        int last = values.size() - 1;
        return last < 1
                ? String.join("", values)
                : String.join(between(), values.subList(0, last)) + words.t("mechanism.or") + values.get(last);
    }

    private String time(Duty.Grace time) {
        return words.t("mechanism.time." + lower(time.unit()), text(time.amount()));
    }

    private String labels(String prefix, Collection<String> constants) {
        return constants.stream()
                .sorted()
                .map(each -> label(prefix + each.toUpperCase(Locale.ROOT), each))
                .collect(Collectors.joining(between()));
    }

    private String label(String key, String otherwise) {
        String label = words.messages()
                .getMessage(key, null, otherwise, words.language().locale());
        return label == null ? otherwise : label;
    }

    private String between() {
        return words.t("mechanism.between");
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
