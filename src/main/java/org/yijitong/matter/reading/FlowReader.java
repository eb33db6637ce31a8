package org.yijitong.matter.reading;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.matter.Flow.Party;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.FlowHead;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Heads;
import org.yijitong.mechanism.Law;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.YamlText;

/** Reads a flow as a whole: either nothing can get stuck in it, or everything that is wrong is said. */
@Component
public class FlowReader {
    /**
     * What came of a text.
     *
     * @param flow empty when there are faults
     * @param meaning the same for two texts that say the same
     * @param faults in the order of the text
     */
    public record Read(Optional<Flow> flow, String meaning, List<DocumentFault> faults) {}

    static final String[] KEYS = {
        "flow",
        "version",
        "name",
        "in-force",
        "to-check",
        "units",
        "sources",
        "hosts",
        "origins",
        "parties",
        "counts-for",
        "raised-after",
        "about",
        "begin",
        "states",
        "papers"
    };
    private static final int LAST_VERSION = 10_000;
    /** The names of a party. */
    static final String[] PARTY = {"party", "name", "organizations", "outside"};

    private static final int MOST_STATES = 40;
    private static final int MOST_REOPENINGS = 9;

    private final Law law;
    private final Dictionary dictionary;

    FlowReader(Law law, Dictionary dictionary) {
        this.law = law;
        this.dictionary = dictionary;
    }

    /**
     * What is to be published: it must not touch a red line either, name only units that are there, and ask
     * nothing that is known already.
     *
     * @param otherwise the day of publication when the document names none
     */
    public Read read(Source source, LocalDate otherwise) {
        return read(source, otherwise, (root, faults) -> {
            law.check(root, faults);
            law.checkUnits(root, faults);
            new AskedAlready(dictionary, faults).check(root);
        });
    }

    /** What was published before; what came later, red lines or a column, does not change what it said. */
    public Read reread(Source source, LocalDate publishedOn) {
        return read(source, publishedOn, (root, faults) -> {});
    }

    private Read read(Source source, LocalDate otherwise, BiConsumer<Node, Faults> check) {
        Faults faults = new Faults(source.file(), FlowWords.KEYS);
        Optional<Node> root = YamlText.read(source.text(), faults);
        root.ifPresent(each -> check.accept(each, faults));
        Optional<Flow> flow = root.map(each -> new Whole(faults).flow(each, source.pack(), otherwise));
        if (faults.isEmpty()) {
            flow.ifPresent(each -> FlowCheck.check(each, faults));
        }
        return new Read(
                faults.isEmpty() ? flow : Optional.empty(),
                faults.isEmpty()
                        ? root.map(each -> YamlText.meaning(each, Set.of())).orElse("")
                        : "",
                faults.list());
    }

    /** The parts of one document. */
    private static final class Whole {
        private final Faults faults;
        private final Scalars scalars;
        private final Heads heads;
        private final StateReader reader;

        Whole(Faults faults) {
            this.faults = faults;
            this.scalars = new Scalars(faults);
            this.heads = new Heads(faults);
            this.reader = new StateReader(faults);
        }

        Flow flow(Node root, String pack, LocalDate otherwise) {
            Entries entries = new Entries(root, faults, KEYS);
            List<State> states = entries.need("states", List.of(), node -> list(node, MOST_STATES, reader::state));
            return new Flow(
                    head(entries, pack, otherwise),
                    entries.need("hosts", Set.of(), this::kinds),
                    entries.or("origins", List.of(), node -> reader.options(node, "origin")),
                    entries.or("parties", List.of(), node -> list(node, MOST_STATES, this::party)),
                    entries.or("counts-for", Flow.HOST, scalars::id),
                    entries.or("raised-after", 0, node -> scalars.whole(node, 1, MOST_REOPENINGS)),
                    entries.need("begin", NOTHING, reader::begin),
                    timed(states),
                    entries.or(
                            "papers", List.of(), node -> list(node, PaperReader.MOST, new PaperReader(faults)::paper)),
                    entries.find("about").map(scalars::id).orElse(null));
        }

        private static final Flow.Step NOTHING = new Flow.Step(
                Flow.BEGIN,
                new Duty.Name("", ""),
                "",
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                false,
                List.of(),
                new Flow.Spot(1, 1));

        private FlowHead head(Entries entries, String pack, LocalDate otherwise) {
            Heads.Force force = entries.need(
                    "in-force", new Heads.Force(otherwise, otherwise, otherwise), node -> heads.force(node, otherwise));
            return new FlowHead(
                    entries.need("flow", "", scalars::id),
                    entries.need("version", 1, node -> scalars.whole(node, 1, LAST_VERSION)),
                    pack,
                    entries.need("name", new Duty.Name("", ""), heads::name),
                    force.since(),
                    force.until(),
                    force.published(),
                    entries.find("to-check").map(reader::yes).orElse(false),
                    entries.need("sources", List.of(), heads::sources),
                    entries.or("units", Set.of(), heads::units));
        }

        private Party party(Node node) {
            Entries entries = new Entries(node, faults, PARTY);
            return new Party(
                    entries.need("party", "", scalars::id),
                    entries.need("name", new Duty.Name("", ""), heads::name),
                    entries.need("organizations", Set.of(), this::kinds),
                    entries.or("outside", List.of(), each -> reader.fields(each, false)));
        }

        private Set<OrganizationKind> kinds(Node node) {
            return scalars.words(node, FlowWords.organizations()).stream()
                    .map(word -> FlowWords.constant(OrganizationKind.class, word))
                    .collect(Collectors.toSet());
        }

        private <T> List<T> list(Node node, int most, Function<Node, T> read) {
            List<Node> elements = Entries.elements(node);
            if (elements.isEmpty() || elements.size() > most) {
                faults.at(node, elements.isEmpty() ? "yaml.fault.blank" : "yaml.fault.many", most);
            }
            return elements.stream().limit(most).map(read).toList();
        }

        /** What a time runs from may be a field or a step; only the whole document tells which. */
        private static List<State> timed(List<State> states) {
            Set<String> steps = new HashSet<>();
            states.forEach(state -> state.steps().forEach(step -> steps.add(step.id())));
            return states.stream()
                    .map(state -> new State(
                            state.id(),
                            state.name(),
                            state.closing(),
                            state.owner(),
                            timed(state.within(), steps),
                            state.steps().stream()
                                    .map(step -> timed(step, steps))
                                    .toList(),
                            state.spot()))
                    .toList();
        }

        private static Flow.Step timed(Flow.Step step, Set<String> steps) {
            return new Flow.Step(
                    step.id(),
                    step.name(),
                    step.to(),
                    step.asks(),
                    step.evidence(),
                    step.chooses(),
                    step.verifies(),
                    timed(step.notBefore(), steps),
                    step.caller(),
                    step.checks(),
                    step.spot());
        }

        private static @Nullable Limit timed(@Nullable Limit limit, Set<String> steps) {
            return limit == null || limit.of() == null || !steps.contains(limit.of())
                    ? limit
                    : new Limit(limit.amount(), limit.unit(), Limit.Event.STEP, limit.of());
        }
    }
}
