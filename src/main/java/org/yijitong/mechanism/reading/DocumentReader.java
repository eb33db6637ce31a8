package org.yijitong.mechanism.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Heads;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.YamlText;

/** Reads one document of a mechanism as a whole: either all of it is right, or everything that is wrong is said. */
@Component
public class DocumentReader {
    /**
     * What came of a text.
     *
     * @param document empty when there are faults
     * @param faults in the order of the text
     */
    public record Read(Optional<Document> document, List<DocumentFault> faults) {}

    /** The names that a document may have. */
    static final String[] KEYS = {"mechanism", "version", "name", "in-force", "units", "sources", "duties"};

    private static final int LAST_VERSION = 10_000;
    private static final int MOST_DUTIES = 100;
    /** What is easily got wrong is learnt as time goes by, and told without a new version. */
    private static final Set<String> UNJUDGED = Set.of("mistakes");

    private final Vocabulary vocabulary;
    private final RedLines redLines;
    private final UnitCodes codes;

    DocumentReader(Vocabulary vocabulary, RedLines redLines, UnitCodes codes) {
        this.vocabulary = vocabulary;
        this.redLines = redLines;
        this.codes = codes;
    }

    /**
     * What is to be published: it must not touch a red line, and name only units that are there.
     *
     * @param otherwise the day of publication when the document names none
     */
    public Read read(Source source, LocalDate otherwise) {
        return read(source, otherwise, (root, faults) -> {
            redLines.check(root, faults);
            redLines.checkEnd(root, faults);
            codes.check(root, faults);
        });
    }

    /** What was published before; red lines that came later do not change what it said, nor that a unit is no more. */
    public Read reread(Source source, LocalDate publishedOn) {
        return read(source, publishedOn, (root, faults) -> {});
    }

    private Read read(Source source, LocalDate otherwise, BiConsumer<Node, Faults> check) {
        Faults faults = new Faults(source.file(), Vocabulary.KEYS);
        Optional<Node> root = YamlText.read(source.text(), faults);
        root.ifPresent(each -> check.accept(each, faults));
        Optional<Document> document = root.map(each -> document(each, source, otherwise, faults));
        return new Read(faults.isEmpty() ? document : Optional.empty(), faults.list());
    }

    private Document document(Node root, Source source, LocalDate otherwise, Faults faults) {
        Entries entries = new Entries(root, faults, KEYS);
        Scalars scalars = new Scalars(faults);
        Heads heads = new Heads(faults);
        Heads.Force force = entries.need(
                "in-force", new Heads.Force(otherwise, otherwise, otherwise), node -> heads.force(node, otherwise));
        Duty.Mechanism mechanism = new Duty.Mechanism(
                entries.need("mechanism", "", scalars::id),
                entries.need("version", 1, node -> scalars.whole(node, 1, LAST_VERSION)),
                source.pack(),
                entries.need("name", new Duty.Name("", ""), heads::name),
                force.since(),
                force.until(),
                force.published(),
                entries.need("sources", List.of(), heads::sources),
                entries.or("units", Set.of(), heads::units));
        List<Duty> duties = entries.need("duties", List.of(), node -> duties(node, mechanism, faults));
        return new Document(
                source,
                YamlText.meaning(root, UNJUDGED),
                entries.key("version").getStartMark().getLine() + 1,
                mechanism,
                duties);
    }

    private List<Duty> duties(Node node, Duty.Mechanism mechanism, Faults faults) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty() || elements.size() > MOST_DUTIES) {
            faults.at(node, elements.isEmpty() ? "yaml.fault.blank" : "yaml.fault.many", MOST_DUTIES);
        }
        DutyReader reader = new DutyReader(vocabulary, faults);
        Map<String, Integer> lines = new HashMap<>();
        List<Duty> duties = new ArrayList<>();
        for (Node element : elements.stream().limit(MOST_DUTIES).toList()) {
            Duty duty = reader.read(element, mechanism, duties.size() + 1);
            Integer before = lines.putIfAbsent(duty.id(), element.getStartMark().getLine() + 1);
            if (before != null && !duty.id().isEmpty()) {
                faults.at(element, "yaml.fault.twice", duty.id(), before);
            }
            duties.add(duty);
        }
        if (faults.isEmpty()) {
            blameCycle(duties, elements, faults);
        }
        return duties;
    }

    /** Where the last duty of the way begins: with it the circle closes. */
    private static void blameCycle(List<Duty> duties, List<Node> elements, Faults faults) {
        List<Duty> way = Cycles.of(duties, List.of());
        way.stream()
                .mapToInt(duties::indexOf)
                .max()
                .ifPresent(last -> faults.at(
                        elements.get(last),
                        "mechanism.fault.cycle.of",
                        way.stream().map(Duty::id).collect(Collectors.joining(" → "))));
    }
}
