package org.yijitong.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts.Holder;

/** Committees, their terms and re-elections (换届) in a unit; some are overdue today, as in life. */
final class Elections {
    private static final List<Post> FIVE = List.of(
            Post.SECRETARY,
            Post.DEPUTY_SECRETARY,
            Post.ORGANIZATION_MEMBER,
            Post.PUBLICITY_MEMBER,
            Post.DISCIPLINE_MEMBER);
    private static final List<Post> THREE = List.of(Post.SECRETARY, Post.ORGANIZATION_MEMBER, Post.DISCIPLINE_MEMBER);
    private static final List<Post> COMMITTEE = List.of(
            Post.SECRETARY,
            Post.FULL_TIME_DEPUTY_SECRETARY,
            Post.ORGANIZATION_MEMBER,
            Post.PUBLICITY_MEMBER,
            Post.DISCIPLINE_MEMBER);
    private static final int BRANCH_YEARS = 3;
    private static final int COMMITTEE_YEARS = 5;

    private final Site site;

    Elections(Site site) {
        this.site = site;
    }

    void plan(List<Branch> branches) {
        branches.forEach(this::branch);
        LocalDate recorded = beginning().plusDays(2);
        site.chronicle().on(recorded, () -> committee(branches));
        site.chronicle().on(recorded, () -> leaders(branches));
    }

    private void branch(Branch branch) {
        List<Figure> first = List.copyOf(branch.elected);
        LocalDate begins = first.stream()
                .map(figure -> figure.from)
                .reduce(beginning().minusDays(60 + site.random().nextInt(1000)), Elections::later);
        LocalDate due = begins.plusYears(BRANCH_YEARS);
        OrganizationId id = site.place(branch.plan.name());
        site.chronicle().on(beginning().plusDays(2), () -> handOver(id, first, posts(first), begins, due));
        boolean onTime = site.random().nextInt(8) > 0;
        if (onTime && due.isBefore(site.days().today().minusDays(20))) {
            List<Figure> next = new ArrayList<>(first);
            branch.anyIdle().ifPresent(figure -> next.set(next.size() - 1, figure));
            branch.elected.add(next.getLast());
            LocalDate on = due.minusDays(site.random().nextInt(10));
            site.chronicle().late(on, 8, () -> handOver(id, next, posts(next), on, on.plusYears(BRANCH_YEARS)));
        }
    }

    /** The committee of a branch that came into being by a split. */
    void first(OrganizationId branch, List<Figure> elected, LocalDate on) {
        handOver(branch, elected, posts(elected), on, on.plusYears(BRANCH_YEARS));
    }

    private static List<Post> posts(List<Figure> elected) {
        return elected.size() == FIVE.size() ? FIVE : THREE;
    }

    private void handOver(
            OrganizationId organization, List<Figure> elected, List<Post> posts, LocalDate begins, LocalDate due) {
        List<Holder> holders = new ArrayList<>();
        for (int i = 0; i < Math.min(elected.size(), posts.size()); i++) {
            holders.add(new Holder(posts.get(i), elected.get(i).id()));
        }
        String by = site.world().patterns().electedBy();
        site.verbs().posts().handOver(site.scope(), organization, holders, begins, due, by);
    }

    private void committee(List<Branch> branches) {
        List<Figure> elected =
                branches.stream().map(branch -> branch.elected.get(1)).toList();
        LocalDate begins = beginning().minusDays(100 + site.random().nextInt(700));
        handOver(site.place(Site.COMMITTEE), elected, COMMITTEE, begins, begins.plusYears(COMMITTEE_YEARS));
        PersonId head = branches.getFirst().elected.getFirst().id();
        site.verbs()
                .posts()
                .appoint(site.scope(), site.unit().rootId(), new Holder(Post.SECRETARY, head), false, begins, null);
    }

    private void leaders(List<Branch> branches) {
        for (Branch branch : branches) {
            for (int number = 1; number <= branch.plan.groups(); number++) {
                OrganizationId group = site.place(Site.groupKey(branch.plan, number));
                Figure figure = Stream.concat(branch.elected.stream(), branch.residents.stream())
                        .filter(each -> each.is(MemberKind.FULL) && group.equals(each.belonging.group()))
                        .findFirst()
                        .orElseThrow();
                Holder leader = new Holder(Post.LEADER, figure.id());
                site.verbs().posts().appoint(site.scope(), group, leader, false, beginning(), null);
            }
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate beginning() {
        return site.days().of(site.world().beginning());
    }
}
