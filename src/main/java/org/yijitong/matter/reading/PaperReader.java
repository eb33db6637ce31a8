package org.yijitong.matter.reading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.matter.FlowPaper;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Heads;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Term;

/** Reads the papers that a flow prints. */
final class PaperReader {
    /** Of one flow. */
    static final int MOST = 5;

    /** A page or two. */
    private static final int MOST_LINES = 40;

    /** The names of a paper. */
    static final String[] PAPER = {"paper", "name", "states", "issued", "until", "lines"};

    private static final Duty.Name NAMELESS = new Duty.Name("", "");

    private final Faults faults;
    private final Scalars scalars;
    private final Heads heads;

    PaperReader(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
        this.heads = new Heads(faults);
    }

    FlowPaper paper(Node node) {
        Entries entries = new Entries(node, faults, PAPER);
        return new FlowPaper(
                entries.need("paper", "", scalars::id),
                entries.need("name", NAMELESS, heads::name),
                entries.need("states", Set.of(), this::ids),
                entries.find("issued").map(scalars::id).orElse(null),
                entries.find("until").map(scalars::id).orElse(null),
                entries.need("lines", List.of(), this::lines),
                StateReader.spot(node));
    }

    private Set<String> ids(Node node) {
        Set<String> ids = new TreeSet<>();
        Entries.elements(node).forEach(each -> ids.add(scalars.id(each)));
        return ids;
    }

    private List<FlowPaper.Line> lines(Node node) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty() || elements.size() > MOST_LINES) {
            faults.at(node, elements.isEmpty() ? "yaml.fault.blank" : "yaml.fault.many", MOST_LINES);
        }
        return elements.stream().limit(MOST_LINES).map(this::line).toList();
    }

    /** What kind of line it is stands before its words. */
    private FlowPaper.Line line(Node node) {
        List<Term> kinds = FlowWords.lines();
        Function<Node, Duty.Name> words = heads::name;
        Entries entries =
                new Entries(node, faults, kinds.stream().map(Term::word).toArray(String[]::new));
        List<Term> written =
                kinds.stream().filter(each -> entries.has(each.word())).toList();
        if (written.size() != 1) {
            if (node instanceof MappingNode) {
                faults.at(node, "yaml.fault.one", kinds);
            }
            return new FlowPaper.Line(FlowPaper.Kind.TEXT, NAMELESS);
        }
        String kind = written.getFirst().word();
        return new FlowPaper.Line(FlowWords.constant(FlowPaper.Kind.class, kind), entries.or(kind, NAMELESS, words));
    }
}
