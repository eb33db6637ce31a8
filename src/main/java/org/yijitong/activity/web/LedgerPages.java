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
                ledger.questions(),
                rows,
                first,
                lines.size(),
                refused);
        return new Html(html.activityLedger(page, shown), refused == null ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    private LedgerPage.Row row(Page page, Scope scope, LedgerImport ledger, LedgerLine line) {
        boolean shown = line.verdict() == LedgerLine.Becoming.NEW && ledger.state() != LedgerImport.State.WRITTEN;
        if (!shown) {
            return new LedgerPage.Row(line, List.of(), page.fault(faults(line), "line"));
        }
        try {
            List<Counted> counts = records.outlook(
                            scope, ledger.organization(), null, Objects.requireNonNull(line.draft()))
                    .counts();
            return new LedgerPage.Row(
                    line,
                    counts.stream()
                            .map(counted -> counted.name().in(page.words()))
                            .distinct()
                            .toList(),
                    null);
        } catch (Invalid invalid) {
            String field = invalid.faults().keySet().iterator().next();
            return new LedgerPage.Row(line, List.of(), page.fault(invalid.faults(), field));
        } catch (Refused refused) {
            return new LedgerPage.Row(line, List.of(), page.t(refused.messageKey(), refused.arguments()));
        }
    }

    private static Map<String, Invalid.Fault> faults(LedgerLine line) {
        Invalid.Fault fault = line.fault();
        return fault == null ? Map.of() : Map.of("line", fault);
    }
}
