package org.yijitong.mechanism.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.mechanism.RedLine;
import org.yijitong.mechanism.reading.RedLines;
import org.yijitong.mechanism.reading.ShownBy;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** How the product keeps each red line, with the test that shows it, as the filing form asks (备案, 国办函〔2026〕12号). */
@Controller
class StatementController {
    private final RedLines redLines;
    private final ShownBy shownBy;
    private final Templates html;

    StatementController(RedLines redLines, ShownBy shownBy, Templates html) {
        this.redLines = redLines;
        this.shownBy = shownBy;
        this.html = html;
    }

    @GetMapping("/statement")
    Html page(Page page) {
        List<StatementPage.Line> lines =
                redLines.all().stream().map(line -> line(page, line)).toList();
        return new Html(html.mechanismStatement(page, new StatementPage(redLines.edition(), lines)));
    }

    /** Where no test shows it, the words of the file say how things stand. */
    private StatementPage.Line line(Page page, RedLine line) {
        var language = page.words().language();
        List<String> tests = shownBy.tests(line.line());
        String does = tests.isEmpty() ? line.keptBy().in(language) : page.t("mechanism.statement.does." + line.line());
        return new StatementPage.Line(
                line.line(),
                line.forbids().in(language),
                does,
                tests.stream().map(StatementPage::brief).toList());
    }
}
