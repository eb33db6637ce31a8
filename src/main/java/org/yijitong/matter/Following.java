package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow.Step;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the step of a leading matter does to those tied to it: they are due when it is; with its public answer they are
 * answered; closed without one it lets them go. Of what was said in the leading one only the public answer passes over.
 */
@Component
class Following {
    private final TieStore store;
    private final MatterStore matters;
    private final Course course;
    private final Deadlines deadlines;
    private final Flows flows;
    private final Oneself oneself;
    private final Days days;
    private final JsonMapper json;

    Following(
            TieStore store,
            MatterStore matters,
            Course course,
            Deadlines deadlines,
            Flows flows,
            Oneself oneself,
            Days days,
            JsonMapper json) {
        this.store = store;
        this.matters = matters;
        this.course = course;
        this.deadlines = deadlines;
        this.flows = flows;
        this.oneself = oneself;
        this.days = days;
        this.json = json;
    }

    /** The step by which a public answer is given, if the flow has one. */
    static Optional<Step> publishing(Flow flow) {
        return flow.steps()
                .filter(step -> step.asks().stream().anyMatch(Flow.Field::published))
                .findFirst();
    }

    private static boolean concerns(Flow flow) {
        return flow.head().id().equals(Ties.FLOW) && publishing(flow).isPresent();
    }

    /** Whether the public answer of a matter was given, or passed by. */
    boolean answered(MatterRow row, Flow flow) {
        Map<String, Known.Done> done = row.matter(json).known().done();
        return publishing(flow).filter(step -> !done.containsKey(step.id())).isEmpty();
    }

    /**
     * Before a step: a tied matter takes none of its own, and a leading one is not answered without a public answer.
     *
     * @throws Refused when it is tied to another one
     * @throws Invalid on the field of the public answer
     */
    void check(Scope scope, Matter matter, Flow flow, Step step, Map<String, String> answers) {
        if (!concerns(flow)) {
            return;
        }
        if (store.leading(scope.unit(), matter.matterId()).isPresent()) {
            throw new Refused("matter.refused.tied");
        }
        Optional<Flow.Field> missing = step.asks().stream()
                .filter(field -> field.published() && !answers.containsKey(field.id()))
                .findFirst();
        if (missing.isPresent() && !store.tied(scope.unit(), matter.matterId()).isEmpty()) {
            throw new Invalid(missing.get().id(), "matter.invalid.tied");
        }
    }

    /** After a step of a matter that is held. */
    void follow(Scope scope, Flow flow, Course.Taken taken, Change change) {
        List<MatterId> tied =
                concerns(flow) ? store.tied(scope.unit(), change.standing().matterId()) : List.of();
        if (tied.isEmpty()) {
            return;
        }
        List<MatterRow> rows = matters.holdSome(scope.unit(), tied);
        Map<String, String> told = published(taken);
        if (!told.isEmpty()) {
            answer(scope, rows, flow, taken, told);
        } else if (change.standing().closed()) {
            free(scope, rows, TieStore.How.LEFT, taken.at());
        } else {
            due(scope, rows, Objects.requireNonNull(change.standing().dueOn()), taken.at());
        }
    }

    private static Map<String, String> published(Course.Taken taken) {
        Map<String, String> published = new HashMap<>();
        taken.step().asks().stream()
                .filter(field -> field.published() && taken.answers().containsKey(field.id()))
                .forEach(field -> published.put(field.id(), taken.answers().getOrDefault(field.id(), "")));
        return published;
    }

    /** Each takes the same step with nothing but the public answer. One moved to another version meanwhile is let go. */
    private void answer(Scope scope, List<MatterRow> rows, Flow flow, Course.Taken taken, Map<String, String> told) {
        List<Change> changes = new ArrayList<>();
        List<MatterRow> others = new ArrayList<>();
        rows.forEach(row -> {
            if (!flows.version(row.versionId()).equals(flow)) {
                others.add(row);
                return;
            }
            Matter matter = row.matter(json);
            // Whoever answered the leading one is no party to this one, and does not see it.
            Known known = matter.known()
                    .with(new Known(
                            Map.of(), taken.known().done(), taken.known().days(), Map.of(), null));
            boolean late = matter.overdue(days.today());
            changes.add(course.after(
                    matter,
                    flow,
                    new Course.Taken(taken.step(), told, known, taken.how(), taken.onBehalf(), late, "", taken.at())));
        });
        matters.step(scope.unit(), changes);
        store.end(
                scope,
                changes.stream().map(change -> change.standing().matterId()).toList(),
                TieStore.How.ANSWERED,
                taken.at());
        free(scope, others, TieStore.How.LEFT, taken.at());
    }

    /** Lets matters that are held be due when the leading one is. */
    void goWith(Scope scope, List<MatterRow> rows, MatterRow leading, Instant now) {
        due(scope, rows, Objects.requireNonNull(leading.dueOn()), now);
    }

    private void due(Scope scope, List<MatterRow> rows, LocalDate on, Instant now) {
        List<TieStore.Due> dues = rows.stream()
                .map(row -> new TieStore.Due(row.matterId(), on, "{}"))
                .toList();
        store.due(scope, dues, note(scope, MatterEvent.Kind.TIED, now));
    }

    /** Lets matters that are held go their own way; their time runs anew. */
    void free(Scope scope, List<MatterRow> rows, TieStore.How how, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        List<TieStore.Due> dues = new ArrayList<>();
        rows.forEach(row -> flows.version(row.versionId())
                .state(row.state())
                .map(state -> deadlines
                        .of(
                                state.within(),
                                row.begunOn(),
                                days.today(),
                                row.matter(json).known())
                        .on())
                .ifPresent(on -> dues.add(new TieStore.Due(row.matterId(), on, "{}"))));
        store.end(scope, rows.stream().map(MatterRow::matterId).toList(), how, now);
        store.due(scope, dues, note(scope, MatterEvent.Kind.UNTIED, now));
    }

    private TieStore.Note note(Scope scope, MatterEvent.Kind kind, Instant now) {
        return new TieStore.Note(kind, oneself.in(scope).orElse(null), now);
    }
}
