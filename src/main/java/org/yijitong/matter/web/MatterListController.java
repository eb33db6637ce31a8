package org.yijitong.matter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.matter.Board;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterCount;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterLine;
import org.yijitong.matter.web.MattersPage.Entry;
import org.yijitong.matter.web.MattersPage.Heap;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Tree;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Cursor;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What is to be done by whom: one's own by the day, and the board of the unit. */
@Controller
class MatterListController {
    private static final int SHOWN = 100;

    private static final int OWNERS = 300;

    private final Board board;
    private final Flows flows;
    private final MatterGuard guard;
    private final Days days;
    private final Templates html;

    MatterListController(Board board, Flows flows, MatterGuard guard, Days days, Templates html) {
        this.board = board;
        this.flows = flows;
        this.guard = guard;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/matters")
    Html mine(Page page, CurrentUser user, HttpServletRequest request, @RequestParam(defaultValue = "") String after) {
        Scope scope = user.scope();
        MatterFilter filter = MatterFilter.mine(Cursor.read(after).orElse(null));
        Board.Shelf shelf = guard.narrow(page) ? board.own(scope, filter, SHOWN) : board.page(scope, filter, SHOWN);
        return new Html(html.matterMatters(
                page, shown(page, scope, filter, onward(request, shelf), new Around(List.of(), Map.of(), ""))));
    }

    /** The same lines, with the address of the next page. */
    private static Board.Shelf onward(HttpServletRequest request, Board.Shelf shelf) {
        return new Board.Shelf(shelf.lines(), shelf.next().isEmpty() ? "" : Query.next(request, "after", shelf.next()));
    }

    /** What stands around the lines: how many are where, owners to choose from, what was asked. */
    private record Around(List<Heap> heaps, Map<String, String> owners, String query) {}

    @GetMapping("/units/{unit}/matters")
    Html board(Page page, Scope scope, HttpServletRequest request, @RequestParam MultiValueMap<String, String> values) {
        MatterFilter filter = BoardQuery.filter(values);
        List<Heap> heaps = heaps(page, board.counts(scope), filter.flow());
        Board.Shelf shelf = board.page(scope, filter, SHOWN);
        Map<String, String> owners = new LinkedHashMap<>();
        board.hosts(scope, EnumSet.allOf(OrganizationKind.class)).stream()
                .filter(host -> host.kind().tree() == Tree.PARTY)
                .limit(OWNERS)
                .forEach(host -> owners.put(host.organization().toString(), host.name()));
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return new Html(html.matterMatters(
                page, shown(page, scope, filter, onward(request, shelf), new Around(heaps, owners, query))));
    }

    /** By flow; those of one flow by its states. */
    private List<Heap> heaps(Page page, List<MatterCount> counts, @Nullable String only) {
        Map<String, Heap> heaps = new LinkedHashMap<>();
        for (MatterCount count : counts) {
            if (only == null || only.equals(count.flow())) {
                Heap heap = heap(page, count, only == null ? "" : count.state());
                heaps.merge(heap.flow() + " " + heap.state(), heap, Heap::and);
            }
        }
        return List.copyOf(heaps.values());
    }

    private Heap heap(Page page, MatterCount count, String state) {
        String name = flows.newest(count.flow(), days.today())
                .map(each -> state.isEmpty()
                        ? each.flow().head().name().in(page.words().language())
                        : state(page, each.flow(), state))
                .orElse(state.isEmpty() ? count.flow() : state);
        return new Heap(count.flow(), state, name, count.matters(), count.late());
    }

    private MattersPage shown(Page page, Scope scope, MatterFilter filter, Board.Shelf shelf, Around around) {
        Map<String, String> names = new HashMap<>();
        List<FlowVersion> inForce = flows.inForce(days.today());
        inForce.forEach(each -> names.put(
                each.flow().head().id(),
                each.flow().head().name().in(page.words().language())));
        return new MattersPage(
                new MatterAddress(scope.unit()),
                new OrganizationId(scope.top()),
                shelf.lines().stream().map(line -> entry(page, line)).toList(),
                around.heaps(),
                names,
                around.owners(),
                filter,
                new MattersPage.Rights(
                        !guard.narrow(page),
                        guard.mayAct(page),
                        !filter.mine() && guard.may(page, "matter.migrate"),
                        !filter.mine() && guard.may(page, "open311.keys")),
                around.query(),
                shelf.next());
    }

    private Entry entry(Page page, MatterLine line) {
        Flow flow = flows.version(line.versionId());
        FlowInWords words = new FlowInWords(flow, page.words());
        return new Entry(line, words.name(), words.state(line.state(), line.closed()));
    }

    private static String state(Page page, Flow flow, String id) {
        return flow.state(id)
                .map(state -> state.name().in(page.words().language()))
                .orElse(id);
    }
}
