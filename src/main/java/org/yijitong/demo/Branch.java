package org.yijitong.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.demo.World.BranchPlan;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonDetails;

/** The people of one branch of the world: who is there on the first day, and who is free for something to happen to. */
final class Branch {
    final BranchPlan plan;
    /** Entered on the first day. */
    final List<Figure> residents = new ArrayList<>();
    /** On the way into the Party since the first day. */
    final List<Figure> youngsters = new ArrayList<>();
    /** Elected to posts; nothing else happens to them. */
    final List<Figure> elected = new ArrayList<>();

    private final Site site;
    private final List<Figure> idle = new ArrayList<>();

    Branch(Site site, BranchPlan plan) {
        this.site = site;
        this.plan = plan;
    }

    /** Full members who were there on the first day. */
    void settle(int people) {
        for (int i = 0; i < people; i++) {
            Figure figure = plan.retired()
                    ? resident(site.people().retired())
                    : resident(site.people().member());
            residents.add(figure);
            idle.add(figure);
        }
        int posts = people >= 20 ? 5 : people >= 3 ? 3 : 0;
        idle.sort(Comparator.comparing((Figure figure) -> figure.from).thenComparing(figure -> figure.details.name()));
        elected.addAll(idle.subList(0, posts));
        idle.subList(0, posts).clear();
    }

    /** Someone young who was there on the first day. */
    Figure youngster(MemberKind kind, @Nullable LocalDate joined) {
        Figure figure = figure(
                site.people().young(joined),
                kind,
                beginning().minusDays(200 + site.random().nextInt(200)));
        residents.add(figure);
        youngsters.add(figure);
        return figure;
    }

    /** Someone who was there on the first day and is in addition to the size of today. */
    Figure extra() {
        Figure figure = plan.retired()
                ? resident(site.people().retired())
                : resident(site.people().member());
        residents.add(figure);
        return figure;
    }

    /** Someone nothing has happened to yet, or nobody. */
    java.util.Optional<Figure> anyIdle() {
        return idle.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(idle.removeLast());
    }

    /** Someone who comes on a later day. */
    Figure newcomer(PersonDetails details, MemberKind kind, LocalDate from) {
        return figure(details, kind, from);
    }

    private Figure resident(PersonDetails details) {
        LocalDate joined = java.util.Objects.requireNonNull(details.joinedOn());
        LocalDate founded = site.days().of(plan.founded());
        LocalDate earliest = joined.isAfter(founded) ? joined : founded;
        int room = (int) Math.max(1, earliest.until(beginning().minusDays(1100), java.time.temporal.ChronoUnit.DAYS));
        LocalDate from = earliest.plusDays(site.random().nextInt(room));
        return figure(
                details,
                MemberKind.FULL,
                from.isBefore(beginning()) ? from : beginning().minusDays(30));
    }

    private Figure figure(PersonDetails details, MemberKind kind, LocalDate from) {
        List<MemberState> states = plan.retired() ? List.of(MemberState.RETIRED) : List.of();
        int group = plan.groups() == 0 ? 0 : 1 + site.random().nextInt(plan.groups());
        OrganizationId groupId = group == 0 ? null : site.place(Site.groupKey(plan, group));
        return new Figure(
                details,
                site.people().number(details),
                new Belonging(site.place(plan.name()), groupId, kind, states),
                from,
                office());
    }

    private @Nullable OrganizationId office() {
        List<String> choices = new ArrayList<>(plan.offices());
        if (!choices.isEmpty() && plan.under() != null) {
            choices.addAll(site.plan().institutions());
        }
        return choices.isEmpty() ? null : site.place(choices.get(site.random().nextInt(choices.size())));
    }

    private LocalDate beginning() {
        return site.days().of(site.world().beginning());
    }
}
