package org.yijitong.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yijitong.demo.World.Correction;
import org.yijitong.demo.World.Patterns;
import org.yijitong.demo.World.Split;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationState;

/** What happens to the organizations of a unit: renamed, moved, set right, split. */
final class Changes {
    private static final int COMMITTEE = 3;

    private final Site site;
    private final Founder founder;

    Changes(Site site, Founder founder) {
        this.site = site;
        this.founder = founder;
    }

    void plan(List<Branch> branches, Elections elections) {
        site.plan().renames().forEach(rename -> {
            Because because = Because.on(site.days().of(rename.day()));
            site.chronicle()
                    .late(
                            because.on(),
                            6,
                            () -> site.verbs()
                                    .organizations()
                                    .rename(site.scope(), site.place(rename.office()), rename.to(), null, because));
        });
        site.plan().moves().forEach(move -> {
            Because because = Because.on(site.days().of(move.day()));
            site.chronicle()
                    .late(
                            because.on(),
                            6,
                            () -> site.verbs()
                                    .organizations()
                                    .move(site.scope(), site.place(move.branch()), site.place(move.to()), because));
        });
        site.plan()
                .corrections()
                .forEach(each -> site.chronicle().on(site.days().of(each.day()), () -> correct(each)));
        Split split = site.plan().split();
        if (split != null) {
            split(split, branches, elections);
        }
    }

    private void correct(Correction correction) {
        World.BranchPlan branch = site.plan().branch(correction.branch());
        LocalDate founded = site.days().of(branch.founded());
        site.verbs()
                .organizations()
                .correct(
                        site.scope(),
                        site.place(branch.name()),
                        founded,
                        founded,
                        founder.right(branch),
                        correction.reason());
    }

    private void split(Split split, List<Branch> branches, Elections elections) {
        Branch from = branches.stream()
                .filter(branch -> branch.plan.name().equals(split.branch()))
                .findFirst()
                .orElseThrow();
        List<Figure> movers = Stream.generate(() -> from.anyIdle().orElseThrow())
                .limit(split.people())
                .toList();
        LocalDate on = site.days().of(split.day());
        site.chronicle().on(on, () -> {
            OrganizationId created = site.verbs()
                    .reorganizations()
                    .split(
                            site.scope(),
                            site.place(split.branch()),
                            new Founding(null, created(split, on)),
                            movers.stream().map(Figure::id).toList(),
                            new Because(on, split.reason(), null));
            site.places().put(split.created(), created);
        });
        site.chronicle()
                .on(
                        on.plusDays(7),
                        () -> elections.first(
                                site.place(split.created()), movers.subList(0, COMMITTEE), on.plusDays(7)));
    }

    private OrganizationState created(Split split, LocalDate on) {
        Patterns patterns = site.world().patterns();
        int position = site.plan().branches().size() + COMMITTEE;
        return new OrganizationState(
                patterns.branchName(site.plan().name(), split.created()),
                split.created(),
                site.plan().branch(split.branch()).kind(),
                site.place(Site.COMMITTEE),
                position,
                patterns.approvalNumber(site.plan().sign(), on, position));
    }
}
