package org.yijitong.mechanism.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Heads;
import org.yijitong.mechanism.RedLine;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.YamlText;

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
    private final Heads heads;

    private RedLineFile(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
        this.heads = new Heads(faults);
    }

    /** @throws IllegalStateException when there is a fault in it */
    static Content read(Source source) {
        Faults faults = new Faults(source.file(), Vocabulary.KEYS);
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
                entries.need("forbids", NONE, heads::name),
                entries.need("basis", new Duty.Basis("", ""), heads::basis),
                words,
                tripped ? entries.need("example", NONE, heads::name) : NONE,
                tripped ? NONE : entries.need("kept-by", NONE, heads::name));
    }

    private List<String> words(Node node) {
        return Entries.elements(node).stream()
                .map(each -> scalars.text(each, LONGEST))
                .toList();
    }
}
