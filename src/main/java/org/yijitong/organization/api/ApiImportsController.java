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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yijitong.organization.imports.CheckedRow;
import org.yijitong.organization.imports.Import;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.Tags;

/** Rosters coming in: bring a file, see what each row would do, put it in or take it back as a whole. */
@RestController
@RequestMapping("/api/v1/units/{unit}/imports")
@Tag(name = "imports")
class ApiImportsController {
    private final RosterImports imports;
    private final ImportRunner runner;
    private final Posting posting;
    private final Asked asked;
    private final Tags tags;
    private final Days days;

    ApiImportsController(
            RosterImports imports, ImportRunner runner, Posting posting, Asked asked, Tags tags, Days days) {
        this.imports = imports;
        this.runner = runner;
        this.posting = posting;
        this.asked = asked;
        this.tags = tags;
        this.days = days;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Bring a workbook to be checked; nothing of it is in the roster yet")
    ResponseEntity<Done> bring(
            Scope scope,
            HttpServletRequest request,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String on)
            throws IOException {
        byte[] content = file.getBytes();
        LocalDate day = on == null ? days.today() : asked.asOf(on, "now").on();
        Given given = new Given();
        String name = given.text(
                "file",
                Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll(".*[/\\\\]", ""),
                200);
        given.check();
        ResponseEntity<Done> answer = posting.made(
                scope,
                request,
                List.of(name, day, Sha256.hex(content)),
                () -> at(scope, imports.bring(scope, name, content, day)));
        String href = Objects.requireNonNull(answer.getBody()).href();
        runner.start(scope, ImportId.of(href.substring(href.lastIndexOf('/') + 1)));
        return answer;
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import has come, with the number of rows by verdict")
    ResponseEntity<ImportView> one(Page page, Scope scope, @PathVariable UUID id) {
        Import found = imports.find(scope, new ImportId(id));
        runner.resume(scope, found);
        return tags.answer(ImportView.of(page, found, imports.counts(scope, found.importId())));
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "Rows of one verdict, in the order of the file")
    ResponseEntity<ImportView.RowsView> rows(
            Page page,
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int size) {
        Verdict chosen = Query.choice("verdict", verdict, Verdict.class);
        int most = Query.size(size);
        List<CheckedRow> rows = imports.rows(scope, new ImportId(id), chosen, Math.max(0, after), most);
        String next = rows.size() < most
                ? null
                : Query.next(request, "after", rows.getLast().line());
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            headers.set(HttpHeaders.LINK, Query.link(next));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(new ImportView.RowsView(
                        rows.stream()
                                .map(row -> ImportView.RowView.of(page, row))
                                .toList(),
                        next));
    }

    @PostMapping("/{id}/application")
    @Operation(summary = "Have it put in as a whole; its state tells when it is in")
    ResponseEntity<Done> apply(Scope scope, HttpServletRequest request, @PathVariable UUID id) {
        ResponseEntity<Done> answer =
                changed(scope, request, new ImportId(id), () -> imports.apply(scope, new ImportId(id)));
        runner.write(scope, new ImportId(id));
        return answer;
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Stop checking it, putting it in or taking it back; the roster is as it was")
    ResponseEntity<Done> cancel(Scope scope, HttpServletRequest request, @PathVariable UUID id) {
        return changed(scope, request, new ImportId(id), () -> imports.cancel(scope, new ImportId(id)));
    }

    @PostMapping("/{id}/undoing")
    @Operation(summary = "Have it taken back as a whole, while nothing rests on it; its state tells when it is out")
    ResponseEntity<Done> undo(Scope scope, HttpServletRequest request, @PathVariable UUID id) {
        ResponseEntity<Done> answer =
                changed(scope, request, new ImportId(id), () -> imports.undo(scope, new ImportId(id)));
        runner.takeBack(scope, new ImportId(id));
        return answer;
    }

    private ResponseEntity<Done> changed(Scope scope, HttpServletRequest request, ImportId id, Runnable work) {
        return posting.changed(scope, request, List.of(), () -> {
            work.run();
            return at(scope, id);
        });
    }

    private static String at(Scope scope, ImportId id) {
        return Asked.unit(scope) + "/imports/" + id;
    }
}
