package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.activity.Arrears;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Catching up on past months. */
@RestController
@RequestMapping("/api/v1/units/{unit}/organizations/{organization}/arrears")
@Tag(name = "records")
class ApiArrearsController {
    private final Arrears arrears;
    private final Posting posting;

    ApiArrearsController(Arrears arrears, Posting posting) {
        this.arrears = arrears;
        this.posting = posting;
    }

    @GetMapping
    @Operation(summary = "What is missing of periods that ended within a year")
    List<PlanViews.MissedView> list(Scope scope, @PathVariable UUID organization) {
        return arrears.of(scope, new OrganizationId(organization)).stream()
                .map(PlanViews.MissedView::of)
                .toList();
    }

    @PostMapping
    @Operation(summary = "Write down up to 12 of them, each as a record of its own; all or none")
    ResponseEntity<Done> catchUp(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody PlanViews.LinesBody body) {
        List<Arrears.Line> lines = lines(body);
        return posting.made(scope, request, body, () -> {
            arrears.catchUp(scope, new OrganizationId(organization), lines);
            return "/api/v1/units/" + scope.unit() + "/records?organization=" + organization;
        });
    }

    private static List<Arrears.Line> lines(PlanViews.LinesBody body) {
        List<Arrears.Line> lines = new ArrayList<>();
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        List<PlanViews.LineBody> given = body.lines() == null ? List.of() : body.lines();
        for (PlanViews.LineBody line : given) {
            if (line == null || line.obligation() == null || line.day() == null) {
                faults.put("day-" + lines.size(), new Invalid.Fault("activity.invalid.day", List.of()));
                continue;
            }
            lines.add(new Arrears.Line(
                    Objects.requireNonNull(line.obligation()),
                    Objects.requireNonNull(line.day()),
                    PlanViews.text(line.theme()),
                    PlanViews.text(line.words())));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return lines;
    }
}
