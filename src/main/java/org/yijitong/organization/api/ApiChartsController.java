package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yijitong.organization.api.ChartView.ApplicationRequest;
import org.yijitong.organization.charts.ChartId;
import org.yijitong.organization.charts.ChartImport;
import org.yijitong.organization.charts.ChartImports;
import org.yijitong.organization.charts.ChartLine;
import org.yijitong.organization.charts.ChartState;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.Tags;

/** Organizations coming in from a workbook: bring it, see what each row would do, put it in as a whole. */
@RestController
@RequestMapping("/api/v1/units/{unit}/charts")
@Tag(name = "organizations")
class ApiChartsController {
    private static final int LONGEST_FINGERPRINT = 100;

    private final ChartImports charts;
    private final Posting posting;
    private final Asked asked;
    private final Tags tags;
    private final Days days;

    ApiChartsController(ChartImports charts, Posting posting, Asked asked, Tags tags, Days days) {
        this.charts = charts;
        this.posting = posting;
        this.asked = asked;
        this.tags = tags;
        this.days = days;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Bring a workbook of organizations to be looked at; nothing of it is in the trees yet")
    ResponseEntity<Done> bring(
            Scope scope,
            HttpServletRequest request,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String on)
            throws IOException {
        byte[] content = file.getBytes();
        LocalDate day = on == null ? days.today() : asked.day(on);
        Given given = new Given();
        String name = given.text(
                "file",
                Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll(".*[/\\\\]", ""),
                200);
        given.check();
        return posting.made(
                scope,
                request,
                List.of(name, day, Sha256.hex(content)),
                () -> at(scope, charts.bring(scope, name, content, day)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "What it would do, counted by verdict, with the fingerprint of the outcome")
    ResponseEntity<ChartView> one(Scope scope, @PathVariable UUID id) {
        ChartImport found = charts.find(scope, new ChartId(id));
        boolean waits = found.state() == ChartState.WAITING;
        return tags.answer(ChartView.of(found, waits ? charts.look(scope, found.importId()) : null));
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "Rows of one verdict, in the order of the file")
    ResponseEntity<ChartView.RowsView> rows(
            Page page,
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int size) {
        Verdict chosen = Query.choice("verdict", verdict, Verdict.class);
        int most = Query.size(size);
        List<ChartLine> lines = charts.look(scope, new ChartId(id)).lines(chosen, Math.max(0, after), most);
        String next = lines.size() < most
                ? null
                : Query.next(request, "after", lines.getLast().line());
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            headers.set(HttpHeaders.LINK, Query.link(next));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(new ChartView.RowsView(
                        lines.stream()
                                .map(line -> ChartView.RowView.of(page, line))
                                .toList(),
                        next));
    }

    @PostMapping("/{id}/application")
    @Operation(summary = "Put it in as a whole, if the outcome is still the one of the fingerprint")
    ResponseEntity<Done> apply(
            Scope scope, HttpServletRequest request, @PathVariable UUID id, @RequestBody ApplicationRequest body) {
        Given given = new Given();
        String fingerprint = given.text("fingerprint", body.fingerprint(), LONGEST_FINGERPRINT);
        given.check();
        return posting.changed(scope, request, body, () -> {
            charts.apply(scope, new ChartId(id), fingerprint);
            return at(scope, new ChartId(id));
        });
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Put it away; the trees are as they were")
    ResponseEntity<Done> cancel(Scope scope, HttpServletRequest request, @PathVariable UUID id) {
        return posting.changed(scope, request, List.of(), () -> {
            charts.cancel(scope, new ChartId(id));
            return at(scope, new ChartId(id));
        });
    }

    private static String at(Scope scope, ChartId id) {
        return Asked.unit(scope) + "/charts/" + id;
    }
}
