package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Entry;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.RecordId;
import org.yijitong.ledger.Receipts;
import org.yijitong.ledger.Source;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;

/** Reading records. */
@RestController
@RequestMapping("/api/v1/units/{unit}/records")
@Tag(name = "records")
class ApiRecordsController {
    private final Archives archives;
    private final Receipts receipts;

    ApiRecordsController(Archives archives, Receipts receipts) {
        this.archives = archives;
        this.receipts = receipts;
    }

    @GetMapping
    @Operation(
            summary =
                    "A page of records, the latest day first; q: words of agenda, minutes, decisions; import: what a ledger brought")
    ResponseEntity<RecordViews.ShelfView> list(
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            @RequestParam(name = "import", required = false) @Nullable UUID imported,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        if (q.length() > 60 || !q.matches("\\P{Cntrl}*")) {
            throw new Invalid("q", "activity.invalid.long", 60);
        }
        RecordFilter filter = new RecordFilter(
                q,
                organization == null ? null : new OrganizationId(organization),
                kind == null ? null : Query.choice("kind", kind, ActivityKind.class),
                from,
                to,
                withdrawn,
                imported);
        Archives.Shelf shelf = archives.page(scope, filter, after, Query.size(size));
        return ResponseEntity.ok(new RecordViews.ShelfView(
                shelf.lines().stream().map(RecordViews.LineView::of).toList(),
                shelf.next().isEmpty() ? null : Query.next(request, "after", shelf.next())));
    }

    @GetMapping("/{record}")
    @Operation(summary = "One record with what it says, what it counts for and its versions")
    RecordViews.EntryView one(
            Scope scope, @PathVariable UUID record, @RequestParam(required = false) @Nullable Integer revision) {
        RecordId id = new RecordId(record);
        Entry entry = revision == null ? archives.find(scope, id) : archives.find(scope, id, revision);
        List<Entry.Version> versions = archives.versions(scope, id);
        return RecordViews.EntryView.of(entry, receipts.of(scope, new Source("record", record)), versions);
    }
}
