package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Ties;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Calls about the same cause, for programs. */
@RestController
@RequestMapping("/api/v1/units/{unit}/matters/{matter}")
@Tag(name = "matters")
class ApiTiesController {
    private final Ties ties;
    private final Matters matters;
    private final Posting posting;

    ApiTiesController(Ties ties, Matters matters, Posting posting) {
        this.ties = ties;
        this.matters = matters;
        this.posting = posting;
    }

    /** Those within reach are named by their ids; {@code more} are tied that are not. */
    record TiedView(@Nullable UUID leading, List<UUID> tied, int more) {}

    /** To which one. */
    record TieBody(@Nullable UUID into) {}

    @GetMapping("/ties")
    @Operation(summary = "To which call this one is tied, and which are tied to it")
    TiedView of(Scope scope, @PathVariable UUID matter) {
        Ties.Tied tied = ties.of(scope, matters.find(scope, new MatterId(matter)));
        Ties.Other leading = tied.leading();
        List<UUID> seen = tied.tied().stream()
                .filter(Ties.Other::seen)
                .map(each -> each.matter().value())
                .toList();
        return new TiedView(
                leading == null || !leading.seen() ? null : leading.matter().value(),
                seen,
                tied.tied().size() - seen.size());
    }

    @PostMapping("/ties")
    @Operation(
            summary = "Tie a call that was not dispatched to another one about the same cause",
            description = "It is answered with the public answer of that one and keeps its own receipt and verdict")
    ResponseEntity<Done> tie(
            Scope scope, HttpServletRequest request, @PathVariable UUID matter, @RequestBody TieBody body) {
        MatterId id = new MatterId(matter);
        return posting.made(scope, request, body, () -> {
            UUID into = body.into();
            if (into == null) {
                throw new Invalid("into", "matter.invalid.tie");
            }
            ties.tie(scope, id, new MatterId(into));
            return href(scope, id);
        });
    }

    @PostMapping("/untying")
    @Operation(summary = "Untie a call; possible until the leading one is answered")
    ResponseEntity<Done> untie(Scope scope, HttpServletRequest request, @PathVariable UUID matter) {
        MatterId id = new MatterId(matter);
        return posting.changed(scope, request, "", () -> {
            ties.untie(scope, id);
            return href(scope, id);
        });
    }

    private static String href(Scope scope, MatterId matter) {
        return "/api/v1/units/" + scope.unit() + "/matters/" + matter;
    }
}
