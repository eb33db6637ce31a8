package org.yijitong.matter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Board;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.MatterLine;
import org.yijitong.matter.Merger;
import org.yijitong.matter.Mergers;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Shows with which others a matter is or is to be merged, and with which it may be. */
@Component
class MergersShown {
    private static final int OFFERED = 50;

    private final Mergers mergers;
    private final Board board;
    private final Flows flows;
    private final MatterGuard guard;
    private final TiesShown ties;

    MergersShown(Mergers mergers, Board board, Flows flows, MatterGuard guard, TiesShown ties) {
        this.mergers = mergers;
        this.board = board;
        this.flows = flows;
        this.guard = guard;
        this.ties = ties;
    }

    MatterPage.Merged of(Page page, Scope scope, Matter matter) {
        List<Merger> all = mergers.of(scope, matter);
        MatterAddress at = new MatterAddress(scope.unit());
        boolean acts = guard.mayAct(page) && !matter.closed();
        boolean waits = all.stream().anyMatch(Merger::waits);
        return new MatterPage.Merged(
                all.stream().map(each -> row(page, scope, at, each, acts)).toList(),
                acts && !waits ? offered(scope, matter) : Map.of(),
                ties.of(page, scope, matter));
    }

    /** Open ones of the same flow within reach; none raised at the door, and none for one that was. */
    private Map<String, String> offered(Scope scope, Matter matter) {
        Map<String, String> offered = new LinkedHashMap<>();
        var open =
                board.lines(scope, new MatterFilter(false, false, false, matter.flow(), null, null, "", null), OFFERED);
        Set<MatterId> raised = mergers.apart(
                scope,
                Stream.concat(Stream.of(matter.matterId()), open.stream().map(MatterLine::matterId))
                        .toList());
        open.stream()
                .filter(line -> !line.closed() && !line.matterId().equals(matter.matterId()))
                .filter(line -> !raised.contains(matter.matterId()) && !raised.contains(line.matterId()))
                .forEach(line -> offered.put(line.matterId().toString(), line.title()));
        return offered;
    }

    private MatterPage.MergedRow row(Page page, Scope scope, MatterAddress at, Merger merger, boolean acts) {
        boolean open = merger.agreed() == null;
        String key = open ? "asked" : Boolean.TRUE.equals(merger.agreed()) ? "agreed" : "refused";
        UUID asked = merger.account();
        boolean seen = merger.seen() && !guard.narrow(page);
        String title = seen ? merger.title() : page.t("matter.part.unseen");
        return new MatterPage.MergedRow(
                merger.mergerId().toString(),
                page.t("matter.merger." + (merger.out() ? "out." : "in.") + key, title, merger.reason()),
                seen ? at.matter(merger.matterId()) : "",
                new FlowInWords(flows.version(merger.versionId()), page.words()).state(merger.state(), merger.closed()),
                merger.day(),
                acts && open && !merger.out() && !asked.equals(scope.account()));
    }
}
