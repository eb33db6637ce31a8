package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.FlowChecks;
import org.yijitong.matter.FlowHead;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.FlowTexts;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.mechanism.DraftReach;
import org.yijitong.organization.Units;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** How matters go, for everyone to read. */
@Controller
class FlowController {
    private final Flows flows;
    private final FlowTexts texts;
    private final DraftReach reach;
    private final Units units;
    private final FlowChecks checks;
    private final Permitted permitted;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    FlowController(
            Flows flows,
            FlowTexts texts,
            DraftReach reach,
            Units units,
            FlowChecks checks,
            Permitted permitted,
            Deeds deeds,
            Days days,
            Templates html) {
        this.flows = flows;
        this.texts = texts;
        this.reach = reach;
        this.units = units;
        this.checks = checks;
        this.permitted = permitted;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/flows")
    Html list(Page page) {
        CurrentUser user = page.user();
        List<FlowVersion> all = flows.inForce(days.today());
        List<FlowVersion> bound = user == null
                ? all.stream()
                        .filter(each -> each.flow().head().units().isEmpty())
                        .toList()
                : texts.binding(all, user.unit());
        List<FlowInWords> told = bound.stream()
                .map(each -> new FlowInWords(each.flow(), page.words()))
                .toList();
        return new Html(html.matterFlows(page, told, mayWrite(user)));
    }

    @GetMapping("/flows/{flow}")
    Html one(Page page, @PathVariable String flow) {
        FlowVersion version = flows.newest(flow, days.today()).orElseThrow(NotFound::new);
        return new Html(html.matterFlow(page, new FlowInWords(version.flow(), page.words()), mark(page, version)));
    }

    private boolean mayWrite(@Nullable CurrentUser user) {
        return user != null && permitted.permits(user, "flow.write") && reach.mayWrite(user.scope());
    }

    private FlowMark mark(Page page, FlowVersion version) {
        CurrentUser user = page.user();
        FlowHead head = version.flow().head();
        boolean done = head.toCheck() && user != null && checks.done(user.unit(), version.versionId());
        Map<String, String> names = head.units().isEmpty() ? Map.of() : units.called(head.units());
        return new FlowMark(
                head.toCheck(),
                done,
                head.toCheck() && !done && user != null && permitted.permits(user, "flow.check"),
                mayWrite(user),
                head.units().stream()
                        .sorted()
                        .map(code -> names.getOrDefault(code, code))
                        .toList());
    }

    @PostMapping("/flows/{flow}/check")
    View check(Scope scope, @PathVariable String flow, @RequestParam MultiValueMap<String, String> values) {
        return deeds.run(scope, "/flows/" + flow + "/check", values, () -> {
            checks.confirm(scope, flow);
            return "/flows/" + flow;
        });
    }
}
