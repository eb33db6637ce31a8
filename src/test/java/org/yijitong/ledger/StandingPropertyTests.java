package org.yijitong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;
import org.yijitong.ledger.StandingWorld.Kind;
import org.yijitong.ledger.StandingWorld.Step;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Moment;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.WorkingDays;

/**
 * Whatever happens, in whatever order: the standing kept along is the one the rebuild works out in the database and the
 * one worked out one by one in Java; and what was known at a moment stays what it was.
 */
@ProductTest
@Import({SampleUnit.class, StandingWorld.class, StandingProbe.class, RehearsalProbe.class})
class StandingPropertyTests {
    private static final int STEPS = Integer.getInteger("yijitong.steps", 60);
    private static final List<Kind> OFTEN = List.of(Kind.TELL, Kind.TELL, Kind.TELL, Kind.CORRECT, Kind.PUBLISH);

    private static final List<Long> FIXED = List.of(1L, 2L, 3L);
    private static final Set<String> RECKONED = new HashSet<>();
    private static final List<Kind> ANY = List.of(Kind.values());

    @Autowired
    ObjectProvider<StandingWorld> worlds;

    @Autowired
    StandingProbe probe;

    @Autowired
    RehearsalProbe rehearsals;

    @Autowired
    Rebuild rebuild;

    @Autowired
    Mechanisms mechanisms;

    @Autowired
    WorkingDays calendar;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Days days;

    /** Three seeds that never change and one that always does, unless one is asked for. */
    static List<Long> seeds() {
        Long asked = Long.getLong("yijitong.seed");
        return asked == null
                ? Stream.concat(FIXED.stream(), Stream.of(System.nanoTime())).toList()
                : List.of(asked);
    }

    @ParameterizedTest(name = "-Dyijitong.seed={0}")
    @MethodSource("seeds")
    void keptRebuiltAndReckonedOneByOneAgree(long seed) {
        List<Step> steps = steps(new Random(seed), days.today());
        AssertionError wrong = tried(steps);
        if (wrong != null) {
            throw new AssertionError("the fewest steps that go wrong: " + fewest(steps), wrong);
        }
    }

    /** A property over worlds in which nothing happens would hold, too. */
    @AfterAll
    static void somethingHappened() {
        assertThat(RECKONED)
                .anyMatch(line -> line.startsWith("random-") && !line.contains(" 0/"))
                .anyMatch(line -> line.endsWith(" excused"))
                .anyMatch(line -> line.startsWith("duty-") && !line.contains(" 0/"));
    }

    private static List<Step> steps(Random random, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        LocalDate day = today.minusDays(3L * STEPS);
        steps.add(new Step(day, Kind.PUBLISH, random.nextLong()));
        while (steps.size() < STEPS) {
            List<Kind> kinds = random.nextBoolean() ? OFTEN : ANY;
            Kind kind = kinds.get(random.nextInt(kinds.size()));
            steps.add(new Step(day, kind, random.nextLong()));
            day = day.plusDays(random.nextInt(4));
        }
        return steps;
    }

    /** What goes wrong with these steps; nothing of them stays. */
    private @Nullable AssertionError tried(List<Step> steps) {
        AtomicReference<@Nullable AssertionError> wrong = new AtomicReference<>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                run(steps);
            } catch (AssertionError found) {
                wrong.set(found);
            }
        });
        return wrong.get();
    }

    private void run(List<Step> steps) {
        StandingWorld world = worlds.getObject();
        Map<Instant, List<String>> snapshots = new LinkedHashMap<>();
        at(steps.getFirst().day(), 0, world::begin);
        UnitId unit = world.scope().unit();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Instant moment = at(step.day(), i + 1, () -> tolerate(() -> world.happen(step)));
            if (i % 10 == 0) {
                snapshots.put(moment.plusMillis(1), probe.kept(unit));
            }
        }
        at(steps.getLast().day(), steps.size() + 1, () -> compare(world));
        at(
                steps.getLast().day(),
                steps.size() + 2,
                () -> rehearse(unit, new Random(steps.getFirst().seed())));
        snapshots.forEach((moment, kept) -> assertThat(probe.known(unit, moment))
                .as("as known at %s", moment)
                .isEqualTo(kept));
    }

    private void compare(StandingWorld world) {
        UnitId unit = world.scope().unit();
        var naive = NaiveStanding.of(new NaiveStanding.World(
                mechanisms.all(),
                probe.places(unit),
                probe.members(unit),
                probe.posts(unit),
                world.told.values().stream().flatMap(List::stream).toList(),
                probe.excuses(unit),
                calendar,
                LocalDate.of(days.today().getYear() - 2, 1, 1),
                probe.openedTo(unit)));
        RECKONED.addAll(naive);
        assertThat(probe.kept(unit)).isEqualTo(naive);
        var found = rebuild.look(unit, _ -> {});
        assertThat(found.clean()).as("%s", found).isTrue();
    }

    /** What a rehearsal says of a document is what comes of publishing it. */
    private void rehearse(UnitId unit, Random random) {
        String document = RehearsalProbe.document(random, days.today());
        List<String> rehearsed = rehearsals.rehearsed(unit, document);
        RECKONED.addAll(rehearsed);
        assertThat(rehearsals.published(unit, document)).isEqualTo(rehearsed);
    }

    /** At noon of a day, a second later for each step. */
    private static Instant at(LocalDate day, int step, Runnable work) {
        Instant moment = day.atTime(12, 0).atZone(Days.SHANGHAI).toInstant().plus(Duration.ofSeconds(step));
        Moment.at(moment, new Random(step), work);
        return moment;
    }

    /** What is refused leaves nothing behind. */
    private void tolerate(Runnable work) {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        try {
            nested.executeWithoutResult(_ -> work.run());
        } catch (Refused | Invalid | NotFound refused) {
            assertThat(refused).isNotNull();
        }
    }

    /** Leaves out ever smaller stretches for as long as it still goes wrong (Zeller, delta debugging). */
    private List<Step> fewest(List<Step> steps) {
        List<Step> left = steps;
        for (int stretch = left.size() / 2; stretch > 0; stretch /= 2) {
            for (int from = 0; from + stretch < left.size(); ) {
                List<Step> fewer = new ArrayList<>(left.subList(0, from));
                fewer.addAll(left.subList(from + stretch, left.size()));
                if (tried(fewer) == null) {
                    from += stretch;
                } else {
                    left = fewer;
                }
            }
        }
        return left;
    }
}
