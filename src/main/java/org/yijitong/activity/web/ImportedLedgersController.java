package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Archives;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.imports.ImportedLedger;
import org.yijitong.activity.imports.ImportedLedgers;
import org.yijitong.activity.imports.Resting;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Ledgers that were written down: the list, one with its records, and taking it back as a whole. */
@Controller
class ImportedLedgersController {
    private static final int ROWS = 20;

    private final ImportedLedgers ledgers;
    private final Archives archives;
    private final AccountNames accounts;
    private final Deeds deeds;
    private final Templates html;

    ImportedLedgersController(
            ImportedLedgers ledgers, Archives archives, AccountNames accounts, Deeds deeds, Templates html) {
        this.ledgers = ledgers;
        this.archives = archives;
        this.accounts = accounts;
        this.deeds = deeds;
        this.html = html;
    }

    /** What a form says, and why it could not be taken. */
    private record Answer(
            HttpStatus status,
            String reason,
            Map<String, Invalid.Fault> faults,
            @Nullable String refused) {
        static final Answer NONE = new Answer(HttpStatus.OK, "", Map.of(), null);
    }

    @GetMapping("/units/{unit}/ledger-imports")
    Html list(Page page, Scope scope, @RequestParam(defaultValue = "") String after) {
        ImportedLedgers.Shelf shelf = ledgers.page(scope, after, ROWS);
        return new Html(html.activityImportedLedgers(
                page,
                new RecordAddress(scope.unit()),
                shelf,
                accounts.of(
                        shelf.ledgers().stream().map(ImportedLedger::accountId).collect(Collectors.toSet())),
                !after.isEmpty()));
    }

    @GetMapping("/units/{unit}/ledger-imports/{id}")
    Html one(Page page, Scope scope, @PathVariable String id, @RequestParam(defaultValue = "") String after) {
        return shown(page, scope, Ids.inAddress(id), after, Answer.NONE);
    }

    private Html shown(Page page, Scope scope, UUID id, String after, Answer answer) {
        ImportedLedger ledger = ledgers.find(scope, id);
        List<Resting> resting = ledger.isUndone() ? List.of() : ledgers.resting(scope, id, ROWS);
        Archives.Shelf shelf = archives.page(scope, RecordFilter.imported(id), after, ROWS);
        ImportedLedgerPage shown = new ImportedLedgerPage(
                new RecordAddress(scope.unit()),
                ledger,
                ledgers.standing(scope, id),
                ledgers.undoing(scope, id).orElse(null),
                resting,
                shelf.lines(),
                accounts.of(
                        Stream.of(ledger.accountId(), Objects.requireNonNullElse(ledger.undoneBy(), ledger.accountId()))
                                .collect(Collectors.toSet())),
                shelf.next(),
                after.isEmpty(),
                answer.reason(),
                answer.faults(),
                answer.refused());
        return new Html(html.activityImportedLedger(page, shown), answer.status());
    }

    @PostMapping("/units/{unit}/ledger-imports/{id}/undoing")
    View undo(Page page, Scope scope, @PathVariable String id, @RequestParam MultiValueMap<String, String> values) {
        UUID ledger = Ids.inAddress(id);
        ledgers.find(scope, ledger);
        String reason = values.getOrDefault("reason", List.of("")).getFirst();
        try {
            return deeds.run(scope, "/ledger-imports/" + id + "/undoing", values, () -> {
                ledgers.undo(scope, ledger, reason);
                return new RecordAddress(scope.unit()).imported(ledger);
            });
        } catch (Invalid invalid) {
            return shown(
                    page,
                    scope,
                    ledger,
                    "",
                    new Answer(HttpStatus.UNPROCESSABLE_CONTENT, reason, invalid.faults(), null));
        } catch (Refused refused) {
            String why = page.t(refused.messageKey(), refused.arguments());
            return shown(page, scope, ledger, "", new Answer(HttpStatus.CONFLICT, reason, Map.of(), why));
        }
    }

    @PostMapping("/units/{unit}/ledger-imports/{id}/cancellation")
    View stop(Scope scope, @PathVariable String id, @RequestParam MultiValueMap<String, String> values) {
        UUID ledger = Ids.inAddress(id);
        return deeds.run(scope, "/ledger-imports/" + id + "/cancellation", values, () -> {
            ledgers.stop(scope, ledger);
            return new RecordAddress(scope.unit()).imported(ledger);
        });
    }
}
