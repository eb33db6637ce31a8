package org.yijitong.paper.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.MatterId;
import org.yijitong.paper.MatterPaper;
import org.yijitong.paper.MatterPapers;
import org.yijitong.paper.PaperFiles;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Papers about one matter, as what they say and as files. */
@RestController
@Tag(name = "matters")
@RequestMapping("/api/v1/units/{unit}/matters/{matter}/papers/{form}")
class ApiMatterPapersController {
    private final MatterPapers papers;

    ApiMatterPapersController(MatterPapers papers) {
        this.papers = papers;
    }

    /**
     * A paper.
     *
     * @param says by the words of its fields; what did not happen is empty
     */
    record MatterPaperView(String form, String title, Map<String, String> says) {}

    @GetMapping
    @Operation(
            summary =
                    "A matter in one form: assignment, reply, closing, or FLOW.PAPER as its flow prints it; 409 when it is not there yet or any more")
    MatterPaperView says(Page page, Scope scope, @PathVariable UUID matter, @PathVariable String form) {
        MatterPaper paper = papers.of(page.user(), scope, new MatterId(matter), form, page.words());
        return new MatterPaperView(paper.form(), paper.title(), paper.values());
    }

    @GetMapping("/paper.docx")
    @Operation(summary = "The same in the layout of official documents, or in that of the unit's template")
    ResponseEntity<byte[]> document(Page page, Scope scope, @PathVariable UUID matter, @PathVariable String form) {
        MatterPaper paper = papers.of(page.user(), scope, new MatterId(matter), form, page.words());
        return PaperFiles.docx(paper.title(), papers.document(scope, paper, page.words()));
    }
}
