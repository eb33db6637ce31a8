package org.yijitong.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yijitong.demo.Sitting.Guest;
import org.yijitong.demo.Sitting.Place;
import org.yijitong.demo.Sitting.Reply;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Units.Unit;

/** Joint study of branches of neighbouring units: each year one of a pair invites the other, the next year the other. */
final class Neighbours {
    private static final List<Integer> SEASON = List.of(3, 4, 5, 6, 9, 10, 11);

    private final Pen pen;
    private final Story story;
    private final RandomGenerator random;

    Neighbours(Pen pen, Story story, RandomGenerator random) {
        this.pen = pen;
        this.story = story;
        this.random = random;
    }

    /** What the branches of a unit host in a month. */
    List<Sitting> month(YearMonth month, Unit unit, Map<Unit, List<TreeRow>> trees) {
        List<Sitting> held = new ArrayList<>();
        List<Unit> all = List.copyOf(trees.keySet());
        int number = all.indexOf(unit);
        Unit neighbour = all.get((number + 1) % all.size());
        List<TreeRow> hosts = branches(trees.get(unit));
        List<TreeRow> guests = branches(trees.get(neighbour));
        for (int i = 0; i < Math.min(hosts.size(), guests.size()); i++) {
            boolean turn = (i + number + month.getYear()) % 2 == 0;
            if (turn && SEASON.get(i % SEASON.size()) == month.getMonthValue()) {
                Guest guest = guest(neighbour, guests.get(i), reply());
                pen.invite(held, Place.of(hosts.get(i)), guest, month.atDay(12 + random.nextInt(14)));
            }
        }
        if (month.equals(YearMonth.from(pen.today()))) {
            waiting(held, unit, neighbour, hosts, guests);
        }
        return held;
    }

    /** The branch of the story waits for an answer, and is waited for. */
    private void waiting(List<Sitting> held, Unit unit, Unit neighbour, List<TreeRow> hosts, List<TreeRow> guests) {
        LocalDate today = pen.today();
        if (unit.code().equals(story.unit())) {
            Guest guest = guest(neighbour, guests.getFirst(), Reply.NONE);
            pen.invite(held, Place.of(named(hosts)), guest, today.minusDays(9));
        }
        if (neighbour.code().equals(story.unit())) {
            Guest guest = guest(neighbour, named(guests), Reply.NONE);
            pen.invite(held, Place.of(hosts.getFirst()), guest, today.minusDays(6));
        }
    }

    private TreeRow named(List<TreeRow> branches) {
        return branches.stream()
                .filter(row -> row.display().equals(story.into()))
                .findFirst()
                .orElseThrow();
    }

    private Reply reply() {
        int chance = random.nextInt(100);
        return chance < 90 ? Reply.YES : chance < 95 ? Reply.NO : Reply.NONE;
    }

    private static List<TreeRow> branches(@Nullable List<TreeRow> tree) {
        return Objects.requireNonNull(tree).stream()
                .filter(row -> row.kind().holdsMembers())
                .toList();
    }

    private static Guest guest(Unit unit, TreeRow row, Reply reply) {
        return new Guest(unit, row.organizationId(), row.display(), reply);
    }
}
