package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.document.Attachment;
import org.yijitong.document.Download;
import org.yijitong.document.WorkbookWriter;
import org.yijitong.organization.RosterCopies;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Language;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;
import yijitong.html.Templates;

/** Hands out all rows of what the roster shows, as a workbook or as text. */
@Controller
class RosterExportController {
    private static final int REASON = 200;

    private final Templates html;
    private final RosterCopies copies;
    private final Rosters rosters;
    private final PeopleRights rights;
    private final Days days;

    RosterExportController(Templates html, RosterCopies copies, Rosters rosters, PeopleRights rights, Days days) {
        this.html = html;
        this.copies = copies;
        this.rosters = rosters;
        this.rights = rights;
        this.days = days;
    }

    @GetMapping("/units/{unit}/people/export")
    Html form(Page page, Scope scope, CurrentUser user, RosterQuery query) {
        return shown(page, scope, user, query, "", Map.of(), HttpStatus.OK);
    }

    @GetMapping("/units/{unit}/people/export.xlsx")
    void workbook(Page page, Scope scope, RosterQuery query, HttpServletResponse response) throws IOException {
        send(page, scope, query, null, true, response);
    }

    @GetMapping("/units/{unit}/people/export.csv")
    void text(Page page, Scope scope, RosterQuery query, HttpServletResponse response) throws IOException {
        send(page, scope, query, null, false, response);
    }

    /** With identity numbers, for a reason. */
    @PostMapping("/units/{unit}/people/export")
    @Nullable
    Html numbers(
            Page page,
            Scope scope,
            CurrentUser user,
            RosterQuery query,
            @RequestParam(defaultValue = "") String because,
            HttpServletResponse response)
            throws IOException {
        PersonTyped typed = new PersonTyped();
        String reason = typed.needed("because", because, REASON, "people.invalid.reason");
        try {
            typed.check();
        } catch (Invalid invalid) {
            return shown(page, scope, user, query, because, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        send(page, scope, query, reason, true, response);
        return null;
    }

    /**
     * Writes the whole file before the first byte leaves: a fault answers 500 and not half a roster, and a slow reader
     * holds no connection to the database.
     */
    private void send(
            Page page, Scope scope, RosterQuery query, @Nullable String why, boolean xlsx, HttpServletResponse response)
            throws IOException {
        Words words = new Words(page.words().messages(), Language.ZH_HANS);
        Path file = Files.createTempFile("roster", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(file);
                    WorkbookWriter writer = xlsx ? WorkbookWriter.xlsx(out) : WorkbookWriter.csv(out)) {
                copies.all(scope, query.filter(), why, new RosterSheet(writer, words, why != null));
            }
            response.setContentType(xlsx ? Attachment.Kind.XLSX.mediaType() : "text/csv;charset=UTF-8");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    Download.under(words.t("people.sheet.name") + days.today() + (xlsx ? ".xlsx" : ".csv")));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private Html shown(
            Page page,
            Scope scope,
            CurrentUser user,
            RosterQuery query,
            String because,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        RosterExportPage shown = new RosterExportPage(
                new PeopleAddress(scope.unit()),
                query,
                rosters.count(scope, query.filter(), RosterPage.MOST),
                rights.of(user, scope).numbers(),
                because,
                faults);
        return new Html(html.organizationRosterExport(page, shown), status);
    }
}
