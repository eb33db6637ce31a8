package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Merger;
import org.yijitong.matter.Mergers;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Two matters about the same become one, by consent of whoever has each. */
@RestController
@RequestMapping("/api/v1/units/{unit}")
@Tag(name = "matters")
class ApiMergersController {
    private final Mergers mergers;
    private final Matters matters;
    private final Posting posting;

    ApiMergersController(Mergers mergers, Matters matters, Posting posting) {
        this.mergers = mergers;
        this.matters = matters;
        this.posting = posting;
    }

    /** Seen from one of the two. {@code out}: it is this one that closes; {@code agreed} is null while nothing was said. */
    record MergerView(
            UUID id,
            boolean out,
            UUID other,
            String state,
            boolean closed,
            String reason,
            @Nullable Boolean agreed) {
        static MergerView of(Merger merger) {
            return new MergerView(
                    merger.mergerId(),
                    merger.out(),
                    merger.matterId().value(),
                    merger.state(),
                    merger.closed(),
                    merger.reason(),
                    merger.agreed());
        }
    }

    /** Into which one, and why they are the same. */
    record MergerBody(@Nullable UUID into, @Nullable String reason) {}

    @GetMapping("/matters/{matter}/mergers")
    @Operation(summary = "With which others a matter is or was to be merged, the latest first")
    List<MergerView> list(Scope scope, @PathVariable UUID matter) {
        return mergers.of(scope, matters.find(scope, new MatterId(matter))).stream()
                .map(MergerView::of)
                .toList();
    }

    @PostMapping("/matters/{matter}/mergers")
    @Operation(summary = "Ask whoever has another matter to take this one in")
    ResponseEntity<Done> ask(
            Scope scope, HttpServletRequest request, @PathVariable UUID matter, @RequestBody MergerBody body) {
        MatterId id = new MatterId(matter);
        return posting.made(scope, request, body, () -> {
            if (body.into() == null) {
                throw new Invalid("into", "matter.invalid.into");
            }
            mergers.ask(scope, id, new MatterId(body.into()), Objects.requireNonNullElse(body.reason(), ""));
            return href(scope, id);
        });
    }

    @PostMapping("/mergers/{merger}/consent")
    @Operation(summary = "Agree, for whoever has the one that goes on; not for whoever asked")
    ResponseEntity<Done> agree(Scope scope, HttpServletRequest request, @PathVariable UUID merger) {
        return posting.changed(scope, request, "", () -> href(scope, mergers.answer(scope, merger, true)));
    }

    @PostMapping("/mergers/{merger}/refusal")
    @Operation(summary = "Do not agree; both go on")
    ResponseEntity<Done> refuse(Scope scope, HttpServletRequest request, @PathVariable UUID merger) {
        return posting.changed(scope, request, "", () -> href(scope, mergers.answer(scope, merger, false)));
    }

    private static String href(Scope scope, MatterId matter) {
        return "/api/v1/units/" + scope.unit() + "/matters/" + matter;
    }
}
