package org.yijitong.paper.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.matter.MatterId;
import org.yijitong.paper.MatterPaper;
import org.yijitong.paper.MatterPapers;
import org.yijitong.paper.PaperFiles;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Papers about one matter: on a page to print, and as .docx; with a whole identity number only for a reason. */
@Controller
@RequestMapping("/units/{unit}/matters/{matter}/papers/{form}")
class MatterPaperController {
    private final MatterPapers papers;
    private final Permitted permitted;
    private final Templates html;

    MatterPaperController(MatterPapers papers, Permitted permitted, Templates html) {
        this.papers = papers;
        this.permitted = permitted;
        this.html = html;
    }

    @GetMapping
    Html shown(Page page, Scope scope, @PathVariable UUID matter, @PathVariable String form) {
        MatterPaper paper = papers.of(page.user(), scope, new MatterId(matter), form, page.words());
        return new Html(html.paperMatter(page, shown(page, scope, matter, paper, "", Map.of())));
    }

    @GetMapping("/paper.docx")
    ResponseEntity<byte[]> document(Page page, Scope scope, @PathVariable UUID matter, @PathVariable String form) {
        MatterPaper paper = papers.of(page.user(), scope, new MatterId(matter), form, page.words());
        return PaperFiles.docx(paper.title(), papers.document(scope, paper, page.words()));
    }

    /** Answers with the page itself: a redirect would have to carry the number. */
    @PostMapping("/disclosure")
    Html disclosed(
            Page page,
            Scope scope,
            @PathVariable UUID matter,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String because) {
        try {
            MatterPaper paper = papers.whole(scope, new MatterId(matter), form, because, page.words());
            return new Html(html.paperMatter(page, shown(page, scope, matter, paper, "", Map.of())));
        } catch (Invalid invalid) {
            return refused(page, scope, matter, form, because, invalid);
        }
    }

    /** The same as .docx; without a reason, the page that asks for one. */
    @PostMapping("/disclosure/paper.docx")
    Object disclosedDocument(
            Page page,
            Scope scope,
            @PathVariable UUID matter,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String because) {
        try {
            MatterPaper paper = papers.whole(scope, new MatterId(matter), form, because, page.words());
            return PaperFiles.docx(paper.title(), papers.document(scope, paper, page.words()));
        } catch (Invalid invalid) {
            return refused(page, scope, matter, form, because, invalid);
        }
    }

    private Html refused(Page page, Scope scope, UUID matter, String form, String because, Invalid invalid) {
        MatterPaper paper = papers.of(page.user(), scope, new MatterId(matter), form, page.words());
        return new Html(
                html.paperMatter(page, shown(page, scope, matter, paper, because, invalid.faults())),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MatterPaperPage shown(
            Page page, Scope scope, UUID matter, MatterPaper paper, String because, Map<String, Invalid.Fault> faults) {
        CurrentUser user = page.user();
        boolean may = paper.hidden() && user != null && permitted.permits(user, "people.numbers");
        return new MatterPaperPage(
                "/units/" + scope.unit() + "/matters/" + matter,
                papers.title(scope, new MatterId(matter)),
                paper,
                may,
                because,
                faults);
    }
}
