package org.yijitong.mechanism;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yijitong.mechanism.MechanismStore.Named;
import org.yijitong.mechanism.MechanismStore.Version;
import org.yijitong.mechanism.reading.Document;
import org.yijitong.shared.Days;
import org.yijitong.shared.Language;
import org.yijitong.shared.Uuid7;
import org.yijitong.shared.Words;
import org.yijitong.yaml.DocumentFault;

/** Publishes documents: what is new is stored and told to everyone; what was published once is never changed. */
@Component
@Transactional
public class Publications {
    private final MechanismStore store;
    private final Mechanisms mechanisms;
    private final Library library;
    private final Ahead ahead;
    private final ApplicationEventPublisher events;
    private final Days days;
    private final Clock clock;
    private final Uuid7 ids;
    private final Words words;

    Publications(
            MechanismStore store,
            Mechanisms mechanisms,
            Library library,
            Ahead ahead,
            ApplicationEventPublisher events,
            Days days,
            Clock clock,
            Uuid7 ids,
            MessageSource messages) {
        this.store = store;
        this.mechanisms = mechanisms;
        this.library = library;
        this.ahead = ahead;
        this.events = events;
        this.days = days;
        this.clock = clock;
        this.ids = ids;
        this.words = new Words(messages, Language.ZH_HANS);
    }

    /**
     * Reads every document that ships with the product or lies in the data folder and publishes what is new. Faulty ones
     * of users are left out and named by {@link Mechanisms#faults}. As often as one likes: what is stored stays.
     *
     * @throws IllegalStateException when a shipped document is faulty, or differs from what was published under its
     *     version
     */
    public void refresh() {
        store.lock();
        Shelf shelf = library.files(store.versions(), days.today());
        if (!shelf.grave().isEmpty()) {
            throw new IllegalStateException(sentences(shelf.grave()));
        }
        List<UUID> added = add(shelf.fresh());
        List<DocumentFault> unreadable = load();
        mechanisms.blame(Stream.of(shelf.faults(), library.calendarFaults(), unreadable)
                .flatMap(List::stream)
                .toList());
        tell(added);
    }

    /**
     * Publishes a text that a user wrote.
     *
     * @param name what it is called in faults
     * @return all that is wrong with it; nothing is stored unless this is empty
     */
    public List<DocumentFault> publish(String name, String text) {
        store.lock();
        Shelf shelf = read(name, text);
        if (shelf.faults().isEmpty()) {
            List<UUID> added = add(shelf.fresh());
            load();
            tell(added);
        }
        return shelf.faults();
    }

    /**
     * What would come of a text if it were published; nothing is stored.
     *
     * @param faults all that is wrong with it
     * @param duties what it asks; empty when something is wrong or the same was published before
     */
    public record Checked(List<DocumentFault> faults, List<Duty> duties) {}

    /** Reads a text that a user is still writing. */
    @Transactional(readOnly = true)
    public Checked check(String text) {
        Shelf shelf = read("", text);
        List<Duty> duties = shelf.faults().isEmpty()
                ? shelf.fresh().stream()
                        .flatMap(document -> document.duties().stream())
                        .toList()
                : List.of();
        return new Checked(shelf.faults(), duties);
    }

    private Shelf read(String name, String text) {
        Shelf shelf = library.text(name, text, store.versions(), days.today());
        mechanisms.catchUp();
        shelf.blameCycles(mechanisms.all());
        return shelf;
    }

    /** What another server published, within seconds; not what this one is still publishing. */
    @Scheduled(
            fixedDelayString = "${yijitong.publications.pause:PT5S}",
            initialDelayString = "${yijitong.publications.pause:PT5S}")
    public void look() {
        if (mechanisms.behind()) {
            keepUp();
        }
    }

    /** Each night: a new year's periods and working days. */
    @Scheduled(cron = "0 7 0 * * *", zone = "Asia/Shanghai")
    public void keepUp() {
        store.lock();
        load();
    }

    private List<UUID> add(List<Document> documents) {
        List<Version> versions = new ArrayList<>();
        List<Named> names = new ArrayList<>();
        List<DutyRow> rows = new ArrayList<>();
        for (Document document : documents) {
            Version version = version(document);
            versions.add(version);
            document.duties().forEach(duty -> {
                names.add(new Named(ids.next(), version.mechanism(), duty.id()));
                rows.add(DutyRow.of(duty, version.versionId(), ids.next()));
            });
        }
        if (!versions.isEmpty()) {
            store.add(versions);
            store.name(names);
            store.addDuties(rows);
        }
        return rows.stream().map(DutyRow::dutyVersionId).toList();
    }

    private Version version(Document document) {
        Duty.Mechanism mechanism = document.mechanism();
        return new Version(
                ids.next(),
                mechanism.id(),
                mechanism.version(),
                mechanism.pack(),
                mechanism.since(),
                mechanism.until(),
                mechanism.publishedOn(),
                publishedAt(mechanism.publishedOn()),
                document.source().text());
    }

    /** What is published today was not known this morning. */
    private Instant publishedAt(LocalDate publishedOn) {
        return publishedOn.isBefore(days.today())
                ? publishedOn.atStartOfDay(Days.SHANGHAI).toInstant()
                : clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Into memory; back to what it was if the transaction does not hold. */
    private List<DocumentFault> load() {
        Mechanisms.Held before = mechanisms.held();
        List<Version> versions = store.versions();
        Library.Opened opened = library.open(versions, store.duties());
        ahead.make(opened.duties());
        mechanisms.replace(Mechanisms.Held.of(versions.size(), opened.duties()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    mechanisms.replace(before);
                }
            }
        });
        return opened.faults();
    }

    private void tell(List<UUID> added) {
        if (!added.isEmpty()) {
            events.publishEvent(new MechanismsPublished(added));
        }
    }

    private String sentences(List<DocumentFault> faults) {
        return faults.stream()
                .map(fault -> fault.file() + ": " + fault.sentence(words))
                .collect(Collectors.joining("\n"));
    }
}
