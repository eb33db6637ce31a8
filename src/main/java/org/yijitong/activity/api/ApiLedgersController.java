package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.api.RecordPosting.Done;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.activity.imports.LedgerLine;
import org.yijitong.activity.imports.LedgerStep;
import org.yijitong.document.Contents;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Scope;

/** Ledgers of past years, brought in step by step. */
@RestController
@RequestMapping("/api/v1/units/{unit}")
@Tag(name = "records")
class ApiLedgersController {
    private final LedgerDesk desk;
    private final RecordPosting posting;

    ApiLedgersController(LedgerDesk desk, RecordPosting posting) {
        this.desk = desk;
        this.posting = posting;
    }

    /**
     * One meeting of the file.
     *
     * @param fault the key of the reason why it cannot be taken
     * @param asked names that must be told first
     */
    record LineView(
            String sheet,
            int row,
            @Nullable LocalDate day,
            Set<ActivityKind> kinds,
            List<String> subjects,
            LedgerLine.Becoming verdict,
            @Nullable String fault,
            List<String> asked) {
        static LineView of(LedgerLine line) {
            return new LineView(
                    line.meeting().sheet(),
                    line.meeting().row(),
                    line.meeting().day(),
                    line.meeting().kinds(),
                    line.meeting().subjects(),
                    line.verdict(),
                    line.fault() == null ? null : line.fault().messageKey(),
                    line.asked());
        }
    }

    /** How far it is, each meeting, and the names to be told with those they may mean. */
    record LedgerView(
            LedgerImport.State state,
            int done,
            int total,
            List<LineView> lines,
            Map<String, Map<PersonId, String>> questions) {
        static LedgerView of(LedgerImport ledger) {
            return new LedgerView(
                    ledger.state(),
                    ledger.done(),
                    ledger.total(),
                    ledger.lines().stream().map(LineView::of).toList(),
                    ledger.questions());
        }
    }

    /** Whom a name means; nobody of the organization where the person is left out. Only for the step {@code answers}. */
    record StepBody(@Nullable String name, @Nullable UUID person) {}

    @PostMapping(path = "/organizations/{organization}/ledgers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Read a ledger: .xlsx, .xls or .csv up to 20 MiB; writes nothing")
    ResponseEntity<Done> begin(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestParam String year,
            @RequestParam MultipartFile file)
            throws IOException {
        byte[] bytes = Contents.read(file.getInputStream(), LedgerDesk.LARGEST);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return posting.answer(
                scope,
                request,
                HttpStatus.CREATED,
                List.of(name, year, Contents.hash(bytes)),
                () -> href(scope, desk.begin(scope, new OrganizationId(organization), name, bytes, year)));
    }

    @GetMapping("/ledgers/{id}")
    @Operation(summary = "What becomes of each line of a ledger, and how far its writing is; kept for four hours")
    LedgerView one(Scope scope, @PathVariable UUID id) {
        return LedgerView.of(desk.find(scope, id));
    }

    @PostMapping("/ledgers/{id}/{step}")
    @Operation(summary = "answers: say whom a name means; application: write all down; cancellation: stop writing")
    ResponseEntity<Done> step(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestBody StepBody body) {
        LedgerStep done = LedgerStep.of(step);
        return posting.answer(scope, request, HttpStatus.OK, body, () -> {
            String name = Objects.requireNonNullElse(body.name(), "");
            done.on(desk, scope, id, name, body.person() == null ? null : new PersonId(body.person()));
            return href(scope, id);
        });
    }

    private static String href(Scope scope, UUID id) {
        return "/api/v1/units/" + scope.unit() + "/ledgers/" + id;
    }
}
