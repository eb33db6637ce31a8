package org.yijitong.mechanism.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.RedLine;

/** The file of red lines, read with the care that documents are read with. */
final class RedLineFile {
    private static final int LONGEST = 40;
    private static final Duty.Name NONE = new Duty.Name("", "");

    /**
     * What it says.
     *
     * @param edition the day of this wording
     * @param deniedBy words that deny what follows them
     */
    record Content(String edition, List<String> deniedBy, List<RedLine> lines) {}

    private final Faults faults;
    private final Scalars scalars;

    private RedLineFile(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** @throws IllegalStateException when there is a fault in it */
    static Content read(Document.Source source) {
        Faults faults = new Faults(source.file());
        Optional<Content> content =
                YamlText.read(source.text(), faults).map(root -> new RedLineFile(faults).content(root));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the red lines are faulty: " + faults.list());
        }
        return content.orElseThrow();
    }

    private Content content(Node root) {
        Entries entries = new Entries(root, faults, "edition", "denied-by", "red-lines");
        List<RedLine> lines = new ArrayList<>();
        entries.need("red-lines", List.<Node>of(), Entries::elements).forEach(each -> lines.add(line(each)));
        return new Content(
                entries.need("edition", "", each -> scalars.text(each, LONGEST)),
                entries.need("denied-by", List.of(), this::words),
                List.copyOf(lines));
    }

    private RedLine line(Node node) {
        Entries entries = new Entries(node, faults, "line", "forbids", "basis", "words", "example", "kept-by");
        List<String> words = entries.or("words", List.of(), this::words);
        boolean tripped = !words.isEmpty();
        return new RedLine(
                entries.need("line", "", each -> scalars.text(each, LONGEST)),
                entries.need("forbids", NONE, scalars::name),
                entries.need("basis", new Duty.Basis("", ""), scalars::basis),
                words,
                tripped ? entries.need("example", NONE, scalars::name) : NONE,
                tripped ? NONE : entries.need("kept-by", NONE, scalars::name));
    }

    private List<String> words(Node node) {
        return Entries.elements(node).stream()
                .map(each -> scalars.text(each, LONGEST))
                .toList();
    }
}
