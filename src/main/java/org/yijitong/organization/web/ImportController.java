package org.yijitong.organization.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yijitong.document.Download;
import org.yijitong.organization.imports.Import;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportMarks;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.ImportState;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Once;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** Bringing a roster: the file, how far its check is, what each row would do. */
@Controller
@RequestMapping("/units/{unit}/imports")
class ImportController {
    private static final int ROWS = 50;
    private static final int LATEST = 20;

    private final Templates html;
    private final RosterImports imports;
    private final ImportRunner runner;
    private final ImportPages pages;
    private final ImportMarks marks;
    private final Once once;
    private final Days days;

    ImportController(
            Templates html,
            RosterImports imports,
            ImportRunner runner,
            ImportPages pages,
            ImportMarks marks,
            Once once,
            Days days) {
        this.html = html;
        this.imports = imports;
        this.runner = runner;
        this.pages = pages;
        this.marks = marks;
        this.once = once;
        this.days = days;
    }

    @GetMapping
    Html list(Page page, Scope scope) {
        return list(page, scope, Map.of(), HttpStatus.OK);
    }

    private Html list(Page page, Scope scope, Map<String, Invalid.Fault> faults, HttpStatus status) {
        return new Html(
                html.organizationImports(page, address(scope), imports.latest(scope, LATEST), days.today(), faults),
                status);
    }

    @PostMapping
    Object bring(
            Page page,
            Scope scope,
            @RequestParam String key,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String on)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return invalid(page, scope, new Invalid("file", "imports.invalid.noFile"));
        }
        byte[] content = file.getBytes();
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try {
            String location = once.run(
                    scope,
                    key,
                    Sha256.fingerprint("imports", name, on, Sha256.hex(content)),
                    () -> address(scope) + "/" + imports.bring(scope, name.isBlank() ? "-" : name, content, day(on)));
            ImportId id = new ImportId(java.util.UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
            runner.start(scope, id);
            return "redirect:" + location;
        } catch (Invalid invalid) {
            return invalid(page, scope, invalid);
        }
    }

    private Html invalid(Page page, Scope scope, Invalid invalid) {
        return list(page, scope, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LocalDate day(String on) {
        try {
            return on.isBlank() ? days.today() : LocalDate.parse(on);
        } catch (java.time.DateTimeException e) {
            throw new Invalid("on", "imports.invalid.day", on);
        }
    }

    @GetMapping("/{id}")
    Html show(
            Page page,
            Scope scope,
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") int after) {
        Import found = imports.find(scope, id);
        runner.resume(scope, found);
        String address = address(scope);
        if (found.state() != ImportState.CHECKED) {
            return new Html(html.organizationImportState(page, address, found, imports.counts(scope, id)));
        }
        Map<Verdict, Integer> counts = imports.counts(scope, id);
        Verdict verdict = List.of(Verdict.values()).stream()
                .filter(each -> each.name().equalsIgnoreCase(show))
                .findFirst()
                .orElse(
                        counts.containsKey(Verdict.REFUSED)
                                ? Verdict.REFUSED
                                : counts.containsKey(Verdict.ADDED) ? Verdict.ADDED : Verdict.CHANGED);
        ImportPage model = pages.of(page, scope, found, counts, verdict, Math.max(0, after), ROWS);
        return new Html(html.organizationImportCheck(page, address, model));
    }

    /** The same workbook with the faulty cells marked. */
    @GetMapping("/{id}/marked")
    ResponseEntity<byte[]> marked(Page page, Scope scope, @PathVariable ImportId id) {
        Import found = imports.find(scope, id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String ending = marks.write(scope, id, page::t, out).name().toLowerCase(java.util.Locale.ROOT);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Download.under(page.t("imports.marked.name", found.fileName()) + "." + ending))
                .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .body(out.toByteArray());
    }

    static String address(Scope scope) {
        return "/units/" + scope.unit() + "/imports";
    }
}
