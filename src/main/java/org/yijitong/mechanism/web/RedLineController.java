package org.yijitong.mechanism.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yijitong.mechanism.RedLine;
import org.yijitong.mechanism.reading.RedLines;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** What the law forbids every mechanism, for everyone to read. */
@Controller
@Tag(name = "mechanisms")
class RedLineController {
    private final RedLines redLines;
    private final Templates html;

    RedLineController(RedLines redLines, Templates html) {
        this.redLines = redLines;
        this.html = html;
    }

    /** @param edition the day from which they hold in this wording */
    record RedLinesView(String edition, List<RedLine> redLines) {}

    @GetMapping("/red-lines")
    Html page(Page page) {
        return new Html(html.mechanismLines(page, redLines.edition(), redLines.all()));
    }

    @GetMapping("/api/v1/red-lines")
    @ResponseBody
    @Operation(summary = "What the law forbids every mechanism, with the words that trip it")
    RedLinesView all() {
        return new RedLinesView(redLines.edition(), redLines.all());
    }
}
