package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;

/** What stands at the head of every document: names, the rules it rests on, the days it is in force. */
public final class Heads {
    private static final int LONGEST_NAME = 300;
    private static final int MOST_UNITS = 500;

    private final Faults faults;
    private final Scalars scalars;

    public Heads(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /**
     * From when to when a document is in force.
     *
     * @param published nothing due before this day is late
     */
    public record Force(LocalDate since, LocalDate until, LocalDate published) {}

    /** Words in both languages, traditional Chinese if given. */
    public Duty.Name name(Node node) {
        Entries entries = new Entries(node, faults, "zh-Hans", "en", "zh-Hant");
        String chinese = entries.need("zh-Hans", "", this::text);
        String english = entries.need("en", "", this::text);
        return new Duty.Name(chinese, english, entries.or("zh-Hant", chinese, this::text));
    }

    /** A rule and its article. */
    public Duty.Basis basis(Node node) {
        Entries entries = new Entries(node, faults, "regulation", "article");
        return new Duty.Basis(entries.need("regulation", "", this::text), entries.or("article", "", this::text));
    }

    /** The rules a document rests on, at least one. */
    public List<Duty.Basis> sources(Node node) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty()) {
            faults.at(node, "yaml.fault.blank");
        }
        return elements.stream().map(this::basis).toList();
    }

    /** The codes of the units that a document binds. */
    public Set<String> units(Node node) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty() || elements.size() > MOST_UNITS) {
            faults.at(node, elements.isEmpty() ? "yaml.fault.blank" : "yaml.fault.many", MOST_UNITS);
        }
        return elements.stream()
                .flatMap(each -> scalars.plain(each).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param otherwise the day of publication where the document names none */
    public Force force(Node node, LocalDate otherwise) {
        Entries entries = new Entries(node, faults, "since", "until", "published");
        LocalDate since = entries.need("since", otherwise, each -> scalars.day(each, LocalDate.EPOCH));
        LocalDate until = entries.need("until", since, each -> scalars.day(each, since));
        if (until.isBefore(since)) {
            faults.at(entries.key("until"), "mechanism.fault.until", until, since);
        }
        return new Force(since, until, entries.or("published", otherwise, each -> scalars.day(each, otherwise)));
    }

    private String text(Node node) {
        return scalars.text(node, LONGEST_NAME);
    }
}
