package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yijitong.activity.Records;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.activity.imports.LedgerLine;
import org.yijitong.ledger.Counted;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Lays out a ledger that is being brought in: what each line becomes, and what it will count for. */
@Component
class LedgerPages {
    private static final int ROWS = 20;

    private final Records records;
    private final Profiles profiles;
    private final Templates html;

    LedgerPages(Records records, Profiles profiles, Templates html) {
        this.records = records;
        this.profiles = profiles;
        this.html = html;
    }

    /** @param from the place of the first line shown, as it was typed */
    Html of(Page page, Scope scope, LedgerImport ledger, String from, @Nullable String refused) {
        List<LedgerLine> lines = ledger.lines();
        int first = from.matches("\\d{1,6}") ? Math.min(Integer.parseInt(from), lines.size()) : 0;
        List<LedgerPage.Row> rows = lines.stream()
                .skip(first)
                .limit(ROWS)
                .map(line -> row(page, scope, ledger, line))
                .toList();
        LedgerPage shown = new LedgerPage(
                new RecordAddress(scope.unit()),
                ledger,
                profiles.life(scope, ledger.organization()).name(),
                ledger.counts(),
                ledger.questions().size(),
                questions(ledger),
                rows,
                first,
                lines.size(),
                refused);
        return new Html(html.activityLedger(page, shown), refused == null ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    private static List<LedgerPage.Question> questions(LedgerImport ledger) {
        return ledger.questions().stream()
                .limit(ROWS)
                .map(asked -> new LedgerPage.Question(
                        asked, elsewhere(ledger, asked.organization()), ledger.candidates(asked)))
                .toList();
    }

    /** How an organization is called; null for the one whose ledger it is. */
    private static @Nullable String elsewhere(LedgerImport ledger, @Nullable OrganizationId organization) {
        return ledger.organization().equals(organization)
                ? null
                : ledger.name(organization).orElse(null);
    }

    private LedgerPage.Row row(Page page, Scope scope, LedgerImport ledger, LedgerLine line) {
        boolean shown = line.verdict() == LedgerLine.Becoming.NEW
                && ledger.state() != LedgerImport.State.WRITTEN
                && ledger.state() != LedgerImport.State.WRITING;
        if (!shown) {
            return row(ledger, line, List.of(), page.fault(faults(line), "line"));
        }
        try {
            List<Counted> counts = records.outlook(
                            scope,
                            Objects.requireNonNull(line.organization()),
                            null,
                            Objects.requireNonNull(line.draft()))
                    .counts();
            return row(
                    ledger,
                    line,
                    counts.stream()
                            .map(counted -> counted.name().in(page.words()))
                            .distinct()
                            .toList(),
                    null);
        } catch (Invalid invalid) {
            String field = invalid.faults().keySet().iterator().next();
            return row(ledger, line, List.of(), page.fault(invalid.faults(), field));
        } catch (Refused refused) {
            return row(ledger, line, List.of(), page.t(refused.messageKey(), refused.arguments()));
        }
    }

    private static LedgerPage.Row row(
            LedgerImport ledger, LedgerLine line, List<String> counts, @Nullable String problem) {
        return new LedgerPage.Row(line, elsewhere(ledger, line.organization()), counts, problem);
    }

    private static Map<String, Invalid.Fault> faults(LedgerLine line) {
        Invalid.Fault fault = line.fault();
        return fault == null ? Map.of() : Map.of("line", fault);
    }
}
