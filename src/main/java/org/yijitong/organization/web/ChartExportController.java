package org.yijitong.organization.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.document.Attachment;
import org.yijitong.document.Download;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles;
import org.yijitong.organization.Tree;
import org.yijitong.organization.charts.ChartCopies;
import org.yijitong.organization.charts.ChartEntry;
import org.yijitong.organization.charts.ChartSheet;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Language;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;
import yijitong.html.Templates;

/** Hands out exactly the tree that is shown, as of any day, as a workbook or as text. */
@Controller
class ChartExportController {

    private final Templates html;
    private final ChartCopies copies;
    private final Profiles profiles;
    private final Days days;

    ChartExportController(Templates html, ChartCopies copies, Profiles profiles, Days days) {
        this.html = html;
        this.copies = copies;
        this.profiles = profiles;
        this.days = days;
    }

    /** Which tree, of which day, and whether only what is to be minded, as the address of the tree's page says. */
    record Shown(
            @Nullable String tree,
            @Nullable String show,
            @Nullable String on,
            @Nullable String as) {
        Tree which() {
            return "administrative".equals(tree) ? Tree.ADMINISTRATIVE : Tree.PARTY;
        }

        boolean warned() {
            return "warned".equals(show);
        }
    }

    @GetMapping("/units/{unit}/organizations/export")
    Html form(Page page, Scope scope, Shown shown) {
        DayView day = DayView.of(shown.on(), shown.as(), days.today());
        int found = shown(scope, shown, day).size();
        String query = TreePage.query(shown.which(), shown.warned(), day);
        return new Html(html.organizationChartExport(page, Addresses.tree(scope), query, day, shown.which(), found));
    }

    @GetMapping("/units/{unit}/organizations/export.xlsx")
    ResponseEntity<byte[]> workbook(Page page, Scope scope, Shown shown) {
        return send(page, scope, shown, true);
    }

    @GetMapping("/units/{unit}/organizations/export.csv")
    ResponseEntity<byte[]> text(Page page, Scope scope, Shown shown) {
        return send(page, scope, shown, false);
    }

    private ResponseEntity<byte[]> send(Page page, Scope scope, Shown shown, boolean xlsx) {
        Words words = new Words(page.words().messages(), Language.ZH_HANS);
        DayView day = DayView.of(shown.on(), shown.as(), days.today());
        Set<OrganizationId> some = new HashSet<>(shown(scope, shown, day));
        List<ChartEntry> entries = copies.take(scope, shown.which(), day.asOf(), some::contains);
        String name = words.t("charts.sheet.name." + shown.which()) + day.on() + (xlsx ? ".xlsx" : ".csv");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.under(name))
                .header(HttpHeaders.CONTENT_TYPE, xlsx ? Attachment.Kind.XLSX.mediaType() : "text/csv;charset=UTF-8")
                .body(ChartSheet.file(entries, words::t, xlsx));
    }

    private List<OrganizationId> shown(Scope scope, Shown shown, DayView day) {
        List<TreeNode> tops = TreeNode.of(profiles.tree(scope, shown.which(), day.asOf()), 0);
        return (shown.warned() ? TreeController.onlyTroubled(tops) : tops)
                .stream().flatMap(TreeNode::ids).toList();
    }
}
