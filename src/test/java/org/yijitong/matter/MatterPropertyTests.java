package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.yijitong.access.Accounts;
import org.yijitong.access.Delegation;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.PersonId;
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
    private static final int FLOWS = 36;
    private static final int HAPPENINGS = 50;

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
    Parts parts;

    @Autowired
    PeopleNamed named;

    @Autowired
    Accounts accounts;

    @Autowired
    Delegation delegation;

    @Autowired
    Organizations organizations;

    @Autowired
    Posts posts;

    @Autowired
    Days days;

    /** What happened at all, and how often. */
    private final Map<String, Integer> happened = new HashMap<>();

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
        assertThat(valid).as("%s", refused).isGreaterThan(FLOWS / 4);
        assertThat(refused).contains("unverified", "endless", "bound", "unreached");
        assertThat(happened).containsOnlyKeys("migrated", "split", "outside", "judged", "too few");
    }

    private void happened(boolean really, String what) {
        if (really) {
            happened.merge(what, 1, Integer::sum);
        }
    }

    /** One unit in which matters of one flow are under way while everything around them changes. */
    private final class World {
        private final String flow;
        private final Random random;
        private final Made made = sample.make();
        private final Scope office = made.scope();
        private final List<OrganizationId> places =
                new ArrayList<>(List.of(made.unit().rootId(), made.third(), made.other(), made.small()));
        private final List<PersonId> people = made.people().values().stream().toList();
        private final List<Scope> actors = new ArrayList<>();
        private final List<MatterId> begun = new ArrayList<>();
        private final RandomAnswers answers;
        private final RandomSurroundings around;
        private final RandomJudges judges = new RandomJudges(accounts, delegation, office);
        private LocalDate today;

        World(String flow, Random random, LocalDate today) {
            this.flow = flow;
            this.random = random;
            this.today = today;
            this.answers = new RandomAnswers(named, office, random);
            this.around = new RandomSurroundings(organizations, posts, made, places, random);
            actors.add(office);
            actors.add(judges.judge());
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
            begun.reversed().forEach(this::end);
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
            int moved = Objects.requireNonNull(migrations.find(office, proposal).end())
                    .moved();
            happened(moved > 0, "migrated");
        }

        private void at(Runnable work) {
            Moment.at(today.atTime(10, 0).atZone(Days.SHANGHAI).toInstant(), random, () -> {
                try {
                    work.run();
                } catch (Invalid invalid) {
                    happened(
                            invalid.faults().values().stream()
                                    .anyMatch(fault -> fault.messageKey().startsWith("matter.invalid.check")),
                            "too few");
                } catch (Refused | NotFound no) {
                    assertThat(no).isNotNull();
                }
            });
        }

        private void happen() {
            handovers.keepUp(office.unit());
            switch (random.nextInt(9)) {
                case 0 -> begin();
                case 1, 2, 3, 4 -> around.change(today);
                case 5 -> happened(judges.change(any(places), today.plusDays(5L + random.nextInt(40))), "judged");
                case 6 -> split();
                default -> step();
            }
        }

        private void begin() {
            OrganizationId host = any(places);
            begun.add(matters.begin(office, host, beginning(host)));
        }

        private Beginning beginning(OrganizationId host) {
            Flow now = flows.inForce(flow, today).orElseThrow().flow();
            Beginning beginning = answers.beginning(now, host, places, today);
            happened(!beginning.parties().containsKey("partner"), "outside");
            return beginning;
        }

        /** A part goes to somebody else, and is let go now and then. */
        private void split() {
            MatterId whole = begun.isEmpty() ? null : any(begun);
            OrganizationId owner =
                    whole == null ? null : matters.find(office, whole).owner();
            if (whole != null && owner != null) {
                MatterId part = parts.begin(any(actors), whole, beginning(owner), 1 + random.nextInt(100));
                begun.add(part);
                happened(true, "split");
                if (random.nextInt(4) == 0) {
                    parts.release(office, whole, part, "另行办理");
                }
            }
        }

        private void step() {
            if (!begun.isEmpty()) {
                Matter matter = matters.find(office, any(begun));
                List<Step> steps = flows.version(matter.versionId())
                        .state(matter.state())
                        .orElseThrow()
                        .steps();
                if (!steps.isEmpty()) {
                    take(any(actors), matter, any(steps), false);
                }
            }
        }

        private void take(Scope actor, Matter matter, Step step, boolean enough) {
            Step asked = Outside.asked(flows.version(matter.versionId()), matter, step);
            Map<String, String> said = answers.of(asked, matter.hostId(), today, enough);
            matters.step(
                    actor,
                    matter.matterId(),
                    new Act(
                            matter.revision(),
                            step.id(),
                            said,
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
                        at(() -> take(actor, matter, next, true));
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
