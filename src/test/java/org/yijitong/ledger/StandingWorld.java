package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Publications;
import org.yijitong.organization.Because;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Founding;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;

/** A unit to which random things happen: what is told, taken back, excused, reorganized, published. */
@TestComponent
@Scope("prototype")
class StandingWorld {
    /** What may happen. */
    enum Kind {
        TELL,
        CORRECT,
        WITHDRAW,
        EXCUSE,
        END_EXCUSE,
        FOUND,
        MOVE,
        CLOSE,
        MERGE,
        TRANSFER,
        LEAVE,
        APPOINT,
        PUBLISH,
        ROUND
    }

    /** One thing that happens on a day; all that is random in it follows from a seed of its own. */
    record Step(LocalDate day, Kind kind, long seed) {}

    @Autowired
    private SampleUnit sample;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Openings openings;

    @Autowired
    private Excuses excuses;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Reorganizations reorganizations;

    @Autowired
    private People people;

    @Autowired
    private Posts posts;

    @Autowired
    private Publications publications;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Days days;

    @Autowired
    private StandingProbe probe;

    /** What each source says. */
    final Map<Source, List<Fact>> told = new LinkedHashMap<>();

    private final Map<String, Integer> versions = new HashMap<>();
    private final List<OrganizationId> places = new ArrayList<>();
    private final List<PersonId> persons = new ArrayList<>();
    private SampleUnit.@Nullable Made made;

    void begin() {
        var unit = sample.make();
        made = unit;
        places.addAll(List.of(unit.third(), unit.other(), unit.small(), unit.office()));
        unit.people().keySet().stream().sorted().map(unit::person).forEach(persons::add);
        openings.open(scope().unit());
    }

    org.yijitong.shared.Scope scope() {
        return made().scope();
    }

    private SampleUnit.Made made() {
        return Objects.requireNonNull(made);
    }

    void happen(Step step) {
        Random random = new Random(step.seed());
        switch (step.kind()) {
            case TELL -> tell(random, new Source("probe", id(random)));
            case CORRECT -> some(random, told.keySet()).ifPresent(source -> tell(random, source));
            case WITHDRAW -> some(random, told.keySet()).ifPresent(this::withdraw);
            case EXCUSE -> excuse(random);
            case END_EXCUSE ->
                some(random, probe.excused(scope().unit())).ifPresent(each -> excuses.end(scope(), each));
            case PUBLISH -> publish(random);
            case ROUND -> openings.open(scope().unit());
            default -> reorganize(step.kind(), random);
        }
    }

    private void reorganize(Kind kind, Random random) {
        Because because = Because.on(past(random));
        switch (kind) {
            case FOUND -> found(random);
            case MOVE -> organizations.move(scope(), place(random), place(random), because);
            case CLOSE -> organizations.close(scope(), place(random), because);
            case MERGE -> reorganizations.merge(scope(), place(random), place(random), because);
            case TRANSFER -> people.transfer(scope(), person(random), belonging(random), because.on(), null);
            case LEAVE -> people.leave(scope(), person(random), Leaving.LEFT, because.on(), null);
            case APPOINT -> appoint(random, because.on());
            default -> throw new IllegalArgumentException(kind.name());
        }
    }

    private void appoint(Random random, LocalDate on) {
        var holder = new Posts.Holder(Post.SECRETARY, person(random));
        posts.appoint(scope(), place(random), holder, false, on, on.plusYears(3));
    }

    private void tell(Random random, Source source) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            facts.add(fact(random));
        }
        ledger.restate(scope(), source, facts);
        told.put(source, facts);
    }

    private void withdraw(Source source) {
        ledger.restate(scope(), source, List.of());
        told.remove(source);
    }

    private Fact fact(Random random) {
        Map<String, Object> fields = new HashMap<>();
        if (random.nextBoolean()) {
            fields.put("open", true);
        }
        if (random.nextInt(3) > 0) {
            fields.put("size", new BigDecimal(random.nextInt(5)).add(new BigDecimal("0.5")));
        }
        fields.put("colour", List.of("red", "green", "blue").get(random.nextInt(3)));
        fields.put("tags", List.of("one", "two", "three").subList(random.nextInt(2), 2 + random.nextInt(2)));
        fields.put("words", random.nextBoolean() ? "集体学习" : "讨论");
        Set<PersonId> who = new HashSet<>();
        persons.stream().filter(_ -> random.nextInt(3) == 0).forEach(who::add);
        return new Fact("probe", place(random), past(random), fields, who);
    }

    private void excuse(Random random) {
        List<UUID> open = probe.open(scope().unit());
        if (!open.isEmpty()) {
            Duty.Excuse ground = random.nextBoolean() ? Duty.Excuse.MERGED : Duty.Excuse.NOT_APPLICABLE;
            excuses.allow(scope(), open.get(random.nextInt(open.size())), ground, "样例");
        }
    }

    private void found(Random random) {
        OrganizationKind kind = random.nextBoolean() ? OrganizationKind.GROUP : OrganizationKind.BRANCH;
        OrganizationId superior = kind == OrganizationKind.GROUP ? place(random) : root();
        places.add(organizations.found(
                scope(),
                new Founding(
                        null, new OrganizationState("样例" + random.nextInt(1_000_000), null, kind, superior, 0, null)),
                Because.on(past(random))));
    }

    private OrganizationId root() {
        return made().unit().rootId();
    }

    private void publish(Random random) {
        String mechanism = "random-" + random.nextInt(3);
        int number = versions.merge(mechanism, 1, Integer::sum);
        LocalDate since = days.today().minusDays(200).plusDays(100L * number + random.nextInt(60));
        var faults = publications.publish("random.yaml", RandomDocuments.of(random, mechanism, number, since));
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
        rebuild.mend(scope().unit(), _ -> {});
    }

    private Belonging belonging(Random random) {
        MemberKind kind = List.of(MemberKind.FULL, MemberKind.PROBATIONARY, MemberKind.ACTIVIST)
                .get(random.nextInt(3));
        return new Belonging(place(random), null, kind, List.of());
    }

    /** A day of the last half year, and rather a late one. */
    private LocalDate past(Random random) {
        return days.today().minusDays((long) Math.pow(random.nextInt(14), 2));
    }

    private OrganizationId place(Random random) {
        return places.get(random.nextInt(places.size()));
    }

    private PersonId person(Random random) {
        return persons.get(random.nextInt(persons.size()));
    }

    private static <T> Optional<T> some(Random random, Collection<T> all) {
        return all.stream().skip(all.isEmpty() ? 0 : random.nextInt(all.size())).findFirst();
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
