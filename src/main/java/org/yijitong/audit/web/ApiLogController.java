package org.yijitong.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.audit.Checkpoints;
import org.yijitong.audit.LogEntries;
import org.yijitong.audit.LogEntry;
import org.yijitong.audit.LogFilter;
import org.yijitong.audit.LogProofs;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;

/** The log through the interface, with proofs as {@code docs/Verify.java} reads them. */
@RestController
@RequestMapping("/api/v1/units/{unit}/log")
@Tag(name = "log")
class ApiLogController {
    private final LogEntries entries;
    private final LogProofs proofs;
    private final Checkpoints checkpoints;

    ApiLogController(LogEntries entries, LogProofs proofs, Checkpoints checkpoints) {
        this.entries = entries;
        this.proofs = proofs;
        this.checkpoints = checkpoints;
    }

    record EntriesView(List<LogEntry> entries, @Nullable String next) {}

    record ProvenView(LogEntry entry, @Nullable String proof) {}

    record CheckpointView(String key, @Nullable String checkpoint) {}

    record ConsistencyView(String proof) {}

    @GetMapping
    @Operation(summary = "A page of the log of a unit, newest first; from is included, until is not")
    EntriesView list(
            Scope scope,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") int size) {
        var filter = new LogFilter(from, until, account, action, subject);
        List<LogEntry> found = entries.list(scope, filter, before, Query.size(size) + 1);
        boolean more = found.size() > size;
        List<LogEntry> shown = more ? found.subList(0, size) : found;
        return new EntriesView(
                shown, more ? Query.next(request, "before", shown.getLast().entryId()) : null);
    }

    @GetMapping("/{entry}")
    @Operation(summary = "One entry with the proof that it is in the log; no proof while it waits for its number")
    ProvenView one(Scope scope, @PathVariable UUID entry) {
        return new ProvenView(entries.one(scope, entry), proofs.of(scope, entry).orElse(null));
    }

    @GetMapping("/checkpoint")
    @Operation(summary = "The last signed checkpoint, and the key that signs")
    CheckpointView checkpoint(Scope scope) {
        return new CheckpointView(checkpoints.key().line(), proofs.last().orElse(null));
    }

    @GetMapping("/consistency")
    @Operation(summary = "Proof that the last checkpoint continues an earlier one, named by its number")
    ConsistencyView consistency(Scope scope, @RequestParam long since) {
        if (since < 1) {
            throw new NotFound();
        }
        return new ConsistencyView(proofs.since(since));
    }
}
