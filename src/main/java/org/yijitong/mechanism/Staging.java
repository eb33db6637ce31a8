package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.mechanism.MechanismStore.Named;
import org.yijitong.mechanism.MechanismStore.Version;
import org.yijitong.mechanism.reading.Document;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Uuid7;
import org.yijitong.shared.WorkingDays;

/**
 * Puts a text where published documents stand, for a rehearsal: under a name of its own, for days gone by, within a
 * transaction that its caller rolls back. Nobody else ever sees it, and memory knows nothing of it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Staging {
    private final MechanismStore store;
    private final Library library;
    private final WorkingDays calendar;
    private final Days days;
    private final Uuid7 ids;

    Staging(MechanismStore store, Library library, WorkingDays calendar, Days days, Uuid7 ids) {
        this.store = store;
        this.library = library;
        this.calendar = calendar;
        this.days = days;
        this.ids = ids;
    }

    /**
     * A duty on the stage.
     *
     * @param duty under the identifiers of the stage
     * @param before the same duty in the version in force; null when there is none
     */
    public record Staged(Duty duty, @Nullable UUID before) {}

    /**
     * Stages a text as if it were in force from a day to a day.
     *
     * @return its duties; none when the same is published already
     * @throws Invalid of the field {@code text} when something is wrong with it
     */
    public List<Staged> stage(String text, LocalDate first, LocalDate last) {
        Shelf shelf = library.text("", text, store.versions(), days.today());
        if (!shelf.faults().isEmpty()) {
            throw new Invalid("text", "mechanism.staging.faults", shelf.faults().size());
        }
        List<Document> fresh = shelf.fresh();
        return fresh.isEmpty() ? List.of() : put(fresh.getFirst(), first, last);
    }

    private List<Staged> put(Document document, LocalDate first, LocalDate last) {
        UUID version = ids.next();
        Duty.Mechanism head = document.mechanism().as("rehearsal-" + version, first, last);
        store.add(List.of(version(version, head, document.source().text())));
        List<Duty> duties = document.duties().stream()
                .map(duty -> duty.under(ids.next(), ids.next(), head))
                .toList();
        add(version, duties, first, last);
        Map<String, UUID> known =
                store.named(document.mechanism().id()).stream().collect(Collectors.toMap(Named::name, Named::dutyId));
        return duties.stream()
                .map(duty -> new Staged(duty, known.get(duty.id())))
                .toList();
    }

    /** Known from its first day on. */
    private static Version version(UUID id, Duty.Mechanism head, String text) {
        return new Version(
                id,
                head.id(),
                head.version(),
                head.pack(),
                head.since(),
                head.until(),
                head.publishedOn(),
                head.since().atStartOfDay(Days.SHANGHAI).toInstant(),
                text);
    }

    private void add(UUID version, List<Duty> duties, LocalDate first, LocalDate last) {
        store.name(duties.stream()
                .map(duty -> new Named(duty.dutyId(), duty.mechanism().id(), duty.id()))
                .toList());
        store.addDuties(duties.stream()
                .map(duty -> DutyRow.of(duty, version, duty.dutyVersionId()))
                .toList());
        store.addPeriods(duties.stream()
                .flatMap(duty -> Periods.of(duty, first, last, calendar).stream())
                .toList());
    }
}
