package org.yijitong.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.activity.RecordId;
import org.yijitong.organization.OrganizationId;
import org.yijitong.paper.Forms;
import org.yijitong.paper.Ledger;
import org.yijitong.paper.PaperFiles;
import org.yijitong.paper.Papers;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Ledgers of a year and minutes of a record: on a page to print, as .docx, as .xlsx. */
@Controller
class PaperController {
    private final Papers papers;
    private final PaperFiles files;
    private final Forms forms;
    private final Permitted permitted;
    private final Days days;
    private final Templates html;

    PaperController(Papers papers, PaperFiles files, Forms forms, Permitted permitted, Days days, Templates html) {
        this.papers = papers;
        this.files = files;
        this.forms = forms;
        this.permitted = permitted;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations/{organization}/papers")
    Html first(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable UUID organization,
            @RequestParam @Nullable String year) {
        return ledger(
                page, scope, user, organization, forms.ledgers().getFirst().id(), year);
    }

    @GetMapping("/units/{unit}/organizations/{organization}/papers/{form}")
    Html ledger(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable UUID organization,
            @PathVariable String form,
            @RequestParam @Nullable String year) {
        forms.require(user, scope, form);
        OrganizationId id = new OrganizationId(organization);
        Ledger ledger = papers.ledger(scope, id, form, year(year), page.words());
        return new Html(html.paperLedger(
                page,
                new PaperPage(
                        scope.unit(),
                        ledger,
                        forms.ledgers(user, scope),
                        papers.columns(ledger.form(), ledger.whole()),
                        days.today().getYear(),
                        permitted.permits(user, "paper.template"))));
    }

    @GetMapping("/units/{unit}/organizations/{organization}/papers/{form}/{file}")
    void file(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable UUID organization,
            @PathVariable String form,
            @PathVariable String file,
            @RequestParam @Nullable String year,
            HttpServletResponse response)
            throws IOException {
        forms.require(user, scope, form);
        files.send(scope, new OrganizationId(organization), form, year(year), file, page.words(), response);
    }

    @GetMapping("/units/{unit}/records/{record}/minutes.docx")
    ResponseEntity<byte[]> minutes(Page page, Scope scope, @PathVariable UUID record) {
        return PaperFiles.docx(page.t("paper.form.minutes"), papers.minutes(scope, new RecordId(record), page.words()));
    }

    private int year(@Nullable String typed) {
        return typed != null && typed.matches("(19|20)\\d\\d")
                ? Integer.parseInt(typed)
                : days.today().getYear();
    }
}
