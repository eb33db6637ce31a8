package org.yijitong.matter.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Flows;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** How matters go, for everyone to read. */
@Controller
class FlowController {
    private final Flows flows;
    private final Days days;
    private final Templates html;

    FlowController(Flows flows, Days days, Templates html) {
        this.flows = flows;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/flows")
    Html list(Page page) {
        List<FlowInWords> told = flows.inForce(days.today()).stream()
                .map(each -> new FlowInWords(each.flow(), page.words()))
                .toList();
        return new Html(html.matterFlows(page, told));
    }

    @GetMapping("/flows/{flow}")
    Html one(Page page, @PathVariable String flow) {
        return new Html(html.matterFlow(
                page,
                flows.newest(flow, days.today())
                        .map(each -> new FlowInWords(each.flow(), page.words()))
                        .orElseThrow(NotFound::new)));
    }
}
