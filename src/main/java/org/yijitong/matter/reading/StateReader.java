package org.yijitong.matter.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Actor;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.matter.Flow.Option;
import org.yijitong.matter.Flow.Spot;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Heads;
import org.yijitong.organization.Post;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Term;

/** Reads states and steps. */
final class StateReader {
    /** More would be a form that nobody fills in with care. */
    private static final int MOST_FIELDS = 8;

    private static final int MOST_TIME = 400;
    /** The names of a state. */
    static final String[] STATE = {"state", "name", "closed", "owner", "within", "steps"};
    /** Of whoever has it. */
    static final String[] ACTOR = {"posts", "of", "above"};
    /** Of a step. */
    static final String[] STEP = {
        "step", "name", "to", "ask", "evidence", "choose", "verifies", "not-before", "caller", "check"
    };
    /** Of the beginning. */
    static final String[] BEGIN = {"name", "to", "ask", "choose", "check"};
    /** Of what is asked. */
    static final String[] ASK = {"field", "name", "type", "values", "unit", "told", "public", "optional", "filled-from"
    };
    /** Of what shows something. */
    static final String[] EVIDENCE = {"field", "name", "type", "values", "unit", "told"};

    private static final Duty.Name NAMELESS = new Duty.Name("", "");

    private final Faults faults;
    private final Scalars scalars;
    private final Heads heads;

    StateReader(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
        this.heads = new Heads(faults);
    }

    State state(Node node) {
        Entries entries = new Entries(node, faults, STATE);
        boolean open = !entries.has("closed");
        Flow.Closing closing = entries.find("closed")
                .flatMap(each -> scalars.word(each, FlowWords.closings()))
                .map(word -> FlowWords.constant(Flow.Closing.class, word))
                .orElse(open ? Flow.Closing.OPEN : Flow.Closing.DONE);
        List<Step> steps = open
                ? entries.need("steps", List.of(), this::steps)
                : entries.or("steps", List.<Step>of(), this::steps);
        return new State(
                entries.need("state", "", scalars::id),
                entries.need("name", NAMELESS, heads::name),
                closing,
                absent(entries, "owner", open || !steps.isEmpty(), this::actor),
                absent(entries, "within", open, this::limit),
                steps,
                spot(node));
    }

    private <T> @Nullable T absent(Entries entries, String key, boolean needed, Function<Node, T> read) {
        if (needed && !entries.has(key) && entries.node() instanceof MappingNode) {
            faults.at(entries.node(), "matter.fault.open." + key);
        }
        return entries.find(key).map(read).orElse(null);
    }

    private Actor actor(Node node) {
        Entries entries = new Entries(node, faults, ACTOR);
        if (entries.has("of") == entries.has("above") && node instanceof MappingNode) {
            faults.at(node, "yaml.fault.one", List.of(FlowWords.key("of"), FlowWords.key("above")));
        }
        Set<String> words = entries.need("posts", Set.<String>of(), each -> scalars.words(each, FlowWords.posts()));
        Set<Post> posts = words.stream()
                .filter(word -> !word.equals(Flow.JUDGE))
                .map(word -> FlowWords.constant(Post.class, word))
                .collect(Collectors.toSet());
        String of = entries.find("of")
                .or(() -> entries.find("above"))
                .map(scalars::id)
                .orElse(Flow.HOST);
        return new Actor(posts, words.contains(Flow.JUDGE), of, entries.has("above"));
    }

    private Limit limit(Node node) {
        List<Term> units = FlowWords.units();
        Entries entries = new Entries(
                node,
                faults,
                Stream.concat(units.stream().map(Term::word), Stream.of("after"))
                        .toArray(String[]::new));
        List<Term> written =
                units.stream().filter(each -> entries.has(each.word())).toList();
        if (written.size() != 1) {
            if (node instanceof MappingNode) {
                faults.at(node, "yaml.fault.one", units);
            }
            return new Limit(1, Duty.Unit.DAYS, Limit.Event.ENTERED, null);
        }
        String unit = written.getFirst().word();
        String after = entries.or("after", "entered", scalars::id);
        boolean named = !FlowWords.EVENTS.contains(after);
        int amount = entries.or(unit, 1, each -> scalars.whole(each, named ? 0 : 1, MOST_TIME));
        return new Limit(
                amount,
                FlowWords.constant(Duty.Unit.class, unit),
                named ? Limit.Event.FIELD : FlowWords.constant(Limit.Event.class, after),
                named ? after : null);
    }

    private List<Step> steps(Node node) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty()) {
            faults.at(node, "yaml.fault.blank");
        }
        List<Step> steps = new ArrayList<>();
        for (Node element : elements) {
            Entries entries = new Entries(element, faults, STEP);
            steps.add(step(entries, entries.need("step", "", scalars::id)));
        }
        return steps;
    }

    /** The beginning: a step without a name of its own. */
    Step begin(Node node) {
        return step(new Entries(node, faults, BEGIN), Flow.BEGIN);
    }

    private Step step(Entries entries, String id) {
        List<Field> asks = entries.or("ask", List.of(), node -> fields(node, false));
        List<Field> evidence = entries.or("evidence", List.of(), node -> fields(node, true));
        List<Field> all = Stream.concat(asks.stream(), evidence.stream()).toList();
        return new Step(
                id,
                entries.need("name", NAMELESS, heads::name),
                entries.need("to", "", scalars::id),
                asks,
                evidence,
                entries.or("choose", List.of(), this::ids),
                entries.find("verifies").map(scalars::id).orElse(null),
                entries.find("not-before").map(this::limit).orElse(null),
                entries.find("caller").map(this::yes).orElse(false),
                entries.or("check", List.of(), new ConditionReader(faults, all)::all),
                spot(entries.node()));
    }

    private List<String> ids(Node node) {
        return Entries.elements(node).stream().map(scalars::id).toList();
    }

    /** What is asked, or what shows something. */
    List<Field> fields(Node node, boolean evidence) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty() || elements.size() > MOST_FIELDS) {
            faults.at(node, elements.isEmpty() ? "yaml.fault.blank" : "yaml.fault.many", MOST_FIELDS);
        }
        return elements.stream()
                .limit(MOST_FIELDS)
                .map(each -> field(each, evidence))
                .toList();
    }

    private Field field(Node node, boolean evidence) {
        Entries entries = evidence ? new Entries(node, faults, EVIDENCE) : new Entries(node, faults, ASK);
        Field.Type type = entries.find("type")
                .flatMap(each -> scalars.word(each, FlowWords.types(evidence)))
                .map(word -> FlowWords.constant(Field.Type.class, word))
                .orElse(Field.Type.TEXT);
        if (entries.has("values") != (type == Field.Type.CHOICE) && node instanceof MappingNode) {
            faults.at(entries.key("values"), "matter.fault.values");
        }
        if (entries.has("unit") && type != Field.Type.NUMBER) {
            faults.at(entries.key("unit"), "matter.fault.unit");
        }
        if (type == Field.Type.PERSON && (entries.has("told") || entries.has("public"))) {
            faults.at(entries.key(entries.has("told") ? "told" : "public"), "matter.fault.person");
        }
        return new Field(
                entries.need("field", "", scalars::id),
                entries.need("name", NAMELESS, heads::name),
                type,
                !entries.find("optional").map(this::yes).orElse(false),
                entries.or("values", List.of(), this::values),
                entries.find("unit").map(heads::name).orElse(null),
                entries.find("filled-from")
                        .flatMap(each -> scalars.word(each, FlowWords.fills()))
                        .map(word -> FlowWords.constant(Field.From.class, word))
                        .orElse(null),
                entries.find("told").map(this::yes).orElse(false),
                entries.find("public").map(this::yes).orElse(false));
    }

    /** The word {@code true}; there is no other, since what is not so is left out. */
    boolean yes(Node node) {
        return scalars.word(node, List.of(new Term("true", FlowWords.KEYS + "true")))
                .isPresent();
    }

    private List<Option> values(Node node) {
        return options(node, "value");
    }

    /** What may be chosen, each with its name. */
    List<Option> options(Node node, String key) {
        return Entries.elements(node).stream()
                .map(each -> new Entries(each, faults, key, "name"))
                .map(entries ->
                        new Option(entries.need(key, "", scalars::id), entries.need("name", NAMELESS, heads::name)))
                .toList();
    }

    /** Where something stands. */
    static Spot spot(Node node) {
        return new Spot(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }
}
