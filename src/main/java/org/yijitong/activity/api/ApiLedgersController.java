package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.yijitong.activity.imports.Asked;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.activity.imports.LedgerLine;
import org.yijitong.activity.imports.LedgerStep;
import org.yijitong.document.Contents;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;

/** Ledgers of past years, brought in step by step. */
@RestController
@RequestMapping("/api/v1/units/{unit}")
@Tag(name = "records")
class ApiLedgersController {
    private static final int LINES = 200;

    private final LedgerDesk desk;
    private final Posting posting;

    ApiLedgersController(LedgerDesk desk, Posting posting) {
        this.desk = desk;
        this.posting = posting;
    }

    /**
     * One meeting of the file.
     *
     * @param fault the key of the reason why it cannot be taken
     * @param asked names that must be told first
     * @param notes keys of what should be looked at in its numbers
     */
    @Schema(name = "LedgerLineView")
    record LineView(
            String sheet,
            int row,
            @Nullable OrganizationId organization,
            @Nullable LocalDate day,
            Set<ActivityKind> kinds,
            List<String> subjects,
            LedgerLine.Becoming verdict,
            @Nullable String fault,
            List<String> asked,
            List<String> notes) {
        static LineView of(LedgerLine line) {
            return new LineView(
                    line.meeting().sheet(),
                    line.meeting().row(),
                    line.organization(),
                    line.meeting().day(),
                    line.meeting().kinds(),
                    line.meeting().subjects(),
                    line.verdict(),
                    line.fault() == null ? null : line.fault().messageKey(),
                    line.names(),
                    line.meeting().notes().stream()
                            .map(note -> note.messageKey())
                            .toList());
        }
    }

    /** A name to be told, and those it may mean. */
    record QuestionView(OrganizationId organization, String name, Map<PersonId, String> people) {}

    /** How far it is, how many of each verdict, some meetings of the file, and the first names to be told. */
    record LedgerView(
            LedgerImport.State state,
            int done,
            int total,
            Map<LedgerLine.Becoming, Long> counts,
            List<LineView> lines,
            List<QuestionView> questions) {
        static LedgerView of(LedgerImport ledger, int from) {
            return new LedgerView(
                    ledger.state(),
                    ledger.done(),
                    ledger.total(),
                    ledger.counts(),
                    ledger.lines().stream()
                            .skip(Math.max(0, from))
                            .limit(LINES)
                            .map(LineView::of)
                            .toList(),
                    ledger.questions().stream()
                            .limit(LINES)
                            .map(asked ->
                                    new QuestionView(asked.organization(), asked.name(), ledger.candidates(asked)))
                            .toList());
        }
    }

    /**
     * Whom a name means; only for the step {@code answers}.
     *
     * @param organization in whose meetings it stands; the one whose ledger it is where it is left out
     * @param person nobody of the organization where it is left out
     */
    @Schema(name = "LedgerStepBody")
    record StepBody(
            @Nullable UUID organization,
            @Nullable String name,
            @Nullable UUID person) {
        Asked asked(LedgerImport ledger) {
            return new Asked(
                    organization == null ? ledger.organization() : new OrganizationId(organization),
                    Objects.requireNonNullElse(name, ""));
        }
    }

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
        return posting.made(
                scope,
                request,
                List.of(name, year, Sha256.hex(bytes)),
                () -> href(scope, desk.begin(scope, new OrganizationId(organization), name, bytes, year)));
    }

    @GetMapping("/ledgers/{id}")
    @Operation(
            summary =
                    "How far a ledger is, and what becomes of 200 of its lines from a place on, the first being 0; kept for four hours")
    LedgerView one(Scope scope, @PathVariable UUID id, @RequestParam(defaultValue = "0") int from) {
        return LedgerView.of(desk.find(scope, id), from);
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
        return posting.changed(scope, request, body, () -> {
            done.on(
                    desk,
                    scope,
                    id,
                    body.asked(desk.find(scope, id)),
                    body.person() == null ? null : new PersonId(body.person()));
            return href(scope, id);
        });
    }

    private static String href(Scope scope, UUID id) {
        return "/api/v1/units/" + scope.unit() + "/ledgers/" + id;
    }
}
