package org.yijitong.paper.web;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yijitong.matter.MatterId;
import org.yijitong.paper.MatterPaper;
import org.yijitong.paper.MatterPapers;
import org.yijitong.paper.PaperFiles;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Papers about one matter: on a page to print, and as .docx. */
@Controller
@RequestMapping("/units/{unit}/matters/{matter}/papers/{form}")
class MatterPaperController {
    private final MatterPapers papers;
    private final Templates html;

    MatterPaperController(MatterPapers papers, Templates html) {
        this.papers = papers;
        this.html = html;
    }

    @GetMapping
    Html shown(Page page, Scope scope, @PathVariable UUID matter, @PathVariable String form) {
        MatterPaper paper = papers.of(scope, new MatterId(matter), form, page.words());
        String address = "/units/" + scope.unit() + "/matters/" + matter;
        String name = paper.values().getOrDefault("matter", "");
        return new Html(html.paperMatter(page, new MatterPaperPage(address, name, paper)));
    }

    @GetMapping("/paper.docx")
    ResponseEntity<byte[]> document(Page page, Scope scope, @PathVariable UUID matter, @PathVariable String form) {
        MatterPaper paper = papers.of(scope, new MatterId(matter), form, page.words());
        return PaperFiles.docx(paper.title(), papers.document(scope, paper, page.words()));
    }
}
