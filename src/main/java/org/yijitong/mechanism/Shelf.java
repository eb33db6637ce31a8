package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yijitong.mechanism.MechanismStore.Version;
import org.yijitong.mechanism.reading.Cycles;
import org.yijitong.mechanism.reading.Document;
import org.yijitong.mechanism.reading.DocumentReader;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Source;

/** Documents sorted out: what is stored already, what is new, what cannot be taken. */
final class Shelf {
    private record Key(String mechanism, int number) {}

    private final DocumentReader reader;
    private final Map<Key, Version> stored = new HashMap<>();
    private final Map<Key, Document> fresh = new LinkedHashMap<>();
    private final List<DocumentFault> faults = new ArrayList<>();
    private final List<DocumentFault> grave = new ArrayList<>();
    private final Set<String> order = new LinkedHashSet<>();

    Shelf(DocumentReader reader, Collection<Version> stored) {
        this.reader = reader;
        stored.forEach(version -> this.stored.put(new Key(version.mechanism(), version.number()), version));
    }

    /** @param today the day of publication where the document names none */
    void put(Source source, LocalDate today) {
        DocumentReader.Read read = reader.read(source, today);
        (source.own() ? faults : grave).addAll(read.faults());
        read.document().ifPresent(this::put);
    }

    private void put(Document document) {
        String mechanism = document.mechanism().id();
        order.add(mechanism);
        Key key = new Key(mechanism, document.mechanism().version());
        Version before = stored.get(key);
        Document beside = fresh.get(key);
        if (before != null) {
            if (!same(before, document)) {
                boolean own = document.source().own() || before.pack().equals(Source.OWN);
                (own ? faults : grave).add(fault(document, "yaml.fault.changed", mechanism, key.number()));
            }
        } else if (beside == null) {
            fresh.put(key, document);
        } else if (!beside.meaning().equals(document.meaning())) {
            String other = beside.source().file();
            (document.source().own() ? faults : grave)
                    .add(fault(document, "mechanism.fault.again", mechanism, key.number(), other));
        }
    }

    private boolean same(Version before, Document document) {
        if (before.content().equals(document.source().text())) {
            return true;
        }
        Source source = new Source(document.source().file(), before.pack(), before.content());
        Optional<Document> read = reader.reread(source, before.publishedOn()).document();
        return read.map(Document::meaning).filter(document.meaning()::equals).isPresent();
    }

    private static DocumentFault fault(Document document, String key, Object... arguments) {
        return new DocumentFault(document.source().file(), document.versionLine(), 1, key, List.of(arguments));
    }

    /** Blames what is new for duties that lead over published ones of other documents back to themselves. */
    void blameCycles(Collection<Duty> published) {
        fresh.values().forEach(document -> {
            String mechanism = document.mechanism().id();
            List<Duty> others = published.stream()
                    .filter(duty -> !duty.mechanism().id().equals(mechanism))
                    .toList();
            List<Duty> way = Cycles.of(document.duties(), others);
            if (!way.isEmpty()) {
                faults.add(fault(
                        document,
                        "mechanism.fault.cycle.of",
                        way.stream()
                                .map(duty -> duty.mechanism().id() + "/" + duty.id())
                                .collect(Collectors.joining(" → "))));
            }
        });
    }

    /** The mechanisms in the order they were put. */
    List<String> order() {
        return List.copyOf(order);
    }

    /** Versions that are not stored yet. */
    List<Document> fresh() {
        return List.copyOf(fresh.values());
    }

    /** Faults of documents that users wrote. */
    List<DocumentFault> faults() {
        return faults;
    }

    /** Faults of documents that ship with the product. */
    List<DocumentFault> grave() {
        return grave;
    }

    /**
     * The last day on which each version judges: its own, or the day before a later version begins.
     *
     * @param versions in any order
     */
    static Map<Version, LocalDate> ends(Collection<Version> versions) {
        Map<Version, LocalDate> ends = new HashMap<>();
        Map<String, TreeMap<Integer, Version>> chains = new HashMap<>();
        versions.forEach(version -> chains.computeIfAbsent(version.mechanism(), each -> new TreeMap<>())
                .put(version.number(), version));
        chains.values().forEach(chain -> {
            LocalDate before = LocalDate.MAX;
            for (Version version : chain.descendingMap().values()) {
                LocalDate last = before.equals(LocalDate.MAX) ? before : before.minusDays(1);
                ends.put(version, version.until().isBefore(last) ? version.until() : last);
                before = version.since().isBefore(before) ? version.since() : before;
            }
        });
        return ends;
    }
}
