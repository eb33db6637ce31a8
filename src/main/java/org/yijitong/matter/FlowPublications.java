package org.yijitong.matter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yijitong.matter.FlowStore.Stored;
import org.yijitong.matter.reading.FlowReader;
import org.yijitong.shared.Days;
import org.yijitong.shared.Language;
import org.yijitong.shared.Uuid7;
import org.yijitong.shared.Words;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.SourceFiles;

/** Publishes flows: what is new is stored, what was published once is never changed. */
@Component
@Transactional
public class FlowPublications {
    private static final List<String> PACKS = List.of("statutory", "guangdong");

    private final FlowStore store;
    private final Flows flows;
    private final FlowLibrary library;
    private final FlowReader reader;
    private final SourceFiles files;
    private final Days days;
    private final Clock clock;
    private final Uuid7 ids;
    private final Words words;

    FlowPublications(
            FlowStore store,
            Flows flows,
            FlowLibrary library,
            FlowReader reader,
            SourceFiles files,
            Days days,
            Clock clock,
            Uuid7 ids,
            MessageSource messages) {
        this.store = store;
        this.flows = flows;
        this.library = library;
        this.reader = reader;
        this.files = files;
        this.days = days;
        this.clock = clock;
        this.ids = ids;
        this.words = new Words(messages, Language.ZH_HANS);
    }

    /**
     * What came of a text.
     *
     * @param faults all that is wrong with it
     * @param flow what it says; empty when something is wrong
     */
    public record Checked(List<DocumentFault> faults, Optional<Flow> flow) {}

    /** Reads a text that a user is still writing; nothing is stored. */
    @Transactional(readOnly = true)
    public Checked check(String text) {
        Shelf shelf = new Shelf(store.all());
        Optional<Flow> flow = shelf.put(new Source("", Source.OWN, text));
        return new Checked(shelf.faults, shelf.faults.isEmpty() ? flow : Optional.empty());
    }

    /**
     * Publishes a text.
     *
     * @param name what it is called in faults
     * @return all that is wrong with it; nothing is stored unless this is empty
     */
    public List<DocumentFault> publish(String name, String text) {
        store.lock();
        Shelf shelf = new Shelf(store.all());
        shelf.put(new Source(name, Source.OWN, text));
        if (shelf.faults.isEmpty()) {
            store.add(shelf.fresh);
            load();
        }
        return shelf.faults;
    }

    /**
     * Publishes every flow that ships with the product or lies in the data folder. Faulty ones of users are left out.
     *
     * @throws IllegalStateException when a shipped flow is faulty, or differs from what was published under its version
     */
    public void refresh() {
        store.lock();
        Shelf shelf = new Shelf(store.all());
        Stream.concat(PACKS.stream().flatMap(pack -> SourceFiles.shipped("flows/" + pack, pack)), files.own("flows"))
                .forEach(shelf::put);
        if (!shelf.grave.isEmpty()) {
            throw new IllegalStateException(shelf.grave.stream()
                    .map(fault -> fault.file() + ": " + fault.sentence(words))
                    .collect(Collectors.joining("\n")));
        }
        store.add(shelf.fresh);
        flows.blame(shelf.faults);
        load();
    }

    /** What another server published, within seconds. */
    @Scheduled(
            fixedDelayString = "${yijitong.publications.pause:PT5S}",
            initialDelayString = "${yijitong.publications.pause:PT5S}")
    @Transactional(readOnly = true)
    public void keepUp() {
        flows.catchUp();
    }

    /** Into memory, once the transaction holds. */
    private void load() {
        FlowLibrary.Opened opened = library.open();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                flows.replace(opened);
            }
        });
    }

    /** Texts sorted out: what is stored already, what is new, what cannot be taken. */
    private final class Shelf {
        private final Map<String, Stored> stored = new HashMap<>();
        private final List<Stored> fresh = new ArrayList<>();
        private final List<DocumentFault> faults = new ArrayList<>();
        private final List<DocumentFault> grave = new ArrayList<>();

        Shelf(List<Stored> before) {
            before.forEach(each -> stored.put(each.flow() + " " + each.number(), each));
        }

        Optional<Flow> put(Source source) {
            FlowReader.Read read = reader.read(source, days.today());
            List<DocumentFault> blamed = source.own() ? faults : grave;
            blamed.addAll(read.faults());
            read.flow().ifPresent(flow -> {
                FlowHead head = flow.head();
                String key = head.id() + " " + head.version();
                @Nullable Stored before = stored.get(key);
                if (before == null) {
                    blamed.addAll(opened(source, flow));
                    Stored row = new Stored(
                            ids.next(),
                            head.id(),
                            head.version(),
                            source.pack(),
                            head.publishedOn(),
                            clock.instant(),
                            source.text());
                    stored.put(key, row);
                    fresh.add(row);
                } else if (!same(before, read)) {
                    blamed.add(new DocumentFault(
                            source.file(), 1, 1, "yaml.fault.changed", List.of(head.id(), head.version())));
                }
            });
            return read.flow();
        }

        /** What was answered while nobody outside read it is not opened to everybody by a later version. */
        private List<DocumentFault> opened(Source source, Flow flow) {
            Set<String> open = flow.published().map(Flow.Field::id).collect(Collectors.toSet());
            return stored.values().stream()
                    .filter(each ->
                            !open.isEmpty() && each.flow().equals(flow.head().id()))
                    .flatMap(each -> library.again(each).flow().stream())
                    .flatMap(Flow::fields)
                    .filter(field -> open.contains(field.id()) && !field.published())
                    .map(Flow.Field::id)
                    .distinct()
                    .map(id -> new DocumentFault(source.file(), 1, 1, "matter.fault.opened", List.of(id)))
                    .toList();
        }

        private boolean same(Stored before, FlowReader.Read read) {
            return library.again(before).meaning().equals(read.meaning());
        }
    }
}
