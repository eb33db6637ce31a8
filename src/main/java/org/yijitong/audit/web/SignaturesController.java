package org.yijitong.audit.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.audit.Checkpoints;
import org.yijitong.audit.LogProofs;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What was signed of the log, for whoever keeps it outside and checks that it only grew, without seeing an entry. */
@Controller
class SignaturesController {
    private static final int SHOWN = 20;

    private final LogProofs proofs;
    private final Checkpoints checkpoints;
    private final Permitted permitted;
    private final Templates html;

    SignaturesController(LogProofs proofs, Checkpoints checkpoints, Permitted permitted, Templates html) {
        this.proofs = proofs;
        this.checkpoints = checkpoints;
        this.permitted = permitted;
        this.html = html;
    }

    /** @param since the number of a checkpoint that the reader keeps */
    @GetMapping("/log/signatures")
    Html shown(Page page, Scope scope, CurrentUser user, @RequestParam(defaultValue = "") String since) {
        String proof = since.isBlank() ? null : proof(since);
        Map<String, Invalid.Fault> faults =
                since.isBlank() || proof != null ? Map.of() : new Invalid("since", "audit.signatures.unknown").faults();
        SignaturesPage shown = new SignaturesPage(
                checkpoints.latest(SHOWN),
                checkpoints.key().line(),
                permitted.permits(user, "log.read"),
                since.strip(),
                proof,
                faults);
        return new Html(
                html.auditSignatures(page, shown), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /**
     * The proof as a file, for {@code docs/Verify.java}.
     *
     * @throws Invalid of {@code since} when there is no such checkpoint
     */
    @GetMapping("/log/consistency.txt")
    ResponseEntity<String> consistency(Scope scope, @RequestParam(defaultValue = "") String since) {
        String proof = proof(since);
        if (proof == null) {
            throw new Invalid("since", "audit.signatures.unknown");
        }
        return LogController.file("consistency-" + since.strip() + ".txt", proof);
    }

    private @Nullable String proof(String since) {
        if (!since.strip().matches("[1-9]\\d{0,17}")) {
            return null;
        }
        try {
            return proofs.since(Long.parseLong(since.strip()));
        } catch (NotFound none) {
            return null;
        }
    }

    /** The last checkpoint as a file, for whoever keeps it outside; an empty one before the first. */
    @GetMapping("/log/checkpoint.txt")
    ResponseEntity<String> checkpoint(Scope scope) {
        return LogController.file(
                "checkpoint.txt", proofs.last().map(note -> note + "\n").orElse(""));
    }

    /**
     * Numbers and signs what is written until now, without waiting for the minute.
     *
     * @param log whether it was asked on the page of the log
     */
    @PostMapping("/log/checkpoints")
    ResponseEntity<Void> sign(Scope scope, @RequestParam(defaultValue = "false") boolean log) {
        checkpoints.now();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(log ? "/log" : "/log/signatures"))
                .build();
    }
}
