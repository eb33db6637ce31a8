package org.yijitong.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.matter.Course.Taken;
import org.yijitong.matter.Flow.Step;
import org.yijitong.matter.ProofStore.Proof;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;
import tools.jackson.databind.json.JsonMapper;

/** Beginning matters and taking their steps. */
@Component
@Transactional
public class Matters {
    private static final int LONGEST_TITLE = 200;

    private final MatterStore store;
    private final ConcernedStore concerned;
    private final Flows flows;
    private final Course course;
    private final Parties parties;
    private final Answering answering;
    private final Evidence evidence;
    private final Credit credit;
    private final Following following;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;
    private final JsonMapper json;

    Matters(
            MatterStore store,
            ConcernedStore concerned,
            Flows flows,
            Course course,
            Parties parties,
            Answering answering,
            Evidence evidence,
            Credit credit,
            Following following,
            Audit audit,
            Uuid7 ids,
            Clock clock,
            Days days,
            JsonMapper json) {
        this.store = store;
        this.concerned = concerned;
        this.flows = flows;
        this.course = course;
        this.parties = parties;
        this.answering = answering;
        this.evidence = evidence;
        this.credit = credit;
        this.following = following;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
        this.json = json;
    }

    /**
     * Begins a matter under the version of its flow that is in force today.
     *
     * @throws Invalid with every field that cannot be taken
     * @throws NotFound when the host is out of reach, or the flow is not in force there
     */
    public MatterId begin(Scope scope, OrganizationId host, Beginning beginning) {
        FlowVersion version = flows.asPublished(beginning.flow(), days.today())
                .filter(each -> parties.bound(scope, each))
                .orElseThrow(NotFound::new);
        Parties.There there = parties.there(scope, host, beginning.parties());
        OrganizationKind kind = there.kinds().get(host.value());
        if (kind == null) {
            throw new NotFound();
        }
        if (!version.flow().hosts().contains(kind)) {
            throw new Refused("matter.refused.host");
        }
        checkHead(version.flow(), beginning);
        MatterId id = new MatterId(ids.next());
        Matter fresh = Matter.fresh(id, version, host, beginning, days.today());
        Taken taken = begun(scope, fresh, version.flow(), beginning, there);
        store.begin(
                scope,
                new MatterStore.Begun(
                        version.versionId(),
                        fresh.flow(),
                        host,
                        fresh.origin(),
                        beginning.title().strip()),
                course.after(fresh, version.flow(), taken));
        concerned.add(scope.unit(), id, taken);
        audit.record(scope, "matter.begun", "matter", id.value(), Map.of("flow", fresh.flow()));
        return id;
    }

    private Taken begun(Scope scope, Matter fresh, Flow flow, Beginning beginning, Parties.There there) {
        Step begin = flow.begin();
        Map<String, String> answers = answering.of(scope, fresh, begin, beginning.answers(), fresh.begunOn());
        Known.Done how =
                new Known.Done(scope.account(), there.self(), fresh.hostId().value(), fresh.begunOn());
        Known known = Known.begun(flow, answers)
                .and(
                        Flow.BEGIN,
                        how,
                        Parties.named(
                                flow, begin, fresh.hostId(), beginning.parties(), beginning.answers(), there.kinds()),
                        Answers.days(begin.fields(), answers));
        String key = fresh.matterId().toString();
        return new Taken(begin, answers, known, how, false, false, key, now());
    }

    private static void checkHead(Flow flow, Beginning beginning) {
        Map<String, Invalid.Fault> faults = new HashMap<>();
        String title = beginning.title().strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            faults.put("title", new Invalid.Fault("matter.invalid.title", List.of()));
        }
        boolean known = flow.origins().isEmpty()
                ? beginning.origin() == null
                : flow.origins().stream().anyMatch(each -> each.id().equals(beginning.origin()));
        if (!known) {
            faults.put("origin", new Invalid.Fault("matter.invalid.CHOICE", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    /**
     * Takes a step. Sent again under the same key it has one effect.
     *
     * @throws Overtaken when somebody took a step meanwhile
     * @throws Refused when it is not the turn of whoever acts, or they did what is to be judged
     * @throws Invalid with every field that cannot be taken
     */
    public void step(Scope scope, MatterId id, Act act) {
        MatterRow row = store.hold(scope, id).orElseThrow(NotFound::new);
        Matter matter = row.matter(json);
        if (matter.revision() != act.revision()) {
            overtaken(scope, id, act);
            return;
        }
        Flow flow = flows.version(matter.versionId());
        Step step = asked(flow, matter, act);
        Turn.check(scope, row, step, matter.known());
        Turn.waits(row, flow, step);
        course.early(matter, step, days.today());
        take(scope, new Held(row, matter, flow), step, act);
    }

    /**
     * Asks beforehand, when something is to be kept for a step.
     *
     * @throws Refused as {@link #step}; of a matter that moved on meanwhile it says nothing
     */
    @Transactional(readOnly = true)
    public void requireStep(Scope scope, MatterId id, Act act) {
        MatterRow row = store.find(scope, id).orElseThrow(NotFound::new);
        Matter matter = row.matter(json);
        if (matter.revision() == act.revision()) {
            Turn.check(scope, row, asked(flows.version(matter.versionId()), matter, act), matter.known());
        }
    }

    private static Step asked(Flow flow, Matter matter, Act act) {
        return flow.state(matter.state()).stream()
                .flatMap(state -> state.steps().stream())
                .filter(each -> each.id().equals(act.step()))
                .findFirst()
                .map(each -> Outside.asked(flow, matter, each))
                .orElseThrow(NotFound::new);
    }

    /** What was sent twice is found; anything else came too late. */
    private void overtaken(Scope scope, MatterId id, Act act) {
        Optional<String> before = store.under(scope, id, act.key());
        if (before.isEmpty()) {
            throw new Overtaken(id);
        }
        if (!before.get().equals(act.step())) {
            throw new Refused("shared.once.other");
        }
    }

    /** A matter that is held, as it was read, and its flow. */
    private record Held(MatterRow row, Matter matter, Flow flow) {}

    private void take(Scope scope, Held held, Step step, Act act) {
        Matter matter = held.matter();
        Flow flow = held.flow();
        Turn turn = Turn.of(scope, held.row());
        LocalDate today = days.today();
        Map<String, String> answers = answering.of(scope, matter, step, act.answers(), today);
        following.check(scope, matter, flow, step, answers);
        Parties.Named named = parties.named(scope, matter, flow, step, act);
        List<Proof> proofs = evidence.proofs(scope, matter.matterId(), step.evidence(), answers);
        OrganizationId owner = java.util.Objects.requireNonNull(matter.owner());
        Known.Done how = new Known.Done(scope.account(), turn.person(), owner.value(), today);
        Known known = matter.known().and(step.id(), how, named, Answers.days(step.fields(), answers));
        boolean late = matter.overdue(today);
        Taken taken = new Taken(step, answers, known, how, !turn.holds(), late, act.key(), now());
        Change change = course.after(matter, flow, taken);
        if (store.step(scope.unit(), List.of(change)) != 1) {
            throw new Overtaken(matter.matterId());
        }
        evidence.show(scope, matter.matterId(), proofs);
        audit.record(scope, "matter.step", "matter", matter.matterId().value(), Map.of("step", step.id()));
        credit.tell(scope, held.row(), matter, flow, change, known);
        following.follow(scope, flow, taken, change);
    }

    /**
     * The kind of an organization under which matters may be begun.
     *
     * @throws NotFound when it is not there today, or out of reach
     */
    @Transactional(readOnly = true)
    public OrganizationKind host(Scope scope, OrganizationId organization) {
        return parties.places(scope, List.of(organization)).stream()
                .map(PartyStore.Place::kind)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * For those who may see only what waits for a post of their own.
     *
     * @throws NotFound unless whoever acts holds the post whose turn it is, judges, or took a step of it; whom it is about
     *     reads it elsewhere
     */
    @Transactional(readOnly = true)
    public void requireOwn(Scope scope, MatterId id) {
        own(scope, id);
    }

    private MatterRow own(Scope scope, MatterId id) {
        MatterRow row = store.find(scope, id).orElseThrow(NotFound::new);
        UUID person = row.self();
        Known known = row.matter(json).known();
        boolean took = known.done().values().stream().anyMatch(done -> by(scope, person, done));
        if (row.concerned() || (!row.holds() && !took)) {
            throw new NotFound();
        }
        return row;
    }

    /** Whoever stands in no roster, such as a judge from outside, did what their account did. */
    private static boolean by(Scope scope, @Nullable UUID person, Known.Done done) {
        return person == null
                ? done.person() == null && done.account().equals(scope.account())
                : person.equals(done.person());
    }

    /**
     * The same, to take the next step.
     *
     * @throws Refused when somebody else holds the post whose turn it is
     */
    @Transactional(readOnly = true)
    public void requireTurn(Scope scope, MatterId id) {
        if (!own(scope, id).holds()) {
            throw new Refused("matter.refused.turn");
        }
    }

    /** @throws NotFound when there is none, or none of its organizations is within reach */
    @Transactional(readOnly = true)
    public Matter find(Scope scope, MatterId id) {
        return store.find(scope, id).orElseThrow(NotFound::new).matter(json);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
