package org.yijitong.matter;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.access.Policy;
import org.yijitong.matter.Flow.Actor;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.mechanism.Duty;
import org.yijitong.shared.Words;

/** A flow told in plain sentences, made from its document. */
public final class FlowInWords {
    private final Flow flow;
    private final Words words;

    public FlowInWords(Flow flow, Words words) {
        this.flow = flow;
        this.words = words;
    }

    /** Its identifier in addresses. */
    public String id() {
        return flow.head().id();
    }

    public String name() {
        return in(flow.head().name());
    }

    /** Which version it is, and from when to when matters begin under it. */
    public String version() {
        return words.t(
                "matter.flow.version",
                Integer.toString(flow.head().version()),
                words.longDate(flow.head().since()),
                words.longDate(flow.head().until()));
    }

    /** How many states there are. */
    public String states() {
        return words.t("matter.flow.states", flow.states().size());
    }

    public String hosts() {
        return joined(flow.hosts().stream().sorted().map(kind -> words.t("organization.kind." + kind.name())));
    }

    /** Where matters may come from; empty when that is not asked. */
    public String origins() {
        return joined(flow.origins().stream().map(origin -> in(origin.name())));
    }

    public String countsFor() {
        return party(flow.countsFor());
    }

    /** What reopening again and again leads to; empty when nothing. */
    public String raised() {
        return flow.raisedAfter() == 0 ? "" : words.t("matter.flow.raised", Integer.toString(flow.raisedAfter()));
    }

    /** What is printed of matters, each with where they are then. */
    public List<String> papers() {
        return flow.papers().stream()
                .map(paper -> words.t(
                        "matter.flow.paper",
                        in(paper.name()),
                        joined(flow.states().stream()
                                .filter(state -> paper.states().contains(state.id()))
                                .map(state -> in(state.name())))))
                .toList();
    }

    /** The rules it rests on, each once. */
    public List<String> sources() {
        return flow.head().sources().stream()
                .map(source -> source.regulation() + source.article())
                .distinct()
                .toList();
    }

    /** What is asked at the beginning, and where it leads. */
    public Way begin() {
        return way(flow.begin());
    }

    /** Whom a matter is about, and what follows from it; empty when it is about nobody. */
    public String about() {
        return flow.about() == null ? "" : words.t("matter.flow.about.read", field(flow.about()));
    }

    /** The states in order. */
    public List<Stage> stages() {
        return flow.states().stream().map(this::stage).toList();
    }

    /**
     * One state.
     *
     * @param closed how it is over there; empty when it is not
     */
    public record Stage(String id, String name, String closed, String who, String when, List<Way> ways) {}

    /**
     * One way on.
     *
     * @param name what it is called, with where it leads
     * @param details what is asked, shown, named and judged
     */
    public record Way(String name, List<String> details) {}

    private Stage stage(State state) {
        Actor owner = state.owner();
        Limit within = state.within();
        return new Stage(
                state.id(),
                in(state.name()),
                state.closed() ? words.t("matter.flow.closed." + state.closing().name()) : "",
                owner == null ? words.t("matter.flow.nobody") : who(owner),
                within == null ? words.t("matter.flow.none-due") : when(within),
                state.steps().stream().map(this::way).toList());
    }

    /** Such as 承办组织的书记. */
    public String who(Actor actor) {
        String posts = Stream.concat(
                        actor.posts().stream().sorted().map(post -> words.t("people.post." + post.name())),
                        actor.judges() ? Stream.of(words.t(Policy.nameKey(Flow.JUDGE))) : Stream.empty())
                .collect(Collectors.joining(words.t("matter.flow.or")));
        return words.t(actor.above() ? "matter.flow.who.above" : "matter.flow.who.of", party(actor.of()), posts);
    }

    /** Such as 到这一步后 5 个工作日内. */
    public String when(Limit limit) {
        String amount = amount(limit.amount(), limit.unit());
        return switch (limit.after()) {
            case ENTERED, BEGUN -> words.t("matter.flow.when." + limit.after().name(), amount);
            case FIELD ->
                limit.amount() == 0
                        ? words.t("matter.flow.when.on", field(limit.of()))
                        : words.t("matter.flow.when.FIELD", amount, field(limit.of()));
            case STEP -> words.t("matter.flow.when.STEP", amount, step(limit.of()));
        };
    }

    /** Such as “确定”满 12 个月才能办. */
    private String early(Limit limit) {
        String amount = amount(limit.amount(), limit.unit());
        return switch (limit.after()) {
            case ENTERED, BEGUN -> words.t("matter.flow.early." + limit.after().name(), amount);
            case FIELD -> words.t("matter.flow.early.of", amount, field(limit.of()));
            case STEP -> words.t("matter.flow.early.of", amount, step(limit.of()));
        };
    }

    private String amount(int amount, Duty.Unit unit) {
        return words.t("matter.flow." + unit.name(), Integer.toString(amount));
    }

    private Way way(Step step) {
        String to = flow.state(step.to()).map(state -> in(state.name())).orElse("");
        return new Way(
                words.t("matter.flow.to", in(step.name()), to),
                Stream.of(
                                list(
                                        "matter.flow.step.chooses",
                                        step.chooses().stream()
                                                .map(this::chosen)
                                                .toList()),
                                list(
                                        "matter.flow.step.asks",
                                        step.asks().stream().map(this::asked).toList()),
                                list(
                                        "matter.flow.step.evidence",
                                        step.evidence().stream()
                                                .map(this::asked)
                                                .toList()),
                                step.verifies() == null
                                        ? ""
                                        : words.t("matter.flow.step.verifies", step(step.verifies())),
                                step.notBefore() == null ? "" : early(step.notBefore()),
                                list(
                                        "matter.flow.step.check",
                                        step.checks().stream()
                                                .map(check -> in(check.says()))
                                                .toList()),
                                caller(step))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    /** Whether whoever raised it, or whom it is about, may take it, too. */
    private String caller(Step step) {
        String who = flow.about() == null ? "matter.flow.step.caller" : "matter.flow.step.concerned";
        return step.caller() ? words.t(who) : "";
    }

    private String list(String key, Collection<String> names) {
        return names.isEmpty() ? "" : words.t(key, joined(names.stream()));
    }

    private String asked(Flow.Field field) {
        String name = label(field);
        return field.required() ? name : words.t("matter.flow.step.optional", name);
    }

    /** A field with its unit, or with what is wanted beside words. */
    public String label(Flow.Field field) {
        return switch (field.type()) {
            case FILE -> words.t("matter.flow.step.file", in(field.name()));
            case RECORD -> words.t("matter.flow.step.record", in(field.name()));
            case PERSON -> words.t("matter.flow.step.person", in(field.name()));
            default ->
                field.unit() == null
                        ? in(field.name())
                        : words.t("matter.flow.step.unit", in(field.name()), in(field.unit()));
        };
    }

    /** What a state is called; of one that was closed for another one to go on, that it was. */
    public String state(String id, boolean closed) {
        State state = flow.state(id).orElse(null);
        if (state == null) {
            return id;
        }
        return closed && !state.closed() ? words.t("matter.state.merged") : in(state.name());
    }

    /** What a party is called. */
    public String party(String id) {
        return id.equals(Flow.HOST)
                ? words.t("matter.key.host")
                : flow.party(id).map(party -> in(party.name())).orElse(id);
    }

    /** With whether it may be one in words. */
    private String chosen(String id) {
        boolean outside =
                flow.party(id).filter(party -> !party.outside().isEmpty()).isPresent();
        return outside ? words.t("matter.flow.step.outside", party(id)) : party(id);
    }

    private String step(@org.jspecify.annotations.Nullable String id) {
        return flow.steps()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> in(each.name()))
                .orElse("");
    }

    private String field(@org.jspecify.annotations.Nullable String id) {
        return Stream.concat(Stream.of(flow.begin()), flow.steps())
                .flatMap(step -> step.fields().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> in(each.name()))
                .orElse("");
    }

    private String joined(Stream<String> several) {
        return several.collect(Collectors.joining(words.t("matter.flow.between")));
    }

    private String in(Duty.Name name) {
        return name.in(words.language());
    }
}
