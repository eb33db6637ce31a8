package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.activity.Draft;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Writing records; every request once under its key. */
@RestController
@RequestMapping("/api/v1/units/{unit}")
@Tag(name = "records")
class ApiRecordingController {
    private final Records records;
    private final Posting posting;

    ApiRecordingController(Records records, Posting posting) {
        this.records = records;
        this.posting = posting;
    }

    /** A record written anew: the revision that was read, and why. */
    record CorrectionRequest(
            @Nullable Integer revision,
            @Nullable String reason,
            @Nullable RecordBody content) {}

    /** A record taken back: the revision that was read, and why. */
    record WithdrawalRequest(
            @Nullable Integer revision, @Nullable String reason) {}

    @PostMapping("/organizations/{organization}/records")
    @Operation(summary = "Write down what an organization held")
    ResponseEntity<Done> record(
            Scope scope, HttpServletRequest request, @PathVariable UUID organization, @RequestBody RecordBody body) {
        Draft draft = body.draft();
        return posting.made(
                scope,
                request,
                body,
                () -> href(scope, records.record(scope, new OrganizationId(organization), draft)));
    }

    @PostMapping("/organizations/{organization}/records/outlook")
    @Operation(summary = "What a draft would count for; stores nothing")
    RecordViews.OutlookView outlook(Scope scope, @PathVariable UUID organization, @RequestBody RecordBody body) {
        return RecordViews.OutlookView.of(records.outlook(scope, new OrganizationId(organization), null, body.draft()));
    }

    @PostMapping("/records/{record}/corrections")
    @Operation(summary = "Write a record anew; the version before stays readable")
    ResponseEntity<Done> correct(
            Scope scope, HttpServletRequest request, @PathVariable UUID record, @RequestBody CorrectionRequest body) {
        if (body.content() == null) {
            throw new Invalid("content", "activity.invalid.missing");
        }
        Draft draft = body.content().draft();
        String reason = reason(body.reason());
        int revision = revision(body.revision());
        return posting.changed(scope, request, body, () -> {
            records.correct(scope, new RecordId(record), revision, draft, reason);
            return href(scope, new RecordId(record));
        });
    }

    @PostMapping("/records/{record}/withdrawals")
    @Operation(summary = "Take a record back with everything it counts for; it stays readable")
    ResponseEntity<Done> withdraw(
            Scope scope, HttpServletRequest request, @PathVariable UUID record, @RequestBody WithdrawalRequest body) {
        String reason = reason(body.reason());
        int revision = revision(body.revision());
        return posting.changed(scope, request, body, () -> {
            records.withdraw(scope, new RecordId(record), revision, reason);
            return href(scope, new RecordId(record));
        });
    }

    private static String reason(@Nullable String given) {
        String reason = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip();
        if (reason.isEmpty() || reason.length() > 500) {
            throw new Invalid("reason", "activity.invalid.reason", 500);
        }
        return reason;
    }

    private static int revision(@Nullable Integer given) {
        if (given == null) {
            throw new Invalid("revision", "activity.invalid.missing");
        }
        return given;
    }

    private static String href(Scope scope, RecordId record) {
        return "/api/v1/units/" + scope.unit() + "/records/" + record;
    }
}
