package org.yijitong.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.ledger.Rehearsal;
import org.yijitong.ledger.Rehearsal.Changes;
import org.yijitong.overview.RehearsalDesk;
import org.yijitong.overview.RehearsalRun;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** Documents rehearsed on a past year. Nothing is stored, so that a request sent twice does no harm and needs no key. */
@RestController
@RequestMapping("/api/v1/rehearsals")
@Tag(name = "mechanisms")
class ApiRehearsalsController {
    private final RehearsalDesk desk;
    private final Permitted permitted;
    private final Days days;

    ApiRehearsalsController(RehearsalDesk desk, Permitted permitted, Days days) {
        this.desk = desk;
        this.permitted = permitted;
        this.days = days;
    }

    /**
     * What is to be rehearsed.
     *
     * @param text the document in YAML
     * @param year last year, unless another is given
     */
    record RehearsalBody(@Nullable String text, @Nullable Integer year) {}

    /** Where it is. */
    record Begun(String href) {}

    /** How far it is, and what came of it. */
    record RehearsalView(
            RehearsalRun.State state,
            int done,
            int total,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<OutcomeView> duties) {
        static RehearsalView of(RehearsalRun run) {
            Rehearsal result = run.result();
            return new RehearsalView(
                    run.state(),
                    run.done(),
                    run.total(),
                    result == null ? null : result.first(),
                    result == null ? null : result.last(),
                    result == null
                            ? List.of()
                            : result.outcomes().stream().map(OutcomeView::of).toList());
        }
    }

    /** What one duty would have come to. Of how many records {@code shared} tells: {@code sample}. */
    record OutcomeView(
            String duty,
            int owed,
            int met,
            BigDecimal missing,
            int sample,
            List<Rehearsal.Shared> shared,
            @Nullable Changes changes) {
        static OutcomeView of(Rehearsal.Outcome outcome) {
            return new OutcomeView(
                    outcome.duty().id(),
                    outcome.owed(),
                    outcome.met(),
                    outcome.missing(),
                    outcome.sample(),
                    outcome.shared(),
                    outcome.changes());
        }
    }

    @PostMapping
    @Operation(summary = "Rehearse a mechanism document on the facts of a year; nothing is published or stored")
    ResponseEntity<Begun> begin(Scope scope, CurrentUser user, @RequestBody RehearsalBody body) {
        UUID id = desk.begin(
                scope,
                permitted.permits(user, "overview.sums"),
                Objects.requireNonNullElse(body.text(), ""),
                Objects.requireNonNullElse(body.year(), days.today().getYear() - 1));
        String href = "/api/v1/rehearsals/" + id;
        return ResponseEntity.accepted().location(URI.create(href)).body(new Begun(href));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a rehearsal is and what came of it; kept for two hours")
    RehearsalView one(Scope scope, @PathVariable UUID id) {
        return RehearsalView.of(desk.find(scope, id));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Stop a rehearsal")
    RehearsalView stop(Scope scope, @PathVariable UUID id) {
        desk.stop(scope, id);
        return RehearsalView.of(desk.find(scope, id));
    }
}
