package org.yijitong.demo;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.People.Place;
import org.yijitong.organization.Sphere;

/** What happens to the people of a unit from its first day with the product until today. */
final class Life {
    private static final int PERIOD = 680;

    private final Site site;
    private final Ways ways;
    private final List<Branch> branches;
    private final @Nullable Branch retired;

    Life(Site site) {
        this.site = site;
        this.ways = new Ways(site);
        this.branches = site.plan().branches().stream()
                .filter(plan -> !plan.story())
                .map(plan -> new Branch(site, plan))
                .toList();
        this.retired = branches.stream()
                .filter(branch -> branch.plan.retired())
                .findFirst()
                .orElse(null);
    }

    List<Branch> branches() {
        return branches;
    }

    /** Plans it; the people to be entered on the first day. */
    List<Figure> plan() {
        int retiring = 0;
        for (Branch branch : branches) {
            if (!branch.plan.retired()) {
                retiring += happenings(branch);
            }
        }
        if (retired != null) {
            retired.settle(retired.plan.size() - retiring);
            deaths(retired);
        }
        List<Figure> entered = new ArrayList<>();
        branches.forEach(branch -> entered.addAll(branch.residents));
        return entered;
    }

    /** Gives a branch its people and their changes; how many of them retire. */
    private int happenings(Branch branch) {
        boolean arrival = chance(60);
        boolean retires = retired != null && chance(35);
        branch.settle(branch.plan.size() - 4 - (arrival ? 1 : 0));
        confirmed(branch);
        admitted(branch);
        raised(branch);
        comes(branch, MemberKind.APPLICANT);
        if (arrival) {
            comes(branch, MemberKind.FULL);
        }
        if (chance(60)) {
            LocalDate on = someDay();
            Figure leaver = branch.extra();
            String reason = site.words().transferReason();
            site.chronicle().late(on, 14, () -> ways.leave(leaver, Leaving.TRANSFER, on, reason));
        }
        if (retires) {
            retires(branch.extra());
        }
        return retires ? 1 : 0;
    }

    /** A probationary member is confirmed a year after joining. */
    private void confirmed(Branch branch) {
        LocalDate joined = beginning().minusDays(30 + site.random().nextInt(270));
        Figure figure = branch.youngster(MemberKind.PROBATIONARY, joined);
        LocalDate on = joined.plusYears(1).plusDays(site.random().nextInt(20));
        String reason = site.words().confirmReason();
        site.chronicle().late(on, 10, () -> {
            ways.become(figure, MemberKind.FULL, List.of(), on, reason);
            ways.amend(figure, figure.joined(joined, on), reason);
        });
    }

    /** An activist is admitted as a probationary member within the last year. */
    private void admitted(Branch branch) {
        Figure figure = branch.youngster(MemberKind.ACTIVIST, null);
        LocalDate on = site.days().today().minusDays(20 + site.random().nextInt(320));
        String reason = site.words().admittedReason();
        site.chronicle().late(on, 8, () -> {
            ways.become(figure, MemberKind.PROBATIONARY, List.of(), on, reason);
            ways.amend(figure, figure.joined(on, null), reason);
        });
    }

    /** An applicant becomes an activist. */
    private void raised(Branch branch) {
        Figure figure = branch.youngster(MemberKind.APPLICANT, null);
        LocalDate on = someDay();
        String reason = site.words().activistReason();
        site.chronicle().late(on, 8, () -> ways.become(figure, MemberKind.ACTIVIST, List.of(), on, reason));
    }

    private void comes(Branch branch, MemberKind kind) {
        LocalDate on = someDay();
        Figure figure = branch.newcomer(
                kind == MemberKind.FULL ? site.people().member() : site.people().young(null), kind, on);
        site.chronicle().late(on, 6, () -> ways.enter(List.of(figure)));
    }

    private void retires(Figure figure) {
        LocalDate on = someDay();
        Belonging belonging = new Belonging(
                site.place(Objects.requireNonNull(retired).plan.name()),
                null,
                MemberKind.FULL,
                List.of(MemberState.RETIRED));
        site.chronicle()
                .late(
                        on,
                        20,
                        () -> ways.pass(figure, belonging, on, site.words().retiredReason()));
    }

    private void deaths(Branch branch) {
        for (int i = 0; i < 1 + site.random().nextInt(2); i++) {
            LocalDate on = someDay();
            Figure figure = branch.extra();
            site.chronicle().late(on, 25, () -> ways.leave(figure, Leaving.DEATH, on, null));
        }
    }

    /** The young go to the youth study group, from its founding on or from when they came. */
    void study(List<Figure> figures, LocalDate founded) {
        Belonging group = Ways.outside(site.place(Site.YOUTH));
        List<Place> places = figures.stream()
                .map(figure -> new Place(
                        figure.id(), Sphere.YOUTH, group, figure.from.isAfter(founded) ? figure.from : founded))
                .toList();
        site.verbs().people().placeAll(site.scope(), places);
    }

    private boolean chance(int percent) {
        return site.random().nextInt(100) < percent;
    }

    private LocalDate someDay() {
        return beginning().plus(Period.ofDays(20 + site.random().nextInt(PERIOD)));
    }

    private LocalDate beginning() {
        return site.days().of(site.world().beginning());
    }
}
