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
import org.yijitong.matter.Cause;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowTexts;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Parts;
import org.yijitong.matter.Sources;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Beginning a matter: which flow, then what it asks. */
@Controller
class BeginningController {
    /** Of each flow; whoever looks for another one begins at its page. */
    private static final int ELSEWHERE = 20;

    private final Matters matters;
    private final Board board;
    private final Sources sources;
    private final Parts parts;
    private final Flows flows;
    private final FlowTexts texts;
    private final OffersShown offers;
    private final NamesTyped names;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    BeginningController(
            Matters matters,
            Board board,
            Sources sources,
            Parts parts,
            Flows flows,
            FlowTexts texts,
            OffersShown offers,
            NamesTyped names,
            Deeds deeds,
            Days days,
            Templates html) {
        this.matters = matters;
        this.board = board;
        this.sources = sources;
        this.parts = parts;
        this.flows = flows;
        this.texts = texts;
        this.offers = offers;
        this.names = names;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    /**
     * The form, or the flows to choose from.
     *
     * @param flow how it goes; without, they are shown to choose from
     * @param record what it comes from
     * @param decision which of its decisions, from 1; 0 for the record as a whole
     * @param parent the matter of which it is to be a part
     */
    @GetMapping("/units/{unit}/organizations/{organization}/matters/new")
    Html form(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam(defaultValue = "") String flow,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "0") String decision,
            @RequestParam(defaultValue = "") String parent) {
        OrganizationId host = new OrganizationId(Ids.inAddress(organization));
        Cause cause = cause(scope, record, decision);
        Map<String, String> typed = cause == null
                ? Map.of()
                : flows.inForce(flow, days.today())
                        .map(version -> Prefill.of(version.flow(), cause, days.today()))
                        .orElse(Map.of());
        return new Made(page, scope, host, cause, whole(scope, parent)).shown(flow, typed, Map.of());
    }

    private @Nullable Matter whole(Scope scope, String parent) {
        return parent.isEmpty() ? null : matters.find(scope, new MatterId(Ids.inAddress(parent)));
    }

    /** @throws NotFound when it may not be read, or has no such decision */
    private @Nullable Cause cause(Scope scope, String record, String decision) {
        if (record.isEmpty()) {
            return null;
        }
        try {
            return sources.decided(
                    scope, Ids.inAddress(record), decision.matches("\\d{1,3}") ? Integer.parseInt(decision) : -1);
        } catch (Invalid unread) {
            throw new NotFound();
        }
    }

    @PostMapping("/units/{unit}/organizations/{organization}/matters")
    View begin(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam MultiValueMap<String, String> values) {
        OrganizationId host = new OrganizationId(Ids.inAddress(organization));
        String flow = MatterController.value(values, "flow");
        String origin = MatterController.value(values, "begin-origin");
        String decision = values.containsKey("decision") ? MatterController.value(values, "decision") : "0";
        Cause cause = cause(scope, MatterController.value(values, "record"), decision);
        Matter whole = whole(scope, MatterController.value(values, "parent"));
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
                    () -> new MatterAddress(scope.unit())
                            .matter(
                                    whole == null
                                            ? begun(scope, host, names.of(page, scope, host, beginning), cause)
                                            : parts.begin(
                                                    scope,
                                                    whole.matterId(),
                                                    names.of(page, scope, host, beginning),
                                                    weight(values))));
        } catch (Invalid invalid) {
            return new Made(page, scope, host, cause, whole)
                    .shown(flow, MatterController.said(values), MatterController.named(Flow.BEGIN, invalid));
        }
    }

    private static int weight(MultiValueMap<String, String> values) {
        String written = MatterController.value(values, "begin-weight");
        return written.matches("\\d{1,3}") ? Integer.parseInt(written) : 0;
    }

    private MatterId begun(Scope scope, OrganizationId host, Beginning beginning, @Nullable Cause cause) {
        MatterId id = matters.begin(scope, host, beginning);
        if (cause != null) {
            sources.begun(scope, id, cause);
        }
        return id;
    }

    /** One page being put together. */
    private final class Made {
        private final Page page;
        private final Scope scope;
        private final OrganizationId host;
        private final @Nullable Cause cause;
        private final @Nullable Matter whole;

        Made(Page page, Scope scope, OrganizationId host, @Nullable Cause cause, @Nullable Matter whole) {
            this.page = page;
            this.scope = scope;
            this.host = host;
            this.cause = cause;
            this.whole = whole;
        }

        Html shown(String flow, Map<String, String> typed, Map<String, Invalid.Fault> faults) {
            Map<String, String> known = new LinkedHashMap<>();
            OrganizationKind kind = matters.host(scope, host);
            List<FlowVersion> inForce = texts.binding(flows.inForce(days.today()), scope.unit());
            inForce.stream()
                    .filter(each -> each.flow().hosts().contains(kind))
                    .forEach(each -> known.put(each.flow().head().id(), named(each)));
            BeginningPage.Asking asking = flow.isEmpty()
                    ? null
                    : asking(
                            flows.inForce(flow, days.today())
                                    .orElseThrow(NotFound::new)
                                    .flow(),
                            typed);
            return new Html(
                    html.matterBeginning(
                            page,
                            new BeginningPage(
                                    new MatterAddress(scope.unit()).begin(host),
                                    known,
                                    flow.isEmpty() ? elsewhere(kind, inForce) : Map.of(),
                                    flow,
                                    from(),
                                    asking,
                                    typed,
                                    faults)),
                    faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        }

        private BeginningPage.@Nullable From from() {
            if (whole != null) {
                return new BeginningPage.From("", 0, whole.matterId().toString(), whole.title());
            }
            return cause == null || cause.record() == null
                    ? null
                    : new BeginningPage.From(
                            cause.record().toString(),
                            cause.decision(),
                            "",
                            cause.words().isEmpty() ? cause.study() : cause.words());
        }

        private String named(FlowVersion version) {
            return version.flow().head().name().in(page.words().language());
        }

        /** What this organization cannot begin and others within reach can: an officer begins for whoever it falls to. */
        private Map<String, List<Link>> elsewhere(OrganizationKind kind, List<FlowVersion> inForce) {
            List<FlowVersion> others = inForce.stream()
                    .filter(each -> !each.flow().hosts().contains(kind))
                    .toList();
            Set<OrganizationKind> kinds = others.stream()
                    .flatMap(each -> each.flow().hosts().stream())
                    .collect(Collectors.toSet());
            List<Board.Host> hosts = kinds.isEmpty() ? List.of() : board.hosts(scope, kinds);
            MatterAddress at = new MatterAddress(scope.unit());
            BeginningPage.From from = from();
            String query = from == null ? "" : from.query();
            Map<String, List<Link>> elsewhere = new LinkedHashMap<>();
            others.forEach(each -> elsewhere.put(
                    named(each),
                    hosts.stream()
                            .filter(other -> each.flow().hosts().contains(other.kind()))
                            .limit(ELSEWHERE)
                            .map(other -> new Link(
                                    at.begin(other.organization()) + "/new?flow="
                                            + each.flow().head().id() + query,
                                    other.name()))
                            .toList()));
            elsewhere.values().removeIf(List::isEmpty);
            return elsewhere;
        }

        private BeginningPage.Asking asking(Flow flow, Map<String, String> typed) {
            Map<String, String> origins = new LinkedHashMap<>();
            flow.origins()
                    .forEach(origin -> origins.put(
                            origin.id(), origin.name().in(page.words().language())));
            return new BeginningPage.Asking(
                    flow.head().name().in(page.words().language()),
                    flow.begin().name().in(page.words().language()),
                    origins,
                    MatterPages.asked(
                            page, flow, flow.begin(), offers.of(page, scope, List.of(flow.begin()), host, null, typed)),
                    MatterPages.choices(
                            page, flow, flow.begin(), board.candidates(scope, flow, List.of(flow.begin()))));
        }
    }
}
