package org.yijitong.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Archives;
import org.yijitong.activity.RecordFilter;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.AtOnce;
import org.yijitong.shared.WorkingDays;

/**
 * Writes down two years of the whole province, day by day, with the verbs of the record form. Each unit is one
 * transaction, and what units did together is the last: broken off, it goes on with the units that are missing.
 */
@Component
class TwoYears {
    private static final int MONTHS = 24;

    private final Clerk.Verbs verbs;
    private final Archives archives;
    private final Units units;
    private final Standing standing;
    private final WorkingDays calendar;
    private final DemoAccounts accounts;
    private final TransactionTemplate transaction;
    private final Topics topics = WorldFile.read("topics", Topics.class);
    private final Story story = WorldFile.read("story", Story.class);

    TwoYears(
            Clerk.Verbs verbs,
            Archives archives,
            Units units,
            Standing standing,
            WorkingDays calendar,
            DemoAccounts accounts,
            TransactionTemplate transaction) {
        this.verbs = verbs;
        this.archives = archives;
        this.units = units;
        this.standing = standing;
        this.calendar = calendar;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * Writes down everything that was held until yesterday, unless that was done before, or units of one's own are here instead.
     *
     * @param seed the same seed and day give the same records
     * @return how many deeds that were
     */
    int write(long seed, LocalDate today) {
        List<World.UnitPlan> plans = WorldFile.read("world", World.class).units();
        List<Unit> all = plans.stream()
                .flatMap(plan -> units.byCode(plan.code()).stream())
                .toList();
        RecordFilter joint = new RecordFilter("", null, ActivityKind.JOINT, null, null, true);
        if (all.size() < plans.size() || all.stream().anyMatch(unit -> has(unit, joint))) {
            return 0;
        }
        Map<UUID, UUID> writers = accounts.writers();
        Stream<Callable<Integer>> missing = all.stream()
                .filter(unit -> !has(unit, RecordFilter.ALL))
                .map(unit -> () -> {
                    int deeds = done(() -> alone(unit, writers, seed, today));
                    // So that the planner knows how much there is when the next is written.
                    transaction.executeWithoutResult(_ -> standing.survey());
                    return deeds;
                });
        return AtOnce.all(missing.toList()).stream().mapToInt(Integer::intValue).sum()
                + done(() -> together(all, writers, seed, today));
    }

    /** What the organizations of a unit held by themselves, in the transaction of the caller. */
    int alone(Unit unit, Map<UUID, UUID> writers, long seed, LocalDate today) {
        Random random = new Random(seed ^ unit.code().hashCode());
        Random identifiers = new Random(~seed ^ unit.code().hashCode());
        Chronicle chronicle = new Chronicle(random, today);
        Pen pen = new Pen(calendar, today, random);
        Diary diary = new Diary(pen, unit.code(), story, topics.struggling(), random);
        Clerk clerk = clerk(unit, writers, random, chronicle);
        for (YearMonth month : months(today)) {
            diary.month(month, standing.in(unit, month, today)).forEach(clerk::plan);
            chronicle.at(StoryDays.at(month.atDay(1), -1), () -> standing.begin(unit));
        }
        return chronicle.play(identifiers);
    }

    /** What branches of neighbouring units held together. */
    private int together(List<Unit> all, Map<UUID, UUID> writers, long seed, LocalDate today) {
        Random random = new Random(seed);
        Chronicle chronicle = new Chronicle(random, today);
        Neighbours neighbours = new Neighbours(new Pen(calendar, today, random), story, random);
        for (YearMonth month : months(today)) {
            Map<Unit, List<TreeRow>> trees = new LinkedHashMap<>();
            all.forEach(unit -> trees.put(unit, standing.in(unit, month, today)));
            for (Unit unit : all) {
                Clerk clerk = clerk(unit, writers, random, chronicle);
                neighbours.month(month, unit, trees).forEach(clerk::plan);
            }
        }
        return chronicle.play(new Random(~seed));
    }

    private Clerk clerk(Unit unit, Map<UUID, UUID> writers, Random random, Chronicle chronicle) {
        return new Clerk(unit, writers, new Wording(topics, unit.code(), random), topics, verbs, chronicle);
    }

    private static List<YearMonth> months(LocalDate today) {
        YearMonth last = YearMonth.from(today);
        return Stream.iterate(last.minusMonths(MONTHS - 1), month -> month.plusMonths(1))
                .limit(MONTHS)
                .toList();
    }

    private boolean has(Unit unit, RecordFilter filter) {
        return archives.count(Standing.all(unit), filter, 1) > 0;
    }

    private int done(IntSupplier work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.getAsInt()));
    }
}
