package org.yijitong.matter.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.matter.Board;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterLine;
import org.yijitong.matter.web.MattersPage.Entry;
import org.yijitong.matter.web.MattersPage.Heap;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What is to be done by whom: one's own by the day, and the board of the unit. */
@Controller
class MatterListController {
    private static final int SHOWN = 100;

    private final Board board;
    private final Flows flows;
    private final Permitted policy;
    private final Days days;
    private final Templates html;

    MatterListController(Board board, Flows flows, Permitted policy, Days days, Templates html) {
        this.board = board;
        this.flows = flows;
        this.policy = policy;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/matters")
    Html mine(Page page, CurrentUser user) {
        Scope scope = user.scope();
        List<MatterLine> lines = board.lines(scope, MatterFilter.MINE, SHOWN);
        return new Html(html.matterMatters(page, shown(page, scope, true, lines, List.of(), MatterFilter.MINE)));
    }

    @GetMapping("/units/{unit}/matters")
    Html board(
            Page page,
            Scope scope,
            @RequestParam(required = false) @Nullable String flow,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean settled) {
        MatterFilter filter = new MatterFilter(false, settled, late, flow, state, null);
        List<Heap> heaps = board.counts(scope).stream()
                .map(count -> new Heap(
                        count.flow(),
                        count.state(),
                        flows.newest(count.flow(), days.today())
                                .map(each -> state(page, each.flow(), count.state()))
                                .orElse(count.state()),
                        count.matters(),
                        count.late()))
                .toList();
        return new Html(
                html.matterMatters(page, shown(page, scope, false, board.lines(scope, filter, SHOWN), heaps, filter)));
    }

    private MattersPage shown(
            Page page, Scope scope, boolean mine, List<MatterLine> lines, List<Heap> heaps, MatterFilter filter) {
        Map<String, String> names = new HashMap<>();
        List<FlowVersion> inForce = flows.inForce(days.today());
        inForce.forEach(each -> names.put(
                each.flow().head().id(),
                each.flow().head().name().in(page.words().language())));
        return new MattersPage(
                new MatterAddress(scope.unit()),
                new OrganizationId(scope.top()),
                mine,
                lines.stream().map(line -> entry(page, line)).toList(),
                heaps,
                names,
                filter,
                !mine && page.user() != null && policy.permits(page.user(), "matter.migrate"),
                lines.size() == SHOWN);
    }

    private Entry entry(Page page, MatterLine line) {
        Flow flow = flows.version(line.versionId());
        return new Entry(line, flow.head().name().in(page.words().language()), state(page, flow, line.state()));
    }

    private static String state(Page page, Flow flow, String id) {
        return flow.state(id)
                .map(state -> state.name().in(page.words().language()))
                .orElse(id);
    }
}
