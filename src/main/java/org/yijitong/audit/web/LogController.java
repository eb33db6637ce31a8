package org.yijitong.audit.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yijitong.audit.Checkpoints;
import org.yijitong.audit.LogEntries;
import org.yijitong.audit.LogEntry;
import org.yijitong.audit.LogProofs;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The log of a unit: who did what when, found by day, person, deed and subject, each with its proof. */
@Controller
class LogController {
    private static final int ROWS = 50;

    private final LogEntries entries;
    private final LogProofs proofs;
    private final Checkpoints checkpoints;
    private final AccountNames names;
    private final Templates html;

    LogController(LogEntries entries, LogProofs proofs, Checkpoints checkpoints, AccountNames names, Templates html) {
        this.entries = entries;
        this.proofs = proofs;
        this.checkpoints = checkpoints;
        this.names = names;
        this.html = html;
    }

    @GetMapping("/log")
    Html list(Page page, Scope scope, LogQuery query) {
        List<LogEntry> found = entries.list(scope, query.filter(), query.last(), ROWS + 1);
        boolean more = found.size() > ROWS;
        List<LogEntry> shown = more ? found.subList(0, ROWS) : found;
        return new Html(html.auditLog(
                page,
                new LogPage(
                        query,
                        shown,
                        names.of(shown.stream().map(LogEntry::accountId).collect(Collectors.toSet())),
                        LogWords.choices(page),
                        more ? shown.getLast().entryId().toString() : null,
                        checkpoints.last().orElse(null))));
    }

    @GetMapping("/log/{entry}")
    Html one(Page page, Scope scope, @PathVariable String entry) {
        UUID id = Ids.inAddress(entry);
        LogEntry found = entries.one(scope, id);
        return new Html(html.auditEntry(
                page,
                found,
                names.of(List.of(found.accountId())).getOrDefault(found.accountId(), page.t("audit.who.system")),
                proofs.of(scope, id).orElse(null),
                checkpoints.key().line()));
    }

    /** The proof as a file, for {@code docs/Verify.java}. */
    @GetMapping("/log/{entry}/proof.txt")
    ResponseEntity<String> proof(Scope scope, @PathVariable String entry) {
        return file(
                "proof-" + entry + ".txt",
                proofs.of(scope, Ids.inAddress(entry)).orElseThrow(NotFound::new));
    }

    /** A text to be taken along. */
    static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }
}
