package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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
import org.yijitong.activity.imports.ImportedLedger;
import org.yijitong.activity.imports.ImportedLedgers;
import org.yijitong.activity.imports.LedgerUndo;
import org.yijitong.activity.imports.Resting;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;

/** Ledgers that were written down, and taking one back as a whole; their records are found among all by {@code import}. */
@RestController
@RequestMapping("/api/v1/units/{unit}/ledger-imports")
@Tag(name = "records")
class ApiImportedLedgersController {
    private static final int RESTING = 100;

    private final ImportedLedgers ledgers;
    private final Posting posting;

    ApiImportedLedgersController(ImportedLedgers ledgers, Posting posting) {
        this.ledgers = ledgers;
        this.posting = posting;
    }

    /** When, by whom and why one was taken back, and how many records that withdrew. */
    record UndoneView(
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable Integer records) {}

    /**
     * A ledger that was written down.
     *
     * @param hash SHA-256 of the file
     * @param undone null while it was not taken back
     */
    @Schema(name = "LedgerImportView")
    record ImportView(
            UUID id,
            UUID organization,
            String organizationName,
            UUID by,
            Instant recordedAt,
            String fileName,
            String hash,
            int records,
            @Nullable UndoneView undone) {
        static ImportView of(ImportedLedger ledger) {
            return new ImportView(
                    ledger.importId(),
                    ledger.organizationId().value(),
                    ledger.organizationName(),
                    ledger.accountId(),
                    ledger.recordedAt(),
                    ledger.fileName(),
                    ledger.hash(),
                    ledger.records(),
                    ledger.isUndone()
                            ? new UndoneView(
                                    ledger.undoneBy(), ledger.undoneAt(), ledger.undoneBecause(), ledger.undone())
                            : null);
        }
    }

    /**
     * A page of them, the latest first.
     *
     * @param next the address of the next page; null at the end
     */
    @Schema(name = "ImportedLedgersView")
    record ShelfView(List<ImportView> imports, @Nullable String next) {}

    /** A record on which something rests. */
    record RestingView(UUID record, LocalDate day, String title, Resting.On on) {}

    /**
     * One of them.
     *
     * @param standing how many of its records were not withdrawn
     * @param state how taking it back goes, or ended when it was tried last; null when it was not tried lately
     * @param percent how much of that is done
     * @param rests on how many records something rests: it is not taken back before they are seen to
     * @param resting the first hundred of them
     */
    @Schema(name = "ImportedLedgerView")
    record OneView(
            ImportView ledger,
            int standing,
            LedgerUndo.@Nullable State state,
            int percent,
            int rests,
            List<RestingView> resting) {}

    @GetMapping
    @Operation(summary = "A page of the ledgers that were written down, the latest first")
    ShelfView list(
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        ImportedLedgers.Shelf shelf = ledgers.page(scope, after, Query.size(size));
        return new ShelfView(
                shelf.ledgers().stream().map(ImportView::of).toList(),
                shelf.next().isEmpty() ? null : Query.next(request, "after", shelf.next()));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One ledger that was written down, how taking it back goes, and what stands in the way of that")
    OneView one(Scope scope, @PathVariable UUID id) {
        ImportedLedger ledger = ledgers.find(scope, id);
        List<Resting> resting = ledger.isUndone() ? List.of() : ledgers.resting(scope, id, RESTING);
        LedgerUndo undo = ledgers.undoing(scope, id).orElse(null);
        return new OneView(
                ImportView.of(ledger),
                ledgers.standing(scope, id),
                ledger.isUndone() ? LedgerUndo.State.DONE : undo == null ? null : undo.state(),
                ledger.isUndone() ? 100 : undo == null ? 0 : undo.percent(),
                resting.isEmpty() ? 0 : resting.getFirst().all(),
                resting.stream()
                        .map(each -> new RestingView(each.recordId().value(), each.heldOn(), each.title(), each.on()))
                        .toList());
    }

    /** Why it is taken back, up to 500 characters; every record says so from then on. */
    record UndoBody(@Nullable String reason) {}

    @PostMapping("/{id}/undoing")
    @Operation(
            summary =
                    "Have it taken back as a whole, while nothing rests on its records; its state tells how far it is")
    ResponseEntity<Done> undo(
            Scope scope, HttpServletRequest request, @PathVariable UUID id, @RequestBody UndoBody body) {
        return posting.changed(scope, request, body, () -> {
            ledgers.undo(scope, id, Objects.requireNonNullElse(body.reason(), ""));
            return href(scope, id);
        });
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Stop taking it back; every record counts as before")
    ResponseEntity<Done> stop(Scope scope, HttpServletRequest request, @PathVariable UUID id) {
        return posting.changed(scope, request, List.of(), () -> {
            ledgers.stop(scope, id);
            return href(scope, id);
        });
    }

    private static String href(Scope scope, UUID id) {
        return "/api/v1/units/" + scope.unit() + "/ledger-imports/" + id;
    }
}
