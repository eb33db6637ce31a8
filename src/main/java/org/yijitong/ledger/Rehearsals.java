package org.yijitong.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ledger.Rehearsal.Changes;
import org.yijitong.ledger.Rehearsal.Line;
import org.yijitong.ledger.Rehearsal.Outcome;
import org.yijitong.ledger.Rehearsal.Shared;
import org.yijitong.ledger.RehearsalStore.Asked;
import org.yijitong.ledger.RehearsalStore.Row;
import org.yijitong.mechanism.Staging;
import org.yijitong.mechanism.Staging.Staged;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/**
 * Rehearses a document on the facts of a past year: what would be owed and met, which duties the same records count for
 * already, what changes beside the version in force. It is counted by the definitions that judge in earnest, in a
 * transaction that is always rolled back.
 */
@Component
public class Rehearsals {
    /** So many records of a unit say well enough what else they count for. */
    private static final int SAMPLE = 2_000;

    private final Staging staging;
    private final RehearsalStore store;
    private final Days days;
    private final TransactionTemplate transaction;

    Rehearsals(Staging staging, RehearsalStore store, Days days, PlatformTransactionManager transactions) {
        this.staging = staging;
        this.store = store;
        this.days = days;
        this.transaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    /**
     * Rehearses a text.
     *
     * @param year the calendar year; of the present one, the periods that have ended
     * @param units whose facts are read, one after the other
     * @param progress is told how many units are done; false stops it
     * @throws org.yijitong.shared.Invalid of the field {@code text} when something is wrong with it
     * @throws CancellationException when it was stopped
     */
    public Rehearsal run(String text, int year, List<UnitId> units, IntPredicate progress) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate last = end.isBefore(days.today()) ? end : days.today();
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            List<Staged> staged = staging.stage(text, first, last);
            Map<UUID, Tally> tallies = new LinkedHashMap<>();
            staged.forEach(each -> tallies.put(each.duty().dutyId(), new Tally()));
            List<Asked> asked = staged.stream()
                    .map(each -> new Asked(each.duty().dutyId(), each.before()))
                    .toList();
            for (int done = 0; done < units.size() && !asked.isEmpty(); done++) {
                UnitId unit = units.get(done);
                store.count(unit, asked, first, last, SAMPLE)
                        .forEach(row -> Objects.requireNonNull(tallies.get(row.dutyId()))
                                .add(unit, row));
                if (!progress.test(done + 1)) {
                    throw new CancellationException("stopped by a person");
                }
            }
            return new Rehearsal(
                    first,
                    last,
                    staged.stream()
                            .map(each -> Objects.requireNonNull(
                                            tallies.get(each.duty().dutyId()))
                                    .outcome(each))
                            .toList());
        }));
    }

    /** What is known of one duty so far. */
    private static final class Tally {
        private final Collection<Line> lines = new ArrayList<>();
        private final Map<UUID, Integer> shared = new LinkedHashMap<>();
        private int sample;
        private @Nullable Changes changes;

        void add(UnitId unit, Row row) {
            switch (row.part()) {
                case "stand" ->
                    lines.add(new Line(unit, new OrganizationId(other(row)), row.one(), row.two(), row.missing()));
                case "shared" -> shared.merge(other(row), row.one(), Integer::sum);
                case "sample" -> sample += row.one();
                default -> {
                    Changes more = new Changes(row.one(), row.two(), row.three(), row.four());
                    changes = changes == null ? more : changes.plus(more);
                }
            }
        }

        private static UUID other(Row row) {
            return Objects.requireNonNull(row.otherId());
        }

        Outcome outcome(Staged staged) {
            return new Outcome(
                    staged.duty(),
                    List.copyOf(lines),
                    sample,
                    shared.entrySet().stream()
                            .map(each -> new Shared(each.getKey(), each.getValue()))
                            .sorted(Comparator.comparingInt(Shared::facts).reversed())
                            .toList(),
                    staged.before() == null ? null : Objects.requireNonNullElse(changes, new Changes(0, 0, 0, 0)));
        }
    }
}
