package org.yijitong.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ledger.RebuildStore.Off;
import org.yijitong.ledger.RebuildStore.Told;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Words;

/**
 * Works everything out again from facts, trees and documents, in the database, a share of the facts at a time, and says
 * where what is kept along differs. Looking takes no lock, so that the unit goes on recording; mending holds its book.
 */
@Component
@Transactional
public class Rebuild {
    private static final int SHARE = 100_000;
    private static final int SHOWN = 20;

    private final RebuildStore store;
    private final Openings openings;
    private final Clock clock;

    Rebuild(RebuildStore store, Openings openings, Clock clock) {
        this.store = store;
        this.openings = openings;
        this.clock = clock;
    }

    /** What a rebuild is of. */
    public record Whole(UnitId unit, String name) {}

    /** What was looked at, and how much of it differs. */
    public record Found(
            int facts, int obligations, int contributions, int standings, int tallies, List<Example> examples) {
        /** Whether everything is as it should be. */
        public boolean clean() {
            return differences() == 0;
        }

        /** How much does not follow from the facts. */
        public int differences() {
            return obligations + contributions + standings + tallies;
        }
    }

    /** One difference: for a person who looks for its cause. */
    public record Example(
            Part part, String organization, String mechanism, LocalDate period, String expected, String kept) {}

    /** What is kept along. */
    public enum Part {
        OBLIGATION,
        CONTRIBUTION,
        STANDING
    }

    /** All units, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Whole> units() {
        return store.units().stream()
                .map(each -> new Whole(each.unitId(), each.name()))
                .toList();
    }

    /** Before everything is read: a restored database knows nothing of how much it holds. */
    public void survey() {
        openings.survey();
    }

    /**
     * Compares, as everything stands at one moment.
     *
     * @param progress is told how many facts were looked at
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Found look(UnitId unit, IntConsumer progress) {
        List<Told> told = store.told(unit);
        List<Off> obligations = owed(unit);
        List<Off> contributions = new ArrayList<>();
        int off = 0;
        int facts = 0;
        for (List<Told> share : shares(told)) {
            List<Off> found = store.contributions(unit, ids(share), SHOWN);
            off += total(found);
            contributions.addAll(found);
            facts += share.stream().mapToInt(Told::facts).sum();
            progress.accept(facts);
        }
        List<Off> standings = store.standings(unit, SHOWN);
        List<Example> examples = Stream.of(
                        examples(Part.OBLIGATION, obligations),
                        examples(Part.CONTRIBUTION, contributions),
                        examples(Part.STANDING, standings))
                .flatMap(List::stream)
                .limit(SHOWN)
                .toList();
        return new Found(facts, total(obligations), off, total(standings), store.tallies(unit), examples);
    }

    /**
     * Lets what is kept be what follows.
     *
     * @param progress is told how many facts were worked through
     */
    public void mend(UnitId unit, IntConsumer progress) {
        openings.rewrite(unit);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int facts = 0;
        for (List<Told> share : shares(store.told(unit))) {
            store.mendContributions(unit, ids(share), now);
            facts += share.stream().mapToInt(Told::facts).sum();
            progress.accept(facts);
        }
        store.mendStandings(unit);
        store.mendTallies(unit);
    }

    private List<Off> owed(UnitId unit) {
        LocalDate opened = store.openedTo(unit);
        return opened == null ? List.of() : store.obligations(unit, opened, SHOWN);
    }

    /** Organizations together with about as many facts as fit well into one statement. */
    private static List<List<Told>> shares(List<Told> told) {
        List<List<Told>> shares = new ArrayList<>();
        int facts = SHARE;
        for (Told each : told) {
            if (facts >= SHARE) {
                shares.add(new ArrayList<>());
                facts = 0;
            }
            shares.getLast().add(each);
            facts += each.facts();
        }
        return shares;
    }

    private static List<UUID> ids(List<Told> share) {
        return share.stream().map(Told::organizationId).toList();
    }

    private static int total(List<Off> found) {
        return found.isEmpty() ? 0 : found.getFirst().total();
    }

    private static List<Example> examples(Part part, List<Off> found) {
        return found.stream()
                .map(off -> new Example(
                        part,
                        off.organization(),
                        off.mechanism(),
                        off.periodFrom(),
                        plain(off.expected()),
                        plain(off.kept())))
                .toList();
    }

    private static String plain(java.math.@Nullable BigDecimal number) {
        return number == null ? "0" : Words.plain(number);
    }
}
