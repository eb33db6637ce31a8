package org.yijitong.operation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.operation.BundleDesk;
import org.yijitong.operation.BundleRun;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Scope;

/** All a unit has as one file, for programs. */
@RestController
@RequestMapping("/api/v1/units/{unit}/bundles")
@Tag(name = "bundles")
class ApiBundlesController {
    private final BundleDesk desk;
    private final Posting posting;

    ApiBundlesController(BundleDesk desk, Posting posting) {
        this.desk = desk;
        this.posting = posting;
    }

    /**
     * What is asked for.
     *
     * @param passphrase under which identity numbers are sealed; without one they are left out
     */
    record BundleBody(@Nullable String reason, @Nullable String passphrase) {}

    /** How far it is, and until when it can be taken. */
    record BundleView(
            UUID id,
            BundleRun.State state,
            String reason,
            boolean numbers,
            Instant askedAt,
            int done,
            int total,
            long rows,
            long bytes,
            @Nullable Instant until) {
        static BundleView of(BundleRun run) {
            return new BundleView(
                    run.id(),
                    run.state(),
                    run.reason(),
                    run.numbers(),
                    run.askedAt(),
                    run.done(),
                    run.total(),
                    run.rows(),
                    run.bytes(),
                    run.until());
        }
    }

    @GetMapping
    @Operation(summary = "The newest bundle of the unit, if there is one; kept for a day")
    List<BundleView> list(Scope scope) {
        return desk.latest(scope).stream().map(BundleView::of).toList();
    }

    @PostMapping
    @Operation(summary = "Have all the unit has packed into one file; somebody else has to agree before it is taken")
    ResponseEntity<Posting.Done> ask(Scope scope, @RequestBody BundleBody body, HttpServletRequest request) {
        String reason = Objects.requireNonNullElse(body.reason(), "");
        String passphrase = Objects.requireNonNullElse(body.passphrase(), "");
        return posting.made(
                scope, request, List.of(reason), () -> address(scope) + "/" + desk.ask(scope, reason, passphrase));
    }

    @GetMapping("/{bundle}")
    @Operation(summary = "How far a bundle is")
    BundleView one(Scope scope, @PathVariable String bundle) {
        return BundleView.of(desk.find(scope, Ids.inAddress(bundle)));
    }

    @PostMapping("/{bundle}/cancellations")
    @Operation(summary = "Stop a bundle, or put it away when it is made")
    ResponseEntity<Posting.Done> cancel(Scope scope, @PathVariable String bundle, HttpServletRequest request) {
        UUID id = Ids.inAddress(bundle);
        return posting.changed(scope, request, List.of(), () -> {
            desk.cancel(scope, id);
            return address(scope) + "/" + id;
        });
    }

    @PostMapping("/{bundle}/releases")
    @Operation(summary = "Let whoever asked for a bundle take it; nobody agrees to their own")
    ResponseEntity<Posting.Done> release(Scope scope, @PathVariable String bundle, HttpServletRequest request) {
        UUID id = Ids.inAddress(bundle);
        return posting.changed(scope, request, List.of(), () -> {
            desk.release(scope, id);
            return address(scope) + "/" + id;
        });
    }

    @GetMapping("/{bundle}/bundle.zip")
    @Operation(summary = "The file, for whoever asked, once somebody else agreed")
    ResponseEntity<Resource> take(Scope scope, @PathVariable String bundle) {
        return BundleController.file(desk.take(scope, Ids.inAddress(bundle)));
    }

    private static String address(Scope scope) {
        return "/api/v1/units/" + scope.unit() + "/bundles";
    }
}
