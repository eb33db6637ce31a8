package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.document.Attachment;
import org.yijitong.organization.Tree;
import org.yijitong.organization.charts.ChartCopies;
import org.yijitong.organization.charts.ChartEntry;
import org.yijitong.organization.charts.ChartSheet;
import org.yijitong.shared.Language;
import org.yijitong.shared.Page;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Trees going out as files, with the columns by which they come in. */
@RestController
@RequestMapping("/api/v1/units/{unit}/organizations")
@Tag(name = "organizations")
class ApiChartCopiesController {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final ChartCopies copies;
    private final Asked asked;

    ApiChartCopiesController(ChartCopies copies, Asked asked) {
        this.copies = copies;
        this.asked = asked;
    }

    @GetMapping("/export.xlsx")
    @Operation(summary = "A tree as a workbook, which can come in again")
    ResponseEntity<byte[]> workbook(
            Page page,
            Scope scope,
            @RequestParam(defaultValue = "party") String tree,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "now") String as) {
        return file(page, entries(scope, tree, on, as), true);
    }

    @GetMapping("/export.csv")
    @Operation(summary = "A tree as text with commas, which can come in again")
    ResponseEntity<byte[]> text(
            Page page,
            Scope scope,
            @RequestParam(defaultValue = "party") String tree,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "now") String as) {
        return file(page, entries(scope, tree, on, as), false);
    }

    private List<ChartEntry> entries(Scope scope, String tree, @Nullable String on, String as) {
        return copies.take(scope, Query.choice("tree", tree, Tree.class), asked.asOf(on, as), _ -> true);
    }

    private static ResponseEntity<byte[]> file(Page page, List<ChartEntry> entries, boolean xlsx) {
        Words words = new Words(page.words().messages(), Language.ZH_HANS);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, xlsx ? Attachment.Kind.XLSX.mediaType() : CSV)
                .body(ChartSheet.file(entries, words::t, xlsx));
    }
}
