package org.yijitong.activity.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Entry;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Counted;
import org.yijitong.ledger.Outlook;

/** Records as programs see them. */
final class RecordViews {
    private RecordViews() {}

    /** A record in a list. */
    record LineView(
            UUID id,
            UUID organization,
            String organizationName,
            int revision,
            LocalDate day,
            String title,
            List<ActivityKind> kinds,
            boolean withdrawn,
            Instant recordedAt,
            boolean late,
            boolean onBehalf,
            int expected,
            int present,
            @Nullable UUID importId) {
        static LineView of(RecordLine line) {
            return new LineView(
                    line.recordId().value(),
                    line.organizationId().value(),
                    line.organizationName(),
                    line.revision(),
                    line.heldOn(),
                    line.title(),
                    line.kinds(),
                    line.withdrawn(),
                    line.recordedAt(),
                    line.late(),
                    line.onBehalf(),
                    line.expected(),
                    line.present(),
                    line.importId());
        }
    }

    /**
     * A page of records.
     *
     * @param next the address of the next page; null at the end
     */
    record ShelfView(List<LineView> records, @Nullable String next) {}

    /** How many of a side's own people were expected, came, and sat in. */
    record SideView(UUID organization, String name, int expected, int present, int observers) {}

    /** One version. */
    record VersionView(
            int revision, Instant recordedAt, @Nullable String reason, boolean withdrawn) {}

    /** One record with what it says, what it counts for, and its versions, the latest first. */
    record EntryView(
            LineView record,
            RecordBody content,
            List<SideView> sides,
            List<CountedView> counted,
            List<VersionView> versions) {
        static EntryView of(Entry entry, List<Counted> counted, List<Entry.Version> versions) {
            return new EntryView(
                    LineView.of(entry.line()),
                    RecordBody.of(entry.draft()),
                    entry.sides().stream()
                            .map(side -> new SideView(
                                    side.organizationId().value(),
                                    side.name(),
                                    side.expected(),
                                    side.present(),
                                    side.observers()))
                            .toList(),
                    counted.stream().map(CountedView::of).toList(),
                    versions.stream()
                            .map(version -> new VersionView(
                                    version.revision(), version.recordedAt(), version.reason(), version.withdrawn()))
                            .toList());
        }
    }

    /**
     * A duty that something counts for.
     *
     * @param version of the mechanism that was in force on the day
     * @param people for how many, when people owe it; else 0
     */
    record CountedView(
            UUID duty,
            String mechanism,
            String name,
            int version,
            UUID organization,
            int people,
            LocalDate periodFrom,
            LocalDate periodTo,
            BigDecimal amount,
            BigDecimal done,
            BigDecimal need,
            List<Counted.Reason> why) {
        static CountedView of(Counted counted) {
            return new CountedView(
                    counted.duty(),
                    counted.name().mechanism().chinese(),
                    counted.name().duty().chinese(),
                    counted.version(),
                    counted.organization().value(),
                    counted.people(),
                    counted.periodFrom(),
                    counted.periodTo(),
                    counted.amount(),
                    counted.done(),
                    counted.need(),
                    counted.why());
        }
    }

    /** A duty that a draft nearly counts for, and what is missing. */
    record NearView(CountedView wouldCount, List<Counted.Reason> missing) {}

    /** What a draft would count for. */
    record OutlookView(List<CountedView> counts, List<NearView> near) {
        static OutlookView of(Outlook outlook) {
            return new OutlookView(
                    outlook.counts().stream().map(CountedView::of).toList(),
                    outlook.near().stream()
                            .map(near -> new NearView(CountedView.of(near.wouldCount()), near.missing()))
                            .toList());
        }
    }
}
