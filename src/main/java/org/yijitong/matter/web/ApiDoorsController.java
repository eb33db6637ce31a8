package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.door.Askers;
import org.yijitong.matter.door.Asking;
import org.yijitong.matter.door.Contact;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.matter.door.Doors;
import org.yijitong.matter.door.Progress;
import org.yijitong.matter.door.Threshold;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Unmet;

/** The door for programs, such as the telephone exchange of a hotline. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "door")
class ApiDoorsController {
    private final Doors doors;
    private final Progress progress;
    private final Askers askers;
    private final Threshold threshold;

    ApiDoorsController(Doors doors, Progress progress, Askers askers, Threshold threshold) {
        this.doors = doors;
        this.progress = progress;
        this.askers = askers;
        this.threshold = threshold;
    }

    /** What is raised. {@code answers}: by the fields of the flow's beginning. */
    record AskBody(
            @Nullable UUID unit,
            @Nullable Map<String, String> answers,
            @Nullable String name,
            @Nullable String phone) {}

    /** The code by which it is found again; it is told this once. */
    record ReceiptView(String receipt) {}

    /** A receipt code. */
    record ReceiptBody(@Nullable String receipt) {}

    /** What whoever raised it reads of it. */
    record ProgressView(
            String flow,
            String state,
            boolean closed,
            @Nullable LocalDate due,
            String owner,
            List<ProgressPage.Told> events) {}

    /** Why a telephone is looked at. */
    record ReasonBody(@Nullable String because) {}

    @PostMapping("/hotline")
    @Operation(summary = "Say something to a department; needs no account", description = "429 after too many")
    ResponseEntity<ReceiptView> call(HttpServletRequest request, @RequestBody AskBody body) {
        return ask(request, DoorKind.HOTLINE, body);
    }

    @PostMapping("/complaints")
    @Operation(
            summary = "Complain about a burden or a fault; needs no account",
            description = "It goes to whoever is above the unit; 429 after too many")
    ResponseEntity<ReceiptView> complain(HttpServletRequest request, @RequestBody AskBody body) {
        return ask(request, DoorKind.COMPLAINT, body);
    }

    private ResponseEntity<ReceiptView> ask(HttpServletRequest request, DoorKind kind, AskBody body) {
        threshold.pass(Threshold.Kind.ASK, request.getRemoteAddr());
        String key = Optional.ofNullable(request.getHeader(Posting.KEY))
                .orElseThrow(() -> new Unmet(HttpStatus.BAD_REQUEST, "api.unmet.key"));
        Asking asking = new Asking(
                kind,
                new UnitId(Objects.requireNonNullElse(body.unit(), new UUID(0, 0))),
                null,
                "",
                Objects.requireNonNullElse(body.answers(), Map.of()),
                new Contact(
                        Objects.requireNonNullElse(body.name(), "").strip(),
                        Objects.requireNonNullElse(body.phone(), "").strip()),
                null,
                key);
        return ResponseEntity.status(HttpStatus.CREATED).body(new ReceiptView(doors.ask(asking)));
    }

    @PostMapping("/receipts")
    @Operation(summary = "How far something is, by its receipt code", description = "404 for a code that is none")
    ProgressView look(Page page, HttpServletRequest request, @RequestBody ReceiptBody body) {
        threshold.pass(Threshold.Kind.LOOK, request.getRemoteAddr());
        Progress.Shown shown =
                progress.look(Objects.requireNonNullElse(body.receipt(), "")).orElseThrow(NotFound::new);
        ProgressWords words = new ProgressWords(page, shown, false);
        return new ProgressView(
                shown.matter().flow(),
                words.state(),
                shown.matter().closed(),
                shown.matter().dueOn(),
                shown.owner(),
                words.events());
    }

    @PostMapping("/units/{unit}/matters/{matter}/contact")
    @Operation(summary = "Name and telephone of whoever raised a matter, for a reason, which is logged")
    Contact contact(Scope scope, @PathVariable UUID matter, @RequestBody ReasonBody body) {
        return askers.contact(scope, new MatterId(matter), Objects.requireNonNullElse(body.because(), ""));
    }
}
