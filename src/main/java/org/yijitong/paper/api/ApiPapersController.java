package org.yijitong.paper.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.activity.RecordId;
import org.yijitong.organization.OrganizationId;
import org.yijitong.paper.Forms;
import org.yijitong.paper.Ledger;
import org.yijitong.paper.PaperFiles;
import org.yijitong.paper.Papers;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;

/** Ledgers of a year and minutes of a record, as rows and as files. */
@RestController
@Tag(name = "records")
class ApiPapersController {
    private final Papers papers;
    private final PaperFiles files;
    private final Forms forms;
    private final Days days;

    ApiPapersController(Papers papers, PaperFiles files, Forms forms, Days days) {
        this.papers = papers;
        this.files = files;
        this.forms = forms;
        this.days = days;
    }

    /**
     * A ledger.
     *
     * @param rows each by the words of its fields, at most 2,000
     * @param more whether there are more; a workbook has all of them
     */
    @Schema(name = "PaperLedgerView")
    record LedgerView(
            String form, String organization, int year, LocalDate made, List<Map<String, String>> rows, boolean more) {
        static LedgerView of(Ledger ledger) {
            return new LedgerView(
                    ledger.form().id(), ledger.name(), ledger.year(), ledger.made(), ledger.rows(), ledger.more());
        }
    }

    @GetMapping("/api/v1/units/{unit}/organizations/{organization}/papers/{form}")
    @Operation(summary = "The records of a year in one form, such as three-meetings, first-item, study or year")
    LedgerView ledger(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable UUID organization,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable Integer year) {
        forms.require(user, scope, form);
        return LedgerView.of(papers.ledger(scope, new OrganizationId(organization), form, asked(year), page.words()));
    }

    @GetMapping("/api/v1/units/{unit}/organizations/{organization}/papers/{form}/{file}")
    @Operation(summary = "The same as ledger.docx or ledger.xlsx")
    void file(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable UUID organization,
            @PathVariable String form,
            @PathVariable String file,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletResponse response)
            throws IOException {
        forms.require(user, scope, form);
        files.send(scope, new OrganizationId(organization), form, asked(year), file, page.words(), response);
    }

    @GetMapping("/api/v1/units/{unit}/records/{record}/minutes.docx")
    @Operation(summary = "The minutes of a record, in the layout of official documents")
    ResponseEntity<byte[]> minutes(Page page, Scope scope, @PathVariable UUID record) {
        return PaperFiles.docx(page.t("paper.form.minutes"), papers.minutes(scope, new RecordId(record), page.words()));
    }

    private int asked(@Nullable Integer year) {
        return year == null ? days.today().getYear() : Query.year(year);
    }
}
