package org.yijitong.paper.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yijitong.document.Contents;
import org.yijitong.paper.FormTemplate;
import org.yijitong.paper.FormTemplates;
import org.yijitong.paper.PaperFiles;
import org.yijitong.shared.Page;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;

/** The templates of a unit. */
@RestController
@RequestMapping("/api/v1/units/{unit}/paper-templates")
@Tag(name = "records")
class ApiTemplatesController {
    private final FormTemplates templates;
    private final Posting posting;

    ApiTemplatesController(FormTemplates templates, Posting posting) {
        this.templates = templates;
        this.posting = posting;
    }

    /** A form, and the file the unit put in for it; null where ours is used. */
    record TemplateView(
            String form,
            @Nullable String fileName,
            @Nullable Instant recordedAt) {}

    @GetMapping
    @Operation(summary = "Every form, and the template the unit put in for it")
    List<TemplateView> list(Page page, Scope scope) {
        var own = templates.list(scope);
        return templates.forms(scope, page.words()).keySet().stream()
                .map(form -> {
                    FormTemplate held = own.get(form);
                    return held == null
                            ? new TemplateView(form, null, null)
                            : new TemplateView(form, held.fileName(), held.recordedAt());
                })
                .toList();
    }

    @GetMapping("/{form}/template.docx")
    @Operation(summary = "The template that is used")
    ResponseEntity<byte[]> file(Page page, Scope scope, @PathVariable String form) {
        return PaperFiles.docx(form, templates.file(scope, form, page.words()));
    }

    @PostMapping(path = "/{form}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Put a template in: .docx up to 2 MiB with names in double braces")
    ResponseEntity<Done> put(
            Scope scope, HttpServletRequest request, @PathVariable String form, @RequestParam MultipartFile file)
            throws IOException {
        byte[] bytes = Contents.read(file.getInputStream(), FormTemplates.LARGEST);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return posting.made(scope, request, Sha256.hex(bytes), () -> {
            templates.put(scope, form, name, bytes);
            return href(scope, form);
        });
    }

    @PostMapping("/{form}/removals")
    @Operation(summary = "Go back to our template")
    ResponseEntity<Done> remove(Scope scope, HttpServletRequest request, @PathVariable String form) {
        return posting.changed(scope, request, "", () -> {
            templates.remove(scope, form);
            return href(scope, form);
        });
    }

    private static String href(Scope scope, String form) {
        return "/api/v1/units/" + scope.unit() + "/paper-templates/" + form + "/template.docx";
    }
}
