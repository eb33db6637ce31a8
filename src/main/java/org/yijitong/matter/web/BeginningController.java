package org.yijitong.matter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Board;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matters;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Beginning a matter: which flow, then what it asks. */
@Controller
class BeginningController {
    private final Matters matters;
    private final Board board;
    private final Flows flows;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    BeginningController(Matters matters, Board board, Flows flows, Deeds deeds, Days days, Templates html) {
        this.matters = matters;
        this.board = board;
        this.flows = flows;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    /** @param flow how it goes; without, they are shown to choose from */
    @GetMapping("/units/{unit}/organizations/{organization}/matters/new")
    Html form(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam(required = false) @Nullable String flow) {
        OrganizationId host = new OrganizationId(MatterAddress.id(organization));
        return shown(page, scope, host, flow == null ? "" : flow, Map.of(), Map.of());
    }

    @PostMapping("/units/{unit}/organizations/{organization}/matters")
    View begin(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam MultiValueMap<String, String> values) {
        OrganizationId host = new OrganizationId(MatterAddress.id(organization));
        String flow = MatterController.value(values, "flow");
        String origin = MatterController.value(values, "begin-origin");
        try {
            Beginning beginning = new Beginning(
                    flow,
                    MatterController.value(values, "begin-title"),
                    origin.isEmpty() ? null : origin,
                    MatterController.answers(Flow.BEGIN, values),
                    MatterController.parties(Flow.BEGIN, values));
            return deeds.run(
                    scope,
                    "/" + host + "/matters",
                    values,
                    () -> new MatterAddress(scope.unit()).matter(matters.begin(scope, host, beginning)));
        } catch (Invalid invalid) {
            return shown(
                    page, scope, host, flow, values.toSingleValueMap(), MatterController.named(Flow.BEGIN, invalid));
        }
    }

    private Html shown(
            Page page,
            Scope scope,
            OrganizationId host,
            String flow,
            Map<String, String> typed,
            Map<String, Invalid.Fault> faults) {
        Map<String, String> known = new LinkedHashMap<>();
        OrganizationKind kind = matters.host(scope, host);
        List<FlowVersion> inForce = flows.inForce(days.today());
        inForce.stream()
                .filter(each -> each.flow().hosts().contains(kind))
                .forEach(each -> known.put(each.flow().head().id(), named(page, each)));
        Map<String, List<Link>> elsewhere = flow.isEmpty() ? elsewhere(page, scope, kind, inForce) : Map.of();
        BeginningPage.Asking asking = flow.isEmpty()
                ? null
                : asking(
                        page,
                        scope,
                        flows.inForce(flow, days.today())
                                .orElseThrow(NotFound::new)
                                .flow());
        return new Html(
                html.matterBeginning(
                        page,
                        new BeginningPage(
                                new MatterAddress(scope.unit()).begin(host),
                                known,
                                elsewhere,
                                flow,
                                asking,
                                typed,
                                faults)),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String named(Page page, FlowVersion version) {
        return version.flow().head().name().in(page.words().language());
    }

    /** What this organization cannot begin and others within reach can: an officer begins for whoever it falls to. */
    private Map<String, List<Link>> elsewhere(
            Page page, Scope scope, OrganizationKind kind, List<FlowVersion> inForce) {
        List<FlowVersion> others = inForce.stream()
                .filter(each -> !each.flow().hosts().contains(kind))
                .toList();
        Set<OrganizationKind> kinds =
                others.stream().flatMap(each -> each.flow().hosts().stream()).collect(Collectors.toSet());
        List<Board.Host> hosts = kinds.isEmpty() ? List.of() : board.hosts(scope, kinds);
        MatterAddress at = new MatterAddress(scope.unit());
        Map<String, List<Link>> elsewhere = new LinkedHashMap<>();
        others.forEach(each -> elsewhere.put(
                named(page, each),
                hosts.stream()
                        .filter(host -> each.flow().hosts().contains(host.kind()))
                        .map(host -> new Link(
                                at.begin(host.organization()) + "/new?flow="
                                        + each.flow().head().id(),
                                host.name()))
                        .toList()));
        elsewhere.values().removeIf(List::isEmpty);
        return elsewhere;
    }

    private BeginningPage.Asking asking(Page page, Scope scope, Flow flow) {
        Map<String, String> origins = new LinkedHashMap<>();
        flow.origins()
                .forEach(origin ->
                        origins.put(origin.id(), origin.name().in(page.words().language())));
        return new BeginningPage.Asking(
                flow.head().name().in(page.words().language()),
                flow.begin().name().in(page.words().language()),
                origins,
                MatterPages.asked(page, flow, flow.begin(), Map.of()),
                MatterPages.choices(page, flow, flow.begin(), board.candidates(scope, flow, List.of(flow.begin()))));
    }
}
