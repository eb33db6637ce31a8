package org.yijitong.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;
import org.yijitong.organization.NaiveReplay.Cell;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Random reorganizations and corrections: what the product says of any day and moment equals a naive replay. */
@ProductTest
class ReorganizationPropertyTests {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 400;
    private static final int STEPS = 60;

    @Autowired
    Units units;

    @Autowired
    Organizations organizations;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    Trees trees;

    @Autowired
    OrganizationStore store;

    @Autowired
    TransactionTemplate transaction;

    /** Four seeds that never change and one that always does. */
    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyDayAsKnownAtAnyMomentEqualsTheReplay(long seed) {
        Random random = new Random(seed);
        NaiveReplay replay = new NaiveReplay(FIRST, DAYS);
        Units.Unit unit = units.found(
                UUID.randomUUID(),
                "T" + Long.toUnsignedString(seed, 36) + "-" + System.nanoTime(),
                null,
                state("top", null),
                Because.on(FIRST));
        Scope scope = new Scope(UUID.randomUUID(), unit.unitId(), unit.rootId().value());
        replay.found(unit.rootId(), FIRST, new Cell("top", null));
        replay.snapshot(recorded(scope));
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            try {
                change(random, scope, replay, step);
                replay.snapshot(recorded(scope));
                done++;
            } catch (Refused refused) {
                replay.undo();
            }
        }
        assertThat(done).as("changes that were not refused").isGreaterThan(STEPS / 5);
        compare(random, scope, replay);
    }

    private void change(Random random, Scope scope, NaiveReplay replay, int step) {
        LocalDate on = FIRST.plusDays(1 + random.nextInt(DAYS - 1));
        OrganizationId one = any(random, replay.organizations());
        OrganizationId other = any(random, replay.organizations());
        String name = "n" + step;
        Cell cell = replay.at(one, on);
        switch (cell == null ? 0 : random.nextInt(one.value().equals(scope.top()) ? 5 : 9)) {
            case 0, 1, 2 -> {
                LocalDate early = FIRST.plusDays(random.nextInt(DAYS / 2));
                OrganizationId id =
                        organizations.found(scope, new Founding(null, state(name, other)), Because.on(early));
                replay.found(id, early, new Cell(name, other));
            }
            case 3 -> {
                replay.rename(one, on, name);
                organizations.rename(scope, one, name, null, Because.on(on));
            }
            case 5 -> {
                replay.move(one, on, other);
                organizations.move(scope, one, other, Because.on(on));
            }
            case 6 -> {
                replay.merge(one, on, other);
                reorganizations.merge(scope, one, other, Because.on(on));
            }
            case 7 -> {
                replay.close(one, on);
                organizations.close(scope, one, Because.on(on));
            }
            default -> correct(random, scope, replay, one, on, name);
        }
    }

    private void correct(
            Random random, Scope scope, NaiveReplay replay, OrganizationId one, LocalDate on, String name) {
        LocalDate from = replay.segmentOf(one, on);
        LocalDate newFrom = FIRST.plusDays(
                Math.clamp(from.toEpochDay() - FIRST.toEpochDay() + random.nextInt(21) - 10, 0, DAYS - 1));
        Cell cell = java.util.Objects.requireNonNull(replay.at(one, on));
        replay.correct(one, from, newFrom, new Cell(name, cell.superior()));
        organizations.correct(scope, one, from, newFrom, state(name, cell.superior()), "wrong");
    }

    private void compare(Random random, Scope scope, NaiveReplay replay) {
        for (int check = 0; check < 60; check++) {
            LocalDate on = FIRST.plusDays(random.nextInt(DAYS));
            Instant known = check % 3 == 0 ? Instant.MAX : any(random, replay.moments());
            Map<OrganizationId, Cell> answered = trees.asOf(scope, Tree.PARTY, new AsOf(on, known)).stream()
                    .collect(Collectors.toMap(TreeRow::organizationId, row -> new Cell(row.name(), row.superiorId())));
            assertThat(answered).as("on %s as known at %s", on, known).isEqualTo(replay.asOf(on, known));
        }
    }

    /** The moment of the last recording, which the tree's lock keeps. */
    private Instant recorded(Scope scope) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> store.lastRecorded(scope.unit())));
    }

    private static OrganizationState state(String name, @org.jspecify.annotations.Nullable OrganizationId superior) {
        return new OrganizationState(name, null, OrganizationKind.BRANCH, superior, 0, null);
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
