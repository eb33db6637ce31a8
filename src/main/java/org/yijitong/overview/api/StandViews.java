package org.yijitong.overview.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Counted.Reason;
import org.yijitong.ledger.Explanation;
import org.yijitong.ledger.Source;
import org.yijitong.ledger.Stand;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.overview.Calendar;
import org.yijitong.overview.Item;
import org.yijitong.overview.Items;
import org.yijitong.overview.Overview;
import org.yijitong.overview.Table;
import org.yijitong.overview.Tally;
import org.yijitong.overview.Why;

/** Standings, overviews and explanations, as programs see them. */
final class StandViews {
    private StandViews() {}

    /**
     * One obligation and how it stands.
     *
     * @param id null as long as its period has not begun
     */
    record StandView(
            @Nullable UUID id,
            UUID duty,
            String mechanism,
            String name,
            UUID organization,
            LocalDate from,
            LocalDate to,
            LocalDate due,
            BigDecimal need,
            BigDecimal done,
            Calendar.State state) {
        static StandView of(Stand stand, Duty duty) {
            return new StandView(
                    stand.obligation(),
                    stand.duty(),
                    duty.mechanism().id(),
                    duty.name().chinese(),
                    stand.organization().value(),
                    stand.periodFrom(),
                    stand.periodTo(),
                    stand.dueOn(),
                    stand.need(),
                    stand.done(),
                    Calendar.State.of(stand.state()));
        }

        static StandView of(Calendar.Owed entry) {
            Duty duty = entry.duty();
            return new StandView(
                    entry.obligation(),
                    duty.dutyId(),
                    duty.mechanism().id(),
                    duty.name().chinese(),
                    entry.bearer().organizationId().value(),
                    entry.from(),
                    entry.to(),
                    entry.due(),
                    entry.need(),
                    entry.done(),
                    entry.state());
        }

        static StandView of(Item item, Duty duty) {
            return new StandView(
                    item.obligationId(),
                    duty.dutyId(),
                    duty.mechanism().id(),
                    duty.name().chinese(),
                    item.organizationId().value(),
                    item.periodFrom(),
                    item.periodTo(),
                    item.dueOn(),
                    item.need(),
                    item.done(),
                    Calendar.State.of(item.state()));
        }
    }

    /** Obligations, in the order in which they are due. */
    record StandsView(
            LocalDate on,
            List<StandView> obligations,
            @Nullable String next) {}

    /** A record that counts. */
    record RecordView(UUID id, LocalDate day, String title) {
        static RecordView of(RecordLine line) {
            return new RecordView(line.recordId().value(), line.heldOn(), line.title());
        }
    }

    /** One obligation behind a figure, who owes it, and the first records that count for it. */
    record ItemView(@JsonUnwrapped StandView standing, String organizationName, List<RecordView> records) {}

    /** Obligations behind a figure, in the order in which they are due. */
    record ItemsView(
            LocalDate on,
            List<ItemView> obligations,
            @Nullable String next) {
        static ItemsView of(LocalDate on, Items items, Mechanisms mechanisms, @Nullable String next) {
            return new ItemsView(
                    on,
                    items.items().stream()
                            .map(item -> new ItemView(
                                    StandView.of(item, mechanisms.version(item.dutyVersionId())),
                                    item.name(),
                                    items.records().getOrDefault(item.obligationId(), List.of()).stream()
                                            .map(RecordView::of)
                                            .toList()))
                            .toList(),
                    next);
        }
    }

    /** How many obligations stand how in a month. */
    record CellView(LocalDate month, int owed, int met, int excused, int quiet, int late) {
        static CellView of(LocalDate month, Tally tally) {
            return new CellView(month, tally.owed(), tally.met(), tally.excused(), tally.quiet(), tally.late());
        }
    }

    /** A row of an overview: an organization, a unit or a duty. */
    @Schema(name = "StandingRowView")
    record RowView(UUID id, String name, List<CellView> months) {
        static <K> RowView of(UUID id, String name, Table.Row<K> row) {
            return new RowView(
                    id,
                    name,
                    row.months().entrySet().stream()
                            .map(each -> CellView.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /** An organization with those directly below it. */
    record OverviewView(UUID organization, LocalDate on, int year, List<RowView> rows) {
        static OverviewView of(Overview overview, LocalDate on, int year) {
            return new OverviewView(
                    overview.of().value(),
                    on,
                    year,
                    overview.table().rows().stream()
                            .map(row -> RowView.of(
                                    row.of().organizationId().value(), row.of().name(), row))
                            .toList());
        }
    }

    /** A unit with those directly below it, and the duties over all of them. */
    record SumsView(LocalDate on, int year, List<RowView> units, List<RowView> duties) {}

    /** A fact that counts, or did until it was taken back. */
    @Schema(name = "StandingLineView")
    record LineView(
            Source source,
            LocalDate day,
            BigDecimal amount,
            int version,
            List<Reason> why,
            Instant recordedAt,
            @Nullable Instant takenBackAt,
            boolean late) {
        static LineView of(Explanation.Line line) {
            return new LineView(
                    line.source(),
                    line.day(),
                    line.amount(),
                    line.version(),
                    line.why(),
                    line.recordedAt(),
                    line.takenBackAt(),
                    line.late());
        }
    }

    /** A fact that does not count, with the conditions that fail. */
    record OtherView(Source source, LocalDate day, List<Reason> failing) {}

    /** Why an obligation stands as it does. */
    record WhyView(
            StandView obligation,
            int version,
            LocalDate since,
            LocalDate until,
            Duty.Basis basis,
            List<LineView> counted,
            List<OtherView> others) {
        static WhyView of(Why why) {
            Explanation explanation = why.explanation();
            Duty duty = explanation.duty();
            return new WhyView(
                    StandView.of(explanation.stand(), duty),
                    duty.mechanism().version(),
                    duty.mechanism().since(),
                    duty.mechanism().until(),
                    duty.basis(),
                    explanation.counted().stream().map(LineView::of).toList(),
                    explanation.others().stream()
                            .map(each -> new OtherView(each.source(), each.day(), each.failing()))
                            .toList());
        }
    }
}
