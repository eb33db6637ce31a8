package org.yijitong.mechanism.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yijitong.mechanism.DocumentFault;
import org.yijitong.mechanism.Duty;

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

    private static final int LAST_VERSION = 10_000;
    private static final int MOST_DUTIES = 100;

    private final Vocabulary vocabulary;
    private final RedLines redLines;

    DocumentReader(Vocabulary vocabulary, RedLines redLines) {
        this.vocabulary = vocabulary;
        this.redLines = redLines;
    }

    /**
     * What is to be published: it must not touch a red line either.
     *
     * @param otherwise the day of publication when the document names none
     */
    public Read read(Document.Source source, LocalDate otherwise) {
        return read(source, otherwise, redLines::check);
    }

    /** What was published before; red lines that came later do not change what it said. */
    public Read reread(Document.Source source, LocalDate publishedOn) {
        return read(source, publishedOn, (root, faults) -> {});
    }

    private Read read(Document.Source source, LocalDate otherwise, BiConsumer<Node, Faults> check) {
        Faults faults = new Faults(source.file());
        Optional<Node> root = YamlText.read(source.text(), faults);
        root.ifPresent(each -> check.accept(each, faults));
        Optional<Document> document = root.map(each -> document(each, source, otherwise, faults));
        return new Read(faults.isEmpty() ? document : Optional.empty(), faults.list());
    }

    private Document document(Node root, Document.Source source, LocalDate otherwise, Faults faults) {
        Entries entries = new Entries(root, faults, "mechanism", "version", "name", "in-force", "sources", "duties");
        Scalars scalars = new Scalars(faults);
        Days days = entries.need(
                "in-force", new Days(otherwise, otherwise, otherwise), node -> days(node, otherwise, faults, scalars));
        Duty.Mechanism mechanism = new Duty.Mechanism(
                entries.need("mechanism", "", scalars::id),
                entries.need("version", 1, node -> scalars.whole(node, 1, LAST_VERSION)),
                source.pack(),
                entries.need("name", new Duty.Name("", ""), scalars::name),
                days.since(),
                days.until(),
                days.published(),
                entries.need("sources", List.of(), node -> sources(node, faults, scalars)));
        List<Duty> duties = entries.need("duties", List.of(), node -> duties(node, mechanism, faults));
        return new Document(
                source, meaning(root), entries.key("version").getStartMark().getLine() + 1, mechanism, duties);
    }

    private record Days(LocalDate since, LocalDate until, LocalDate published) {}

    private static Days days(Node node, LocalDate otherwise, Faults faults, Scalars scalars) {
        Entries entries = new Entries(node, faults, "since", "until", "published");
        LocalDate since = entries.need("since", otherwise, each -> scalars.day(each, LocalDate.EPOCH));
        LocalDate until = entries.need("until", since, each -> scalars.day(each, since));
        if (until.isBefore(since)) {
            faults.at(entries.key("until"), "mechanism.fault.until", until, since);
        }
        return new Days(since, until, entries.or("published", otherwise, each -> scalars.day(each, otherwise)));
    }

    private static List<Duty.Basis> sources(Node node, Faults faults, Scalars scalars) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty()) {
            faults.at(node, "mechanism.fault.blank");
        }
        return elements.stream().map(scalars::basis).toList();
    }

    private List<Duty> duties(Node node, Duty.Mechanism mechanism, Faults faults) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty() || elements.size() > MOST_DUTIES) {
            faults.at(node, elements.isEmpty() ? "mechanism.fault.blank" : "mechanism.fault.many", MOST_DUTIES);
        }
        DutyReader reader = new DutyReader(vocabulary, faults);
        Map<String, Integer> lines = new HashMap<>();
        List<Duty> duties = new ArrayList<>();
        for (Node element : elements.stream().limit(MOST_DUTIES).toList()) {
            Duty duty = reader.read(element, mechanism, duties.size() + 1);
            Integer before = lines.putIfAbsent(duty.id(), element.getStartMark().getLine() + 1);
            if (before != null && !duty.id().isEmpty()) {
                faults.at(element, "mechanism.fault.twice", duty.id(), before);
            }
            duties.add(duty);
        }
        return duties;
    }

    /** The text without what carries no meaning. */
    private static String meaning(Node node) {
        return switch (node) {
            case ScalarNode scalar -> quoted(scalar.getValue().strip());
            case SequenceNode sequence ->
                sequence.getValue().stream().map(DocumentReader::meaning).collect(Collectors.joining(",", "[", "]"));
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .map(tuple -> meaning(tuple.getKeyNode()) + ":" + meaning(tuple.getValueNode()))
                        .sorted()
                        .collect(Collectors.joining(",", "{", "}"));
            default -> throw new IllegalArgumentException("a reference that was not refused");
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
