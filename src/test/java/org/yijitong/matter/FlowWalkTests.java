package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Every flow that ships, walked by those who hold its posts: through each of its steps, and on to where it ends. */
class FlowWalkTests extends MatterDesk {
    /** On which members are still taken in by the rules of 2014. */
    private static final LocalDate BEFORE_THE_NEW_RULES = LocalDate.of(2026, 5, 11);

    @Autowired
    Flows flows;

    @Autowired
    FlowChecks checks;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @TestFactory
    Stream<DynamicTest> everyStepOfEveryFlowLeadsToItsEnd() {
        FlowWorld world = world();
        return Stream.of(BEFORE_THE_NEW_RULES, today)
                .flatMap(day -> flows.inForce(day).stream()
                        .filter(each -> !each.flow().head().pack().equals("own"))
                        .filter(each ->
                                day.equals(today) || !flows.inForce(today).contains(each))
                        .map(FlowVersion::flow)
                        .map(flow -> DynamicTest.dynamicTest(
                                flow.head().id() + " " + flow.head().version(),
                                () -> walk(day.equals(today) ? world : new FlowWorld(made), flow, day))));
    }

    private void walk(FlowWorld world, Flow flow, LocalDate day) {
        for (Step step : flow.steps().toList()) {
            Matter end = new FlowWalker(matters, flow, world, day).through(step);
            assertThat(end.settled()).as(step.id()).isTrue();
        }
    }

    @Test
    void aStepThatNeedsTimeIsRefusedUntilThen() {
        Flow flow = flows.inForce("member-development", today).orElseThrow().flow();
        assertThat(flow.head().version()).isEqualTo(3);
        MatterId id = matters.begin(
                office,
                made.third(),
                new Beginning(
                        "member-development",
                        "发展党员",
                        null,
                        Map.of("applicant", "贺知微", "applied-on", today.toString()),
                        Map.of("committee", top)));
        assertThat(matters.find(office, id).dueOn()).isEqualTo(today.plusMonths(1));
        act(secretary, id, "talk", Map.of("talked-by", "林若川"), Map.of());
        act(
                secretary,
                id,
                "activist",
                Map.of("recommended", "小组推荐", "chosen-on", today.toString(), "mentors", "林若川"),
                Map.of());
        act(office, id, "file-activist", Map.of(), Map.of());
        assertThatThrownBy(() -> act(secretary, id, "post", Map.of("listened", "没有不同意见"), Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        early -> assertThat(early.arguments())
                                .containsExactly(today.plusMonths(12).toString()));
        act(secretary, id, "examine", Map.of("seen", "表现好"), Map.of());
        assertThat(matters.find(office, id).dueOn()).isEqualTo(today.plusMonths(6));
    }

    @Test
    void whatIsStillToBeComparedIsComparedByEachUnit() {
        UUID version = flows.inForce("member-development", today).orElseThrow().versionId();
        assertThat(checks.done(office.unit(), version)).isFalse();
        checks.confirm(office, "member-development");
        checks.confirm(office, "member-development");
        assertThat(checks.done(office.unit(), version)).isTrue();
        assertThatThrownBy(() -> checks.confirm(office, "rectification")).isInstanceOf(NotFound.class);
    }

    /** Each post of the committee and of its branches, held by somebody who has an account. */
    private FlowWorld world() {
        FlowWorld world = new FlowWorld(made);
        List<OrganizationId> places = List.of(made.unit().rootId(), made.third(), made.other(), made.small());
        for (OrganizationId place : places) {
            OrganizationKind kind =
                    place.equals(made.unit().rootId()) ? OrganizationKind.ORGAN_COMMITTEE : OrganizationKind.BRANCH;
            List<Post> all = Post.of(kind);
            List<People.Newcomer> newcomers = new ArrayList<>();
            all.forEach(_ -> newcomers.add(newcomer("走" + newcomers.size())));
            List<PersonId> ids = people.addAll(office, newcomers);
            List<Posts.Holder> holding = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Scope scope = new Scope(UUID.randomUUID(), office.unit(), place.value());
                probe.holds(scope, ids.get(i));
                world.holds(place, all.get(i), scope, ids.get(i));
                holding.add(new Posts.Holder(all.get(i), ids.get(i)));
            }
            posts.handOver(office, place, holding, today, today.plusYears(5), "换届");
        }
        world.judges(judge());
        return world;
    }

    private Scope judge() {
        String name = "judge" + UUID.randomUUID().toString().substring(0, 12);
        UUID account =
                accounts.create(name, name, World.PASSWORD, List.of(new Grant("judge", office.unit(), office.top())));
        return new Scope(account, office.unit(), office.top());
    }

    private People.Newcomer newcomer(String name) {
        PersonDetails details =
                new PersonDetails(name, null, null, null, null, null, null, null, null, null, null, null, null);
        return new People.Newcomer(
                details,
                Sphere.PARTY,
                new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                LocalDate.of(2010, 1, 1));
    }
}
