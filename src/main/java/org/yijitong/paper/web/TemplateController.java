package org.yijitong.paper.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yijitong.document.Contents;
import org.yijitong.paper.FormTemplates;
import org.yijitong.paper.Forms;
import org.yijitong.paper.PaperFiles;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Once;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import org.yijitong.shared.SeeOther;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** The templates of a unit: taken, changed in any word processor, put in again, or given up for ours. */
@Controller
@RequestMapping("/units/{unit}/paper-templates")
class TemplateController {
    private final FormTemplates templates;
    private final Forms forms;
    private final Once once;
    private final Templates html;

    TemplateController(FormTemplates templates, Forms forms, Once once, Templates html) {
        this.templates = templates;
        this.forms = forms;
        this.once = once;
        this.html = html;
    }

    @GetMapping
    Html list(Page page, Scope scope) {
        return shown(page, scope, Map.of());
    }

    private Html shown(Page page, Scope scope, Map<String, Invalid.Fault> faults) {
        TemplatesPage shown = new TemplatesPage(
                address(scope),
                templates.forms(scope, page.words()),
                templates.list(scope),
                forms.fields(),
                templates.printed(scope, page.words()),
                faults);
        return new Html(
                html.paperTemplates(page, shown), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{form}/template.docx")
    ResponseEntity<byte[]> file(Page page, Scope scope, @PathVariable String form) {
        byte[] file = templates.file(scope, form, page.words());
        return PaperFiles.docx(templates.forms(scope, page.words()).getOrDefault(form, form), file);
    }

    @PostMapping
    View put(
            Page page,
            Scope scope,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : Contents.read(file.getInputStream(), FormTemplates.LARGEST);
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            return SeeOther.to(once.run(scope, key, "template " + form + " " + Sha256.hex(bytes), () -> {
                templates.put(scope, form, name, bytes);
                return address(scope);
            }));
        } catch (Invalid invalid) {
            return shown(page, scope, invalid.faults());
        }
    }

    @PostMapping("/{form}/removal")
    View remove(Scope scope, @PathVariable String form, @RequestParam(defaultValue = "") String key) {
        return SeeOther.to(once.run(scope, key, "template removal " + form, () -> {
            templates.remove(scope, form);
            return address(scope);
        }));
    }

    private static String address(Scope scope) {
        return "/units/" + scope.unit() + "/paper-templates";
    }
}
