package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Part;
import org.yijitong.matter.Parts;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Parts of matters: given to others, let go, and how far the whole has come. */
@RestController
@RequestMapping("/api/v1/units/{unit}/matters/{matter}/parts")
@Tag(name = "matters")
class ApiPartsController {
    private final Parts parts;
    private final Matters matters;
    private final Posting posting;

    ApiPartsController(Parts parts, Matters matters, Posting posting) {
        this.parts = parts;
        this.matters = matters;
        this.posting = posting;
    }

    /** A part. {@code released}: the whole no longer waits for it. */
    record PartView(UUID id, String title, String state, boolean closed, int weight, boolean released) {
        static PartView of(Part part) {
            return new PartView(
                    part.matterId().value(), part.title(), part.state(), part.closed(), part.weight(), part.released());
        }
    }

    /** The parts, with the weights of those that are done and of all that count. */
    record SplitView(List<PartView> parts, int closed, int all) {}

    /** What a part is begun with. */
    record PartBody(
            @Nullable String flow,
            @Nullable String title,
            @Nullable Map<String, String> answers,
            @Nullable Map<String, UUID> parties,
            @Nullable Integer weight) {
        ApiMattersController.BeginningBody beginning() {
            return new ApiMattersController.BeginningBody(
                    Objects.requireNonNullElse(flow, "shared-part"), title, null, answers, parties, null, null);
        }
    }

    /** Why a part is let go. */
    record ReleaseBody(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Of which parts a matter is made, and how far they have come")
    SplitView list(Scope scope, @PathVariable UUID matter) {
        Parts.Split split = parts.of(scope, matters.find(scope, new MatterId(matter)));
        return new SplitView(split.parts().stream().map(PartView::of).toList(), split.closed(), split.all());
    }

    @PostMapping
    @Operation(summary = "Give a part of a matter to others; its flow is shared-part when none is named")
    ResponseEntity<Done> begin(
            Scope scope, HttpServletRequest request, @PathVariable UUID matter, @RequestBody PartBody body) {
        return posting.made(
                scope,
                request,
                body,
                () -> href(
                        scope,
                        parts.begin(
                                scope,
                                new MatterId(matter),
                                body.beginning().beginning(),
                                Objects.requireNonNullElse(body.weight(), 1))));
    }

    @PostMapping("/{part}/release")
    @Operation(summary = "Let a part go: the whole no longer waits for it")
    ResponseEntity<Done> release(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID matter,
            @PathVariable UUID part,
            @RequestBody ReleaseBody body) {
        MatterId whole = new MatterId(matter);
        return posting.changed(scope, request, body, () -> {
            parts.release(scope, whole, new MatterId(part), Objects.requireNonNullElse(body.reason(), ""));
            return href(scope, whole);
        });
    }

    private static String href(Scope scope, MatterId matter) {
        return "/api/v1/units/" + scope.unit() + "/matters/" + matter;
    }
}
