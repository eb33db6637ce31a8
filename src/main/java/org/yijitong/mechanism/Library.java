package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.MechanismStore.Stored;
import org.yijitong.mechanism.MechanismStore.Version;
import org.yijitong.mechanism.reading.CalendarFiles;
import org.yijitong.mechanism.reading.DocumentFiles;
import org.yijitong.mechanism.reading.DocumentReader;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Source;

/** Documents out of files, and out of what was stored of them. */
@Component
class Library {
    /** Duties of stored versions, and the versions that can no longer be read. */
    record Opened(List<Duty> duties, List<DocumentFault> faults) {}

    private final DocumentFiles files;
    private final DocumentReader reader;
    private final CalendarFiles calendars;
    /** Mechanisms in the order of their files. */
    private volatile List<String> order = List.of();

    Library(DocumentFiles files, DocumentReader reader, CalendarFiles calendars) {
        this.files = files;
        this.reader = reader;
        this.calendars = calendars;
    }

    /** Every file, beside what is stored; today is the day of publication of documents that name none. */
    Shelf files(List<Version> stored, LocalDate today) {
        Shelf shelf = new Shelf(reader, stored);
        List<Source> sources = files.mechanisms();
        sources.forEach(source -> shelf.put(source, today));
        order = shelf.order();
        return shelf;
    }

    /** A text of a user, beside what is stored. */
    Shelf text(String name, String text, List<Version> stored, LocalDate today) {
        Shelf shelf = new Shelf(reader, stored);
        shelf.put(new Source(name, Source.OWN, text), today);
        return shelf;
    }

    List<DocumentFault> calendarFaults() {
        return calendars.faults();
    }

    /** Stored versions as duties, in the order of the files; what no file holds any longer comes last. */
    Opened open(Collection<Version> versions, Collection<Stored> stored) {
        Map<Version, LocalDate> ends = Shelf.ends(versions);
        Map<String, Stored> known =
                stored.stream().collect(Collectors.toMap(each -> each.versionId() + each.name(), Function.identity()));
        List<DocumentFault> faults = new ArrayList<>();
        List<Duty> duties = new ArrayList<>();
        versions.stream().sorted(inOrder()).forEach(version -> {
            Source source = new Source(version.mechanism(), version.pack(), version.content());
            DocumentReader.Read read = reader.reread(source, version.publishedOn());
            faults.addAll(read.faults());
            Optional<LocalDate> end = Optional.ofNullable(ends.get(version));
            read.document().stream()
                    .flatMap(document -> document.duties().stream())
                    .map(duty -> found(duty, known.get(version.versionId() + duty.id()), end.orElse(version.until())))
                    .flatMap(Optional::stream)
                    .forEach(duties::add);
        });
        return new Opened(duties, faults);
    }

    private static Optional<Duty> found(Duty duty, @Nullable Stored stored, LocalDate until) {
        return Optional.ofNullable(stored).map(row -> duty.stored(row.dutyId(), row.dutyVersionId(), until));
    }

    private Comparator<Version> inOrder() {
        List<String> known = order;
        return Comparator.comparingInt((Version version) -> {
                    int place = known.indexOf(version.mechanism());
                    return place < 0 ? Integer.MAX_VALUE : place;
                })
                .thenComparing(Version::mechanism)
                .thenComparingInt(Version::number);
    }
}
