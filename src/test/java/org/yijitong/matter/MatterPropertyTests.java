package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yijitong.ProductTest;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Moment;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.yaml.DocumentFault;

/** Random flows, people, absences, reorganizations and days: every matter has an owner and a deadline, or it is over. */
@ProductTest
@Import({SampleUnit.class, MatterProbe.class})
class MatterPropertyTests {
    private static final int FLOWS = 24;
    private static final int HAPPENINGS = 40;

    @Autowired
    SampleUnit sample;

    @Autowired
    MatterProbe probe;

    @Autowired
    FlowPublications publications;

    @Autowired
    Flows flows;

    @Autowired
    Matters matters;

    @Autowired
    Handovers handovers;

    @Autowired
    Migrations migrations;

    @Autowired
    Organizations organizations;

    @Autowired
    Posts posts;

    @Autowired
    Days days;

    private int migrated;

    @Test
    void everyMatterReachesItsEndOrHasAnOwnerAndADeadline() {
        LocalDate today = days.today();
        int valid = 0;
        Set<String> refused = new HashSet<>();
        for (long seed = 1; seed <= FLOWS; seed++) {
            String id = "random-" + seed;
            List<DocumentFault> faults = publications.publish(id, RandomFlows.write(id, seed, today));
            faults.forEach(fault -> refused.add(fault.messageKey().replace("matter.fault.", "")));
            if (faults.isEmpty()) {
                valid++;
                new World(id, new Random(seed), today).run();
            }
        }
        assertThat(valid).isGreaterThan(FLOWS / 4);
        assertThat(refused).contains("unverified", "endless");
        assertThat(migrated).isPositive();
    }

    /** One unit in which matters of one flow are under way while everything around them changes. */
    private final class World {
        private final String flow;
        private final Random random;
        private final Made made = sample.make();
        private final Scope office = made.scope();
        private final OrganizationId top = new OrganizationId(office.top());
        private final List<OrganizationId> places =
                new ArrayList<>(List.of(top, made.third(), made.other(), made.small()));
        private final List<PersonId> people = made.people().values().stream().toList();
        private final List<Scope> actors = new ArrayList<>();
        private final List<MatterId> begun = new ArrayList<>();
        private LocalDate today;

        World(String flow, Random random, LocalDate today) {
            this.flow = flow;
            this.random = random;
            this.today = today;
            actors.add(office);
            actors.add(new Scope(UUID.randomUUID(), office.unit(), office.top()));
            people.forEach(person -> {
                Scope actor = new Scope(UUID.randomUUID(), office.unit(), office.top());
                probe.holds(actor, person);
                actors.add(actor);
            });
        }

        void run() {
            for (int i = 0; i < HAPPENINGS; i++) {
                today = today.plusDays(random.nextInt(9));
                if (i == HAPPENINGS / 2) {
                    another();
                }
                at(this::happen);
                if (i > HAPPENINGS / 2) {
                    at(this::migrate);
                }
                assertThat(probe.lost(office, today)).as(flow + " on " + today).isEmpty();
            }
            begun.forEach(this::end);
        }

        /** Another version of the flow, if it hangs together. */
        private void another() {
            LocalDate first =
                    flows.inForce(flow, today).orElseThrow().flow().head().since();
            publications.publish(flow, RandomFlows.write(flow, 2, random.nextInt(1000), first.plusYears(1)));
        }

        /** What runs under the first version is moved to the second, as far as it can go on there. */
        private void migrate() {
            if (flows.numbered(flow, 2).isEmpty()) {
                return;
            }
            Flow first = flows.numbered(flow, 1).orElseThrow().flow();
            Flow second = flows.numbered(flow, 2).orElseThrow().flow();
            Map<String, String> states = first.states().stream()
                    .map(State::id)
                    .filter(id -> second.state(id).isEmpty())
                    .collect(Collectors.toMap(id -> id, _ -> any(List.of("s0a", "judging"))));
            UUID proposal = migrations.propose(office, new Migration(flow, 1, 2, states));
            migrations.end(any(actors), proposal, true);
            migrated += Objects.requireNonNull(migrations.find(office, proposal).end())
                    .moved();
        }

        private void at(Runnable work) {
            Moment.at(today.atTime(10, 0).atZone(Days.SHANGHAI).toInstant(), random, () -> {
                try {
                    work.run();
                } catch (Refused | NotFound | Invalid no) {
                    assertThat(no).isNotNull();
                }
            });
        }

        private void happen() {
            handovers.keepUp(office.unit());
            switch (random.nextInt(7)) {
                case 0 -> begin();
                case 1 ->
                    posts.appoint(
                            office,
                            any(places),
                            new Posts.Holder(any(List.of(Post.values())), any(people)),
                            random.nextBoolean(),
                            today,
                            null);
                case 2 ->
                    posts.relieve(
                            office, any(places), new Posts.Holder(any(List.of(Post.values())), any(people)), today);
                case 3 ->
                    places.add(organizations.found(
                            office,
                            new Founding(
                                    null,
                                    new OrganizationState(
                                            "组" + places.size(),
                                            null,
                                            OrganizationKind.GROUP,
                                            any(places.subList(1, 4)),
                                            0,
                                            null)),
                            Because.on(today)));
                case 4 -> organizations.close(office, any(places), Because.on(today));
                default -> step();
            }
        }

        private void begin() {
            begun.add(matters.begin(
                    office,
                    any(places),
                    new Beginning(
                            flow,
                            "样例",
                            null,
                            Map.of("due", today.plusDays(7).toString()),
                            Map.of("doer", any(places)))));
        }

        private void step() {
            if (!begun.isEmpty()) {
                Matter matter = matters.find(office, any(begun));
                List<Step> steps = flows.version(matter.versionId())
                        .state(matter.state())
                        .orElseThrow()
                        .steps();
                if (!steps.isEmpty()) {
                    take(any(actors), matter, any(steps));
                }
            }
        }

        private void take(Scope actor, Matter matter, Step step) {
            Map<String, String> answers = step.fields().stream()
                    .collect(Collectors.toMap(
                            Flow.Field::id, field -> today.plusDays(7).toString()));
            matters.step(
                    actor,
                    matter.matterId(),
                    new Act(
                            matter.revision(),
                            step.id(),
                            answers,
                            Map.of(),
                            UUID.randomUUID().toString()));
        }

        /** Somebody can always take the next step on the shortest way to where nothing is due any more. */
        private void end(MatterId id) {
            for (int left = 20; left > 0; left--) {
                Matter matter = find(id);
                if (matter.settled()) {
                    return;
                }
                Step next = RandomFlows.next(flows.version(matter.versionId()), matter.state());
                for (Scope actor : actors) {
                    if (find(id).revision() == matter.revision()) {
                        at(() -> take(actor, matter, next));
                    }
                }
                assertThat(find(id).revision())
                        .as("%s: nobody can take %s of %s", flow, next.id(), matter)
                        .isGreaterThan(matter.revision());
            }
            assertThat(find(id).settled()).as("%s does not end", flow).isTrue();
        }

        private Matter find(MatterId id) {
            Matter[] found = new Matter[1];
            Moment.at(
                    today.atTime(10, 0).atZone(Days.SHANGHAI).toInstant(),
                    random,
                    () -> found[0] = matters.find(office, id));
            return found[0];
        }

        private <T> T any(List<T> several) {
            return several.get(random.nextInt(several.size()));
        }
    }
}
