package org.yijitong.mechanism;

import java.util.ArrayList;
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
        String per = lower(duty.needPer());
        String amount = duty.need().stripTrailingZeros().toPlainString();
        String field = duty.sumField();
        return field == null
                ? words.t("mechanism.need.times." + per, rhythm(), amount)
                : words.t("mechanism.need.sum." + per, rhythm(), amount, label(factKey(field), field));
    }

    private String rhythm() {
        Duty.Trigger trigger = duty.trigger();
        return trigger == null
                ? words.t("mechanism.often." + lower(duty.period()))
                : words.t("mechanism.often.after", all(trigger.fact(), trigger.conditions()), time(trigger.within()));
    }

    /** By when it must be written down. */
    public String due() {
        return duty.grace().amount() == 0
                ? words.t("mechanism.due.end")
                : words.t("mechanism.due.grace", time(duty.grace()));
    }

    /** What a record must have, each a short sentence; any record if empty. */
    public List<String> counts() {
        return sentences(duty.fact(), duty.counts());
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

    public String visible() {
        return words.t("mechanism.visible." + lower(duty.visibility()));
    }

    private String all(FactKind fact, List<Condition> conditions) {
        return conditions.isEmpty()
                ? words.t("mechanism.page.any")
                : String.join(between(), sentences(fact, conditions));
    }

    private List<String> sentences(FactKind fact, List<Condition> conditions) {
        List<String> sentences = new ArrayList<>();
        conditions.forEach(condition -> sentences.add(words.t(
                "mechanism.condition." + form(condition),
                label(
                        "fact." + fact.name() + "." + condition.field().name(),
                        condition.field().name()),
                values(fact, condition))));
        return sentences;
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
        return condition.values().stream()
                .map(value -> condition.field().values().isEmpty() ? value : label(prefix + value, value))
                .collect(Collectors.joining(between()));
    }

    private String time(Duty.Grace time) {
        return words.t("mechanism.time." + lower(time.unit()), text(time.amount()));
    }

    private String labels(String prefix, Collection<String> constants) {
        return constants.stream()
                .map(each -> label(prefix + each.toUpperCase(Locale.ROOT), each))
                .collect(Collectors.joining(between()));
    }

    private String factKey(String field) {
        return "fact." + duty.fact().name() + "." + field;
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
