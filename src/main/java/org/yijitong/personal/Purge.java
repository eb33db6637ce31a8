package org.yijitong.personal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.audit.Audit;
import org.yijitong.organization.Leavers;
import org.yijitong.organization.Units;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/**
 * Removes every night what the register keeps no longer (PIPL art. 19 and 47): rows some days after the day of one of
 * their columns, and what is held on people some days after they left and that was noted. The last day is still kept.
 * Each step is a transaction of its own over a bounded number of rows, noted in the log with the count and nothing else;
 * of two nodes each takes what the other is not at.
 */
@Component
public class Purge {
    /** Up to how many are counted beforehand. */
    public static final int COUNTED = 10_000;

    /** A wrong year of leaving can be seen and mended for so many days before anything goes. */
    private static final int NOTED_DAYS = 30;

    private static final int AT_ONCE = 1_000;
    private static final int PEOPLE = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Register register;
    private final RowsInJson sources;
    private final PurgeStore store;
    private final Leavers leavers;
    private final Units units;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Days days;

    Purge(
            Register register,
            RowsInJson sources,
            PurgeStore store,
            Leavers leavers,
            Units units,
            Audit audit,
            TransactionOperations transaction,
            Days days) {
        this.register = register;
        this.sources = sources;
        this.store = store;
        this.leavers = leavers;
        this.units = units;
        this.audit = audit;
        this.transaction = transaction;
        this.days = days;
    }

    /**
     * What is to be removed.
     *
     * @param today with the next run
     * @param later within a month from today, that included
     */
    public record Due(PersonalTable table, int today, int later) {}

    /** Removes all that is past its time. */
    @Scheduled(cron = "0 47 3 * * *", zone = "Asia/Shanghai")
    public void run() {
        boolean first = true;
        for (UnitId unit : units.all()) {
            for (PersonalTable table : purged(first)) {
                clear(unit, table);
            }
            first = false;
        }
    }

    private void clear(UnitId unit, PersonalTable table) {
        LocalDate before = days.today().minusDays(table.keep().days());
        LocalDate noted = days.today().minusDays(NOTED_DAYS);
        BooleanSupplier step = table.keep().afterLeaving()
                ? () -> leavers.forget(unit, before, noted, PEOPLE) == PEOPLE
                : () -> Boolean.TRUE.equals(transaction.execute(_ -> remove(unit, table, before)));
        boolean more = true;
        while (more) {
            more = step.getAsBoolean();
        }
    }

    /** Whether there may be more. */
    private boolean remove(UnitId unit, PersonalTable table, LocalDate before) {
        int removed = store.purge(unit, sources.past(table), begin(before), AT_ONCE);
        if (removed > 0) {
            Map<String, Object> counts = Map.of("table", table.name(), "rows", removed);
            if (everywhere(table)) {
                audit.identity(null, "personal.purged", counts);
            } else {
                audit.record(new Scope(NOBODY, unit, unit.value()), "personal.purged", "unit", unit.value(), counts);
            }
        }
        return removed == AT_ONCE;
    }

    /** What will be removed: with the next run, and within a month. */
    public List<Due> due(UnitId unit) {
        LocalDate today = days.today();
        return purged(true).stream()
                .map(table -> new Due(table, count(unit, table, today), count(unit, table, today.plusMonths(1))))
                .toList();
    }

    private int count(UnitId unit, PersonalTable table, LocalDate day) {
        LocalDate before = day.minusDays(table.keep().days());
        if (table.keep().afterLeaving()) {
            return leavers.due(unit, before, day.minusDays(NOTED_DAYS), COUNTED);
        }
        Integer found = transaction.execute(_ -> store.count(unit, sources.past(table), begin(before), COUNTED));
        return found == null ? 0 : found;
    }

    private List<PersonalTable> purged(boolean everywhereToo) {
        return register.personal().values().stream()
                .filter(table -> table.keep().days() > 0)
                .filter(table -> everywhereToo || !everywhere(table))
                .toList();
    }

    private static boolean everywhere(PersonalTable table) {
        Finding mine = table.mine();
        return mine != null && mine.everywhere();
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Days.SHANGHAI).toInstant();
    }
}
