package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Plan;
import org.yijitong.activity.PlanDraft;
import org.yijitong.activity.PlanId;
import org.yijitong.activity.Plans;
import org.yijitong.activity.RecordId;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Planned meetings: made, moved, cancelled, leave asked for, and in the end written down. */
@RestController
@RequestMapping("/api/v1/units/{unit}")
@Tag(name = "plans")
class ApiPlansController {
    private static final int MOST = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Plans plans;
    private final Posting posting;
    private final Oneself oneself;
    private final Days days;

    ApiPlansController(Plans plans, Posting posting, Oneself oneself, Days days) {
        this.plans = plans;
        this.posting = posting;
        this.oneself = oneself;
        this.days = days;
    }

    @GetMapping("/organizations/{organization}/plans")
    @Operation(summary = "Plans of an organization between two days, and those still open before; at most 200")
    List<PlanViews.PlanView> list(
            Scope scope,
            @PathVariable UUID organization,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        LocalDate first = Objects.requireNonNullElse(from, days.today());
        LocalDate last = Objects.requireNonNullElse(to, first.plusYears(1));
        return plans.of(scope, List.of(new OrganizationId(organization)), first, last, MOST).stream()
                .map(PlanViews.PlanView::of)
                .toList();
    }

    @PostMapping("/organizations/{organization}/plans")
    @Operation(summary = "Plan a meeting, once or month by month until a day")
    ResponseEntity<Done> plan(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody PlanViews.PlanBody body) {
        PlanDraft draft = body.draft();
        return posting.made(
                scope, request, body, () -> href(scope, plans.plan(scope, new OrganizationId(organization), draft)));
    }

    @GetMapping("/plans/{plan}")
    @Operation(summary = "One plan with how it changed")
    PlanViews.OneView one(Scope scope, @PathVariable UUID plan) {
        Plan found = plans.find(scope, new PlanId(plan));
        return new PlanViews.OneView(
                PlanViews.PlanView.of(found),
                plans.steps(scope, found).stream().map(PlanViews.StepView::of).toList());
    }

    @PostMapping("/plans/{plan}/moves")
    @Operation(summary = "Move a plan to another day or hour, with a reason")
    ResponseEntity<Done> move(
            Scope scope, HttpServletRequest request, @PathVariable UUID plan, @RequestBody PlanViews.MoveBody body) {
        PlanId id = new PlanId(plan);
        PlanDraft.When when = body.when();
        int revision = required("revision", body.revision());
        String reason = PlanViews.text(body.reason());
        return posting.changed(scope, request, body, () -> {
            plans.move(scope, id, revision, when, reason);
            return href(scope, id);
        });
    }

    @PostMapping("/plans/{plan}/cancellations")
    @Operation(summary = "Cancel a plan, with a reason")
    ResponseEntity<Done> cancel(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID plan,
            @RequestBody PlanViews.CancellationBody body) {
        PlanId id = new PlanId(plan);
        int revision = required("revision", body.revision());
        String reason = PlanViews.text(body.reason());
        return posting.changed(scope, request, body, () -> {
            plans.cancel(scope, id, revision, reason);
            return href(scope, id);
        });
    }

    @GetMapping("/plans/{plan}/leaves")
    @Operation(summary = "Who asked for leave, and why")
    List<PlanViews.LeaveView> leaves(Scope scope, @PathVariable UUID plan) {
        return plans.leaves(scope, plans.find(scope, new PlanId(plan))).stream()
                .map(PlanViews.LeaveView::of)
                .toList();
    }

    @PostMapping("/plans/{plan}/leaves")
    @Operation(summary = "Write down that somebody cannot come; without a cause: on leave")
    ResponseEntity<Done> leave(
            Scope scope, HttpServletRequest request, @PathVariable UUID plan, @RequestBody PlanViews.LeaveBody body) {
        PlanId id = new PlanId(plan);
        PersonId person = new PersonId(Objects.requireNonNullElse(body.person(), NOBODY));
        Draft.Cause cause = Objects.requireNonNullElse(body.cause(), Draft.Cause.LEAVE);
        String note = PlanViews.text(body.note());
        return posting.changed(scope, request, body, () -> {
            plans.leave(scope, id, person, cause, note.isEmpty() ? null : note);
            return href(scope, id);
        });
    }

    @PostMapping("/plans/{plan}/leaves/{person}/endings")
    @Operation(summary = "Write down that somebody comes after all")
    ResponseEntity<Done> endLeave(
            Scope scope, HttpServletRequest request, @PathVariable UUID plan, @PathVariable UUID person) {
        return posting.changed(scope, request, "", () -> {
            plans.endLeave(scope, new PlanId(plan), new PersonId(person));
            return href(scope, new PlanId(plan));
        });
    }

    @PostMapping("/plans/{plan}/leaves/own")
    @Operation(summary = "Ask for leave oneself; without a cause: on leave")
    ResponseEntity<Done> ownLeave(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID plan,
            @RequestBody PlanViews.OwnLeaveBody body) {
        UUID self = oneself.in(scope).orElseThrow(NotFound::new);
        return leave(scope, request, plan, new PlanViews.LeaveBody(self, body.cause(), body.note()));
    }

    @PostMapping("/plans/{plan}/leaves/own/endings")
    @Operation(summary = "Come after all")
    ResponseEntity<Done> endOwnLeave(Scope scope, HttpServletRequest request, @PathVariable UUID plan) {
        return endLeave(scope, request, plan, oneself.in(scope).orElseThrow(NotFound::new));
    }

    @PostMapping("/plans/{plan}/records")
    @Operation(summary = "Write down what became of a plan, which closes it")
    ResponseEntity<Done> record(
            Scope scope, HttpServletRequest request, @PathVariable UUID plan, @RequestBody RecordBody body) {
        Draft draft = body.draft();
        return posting.made(scope, request, body, () -> {
            OrganizationId host = plans.find(scope, new PlanId(plan)).organizationId();
            RecordId record = plans.record(scope, host, new PlanId(plan), draft);
            return "/api/v1/units/" + scope.unit() + "/records/" + record;
        });
    }

    private static int required(String field, @Nullable Integer given) {
        if (given == null) {
            throw new Invalid(field, "activity.invalid.missing");
        }
        return given;
    }

    private static String href(Scope scope, PlanId plan) {
        return "/api/v1/units/" + scope.unit() + "/plans/" + plan;
    }
}
