package org.yijitong.matter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Matter;
import org.yijitong.matter.Ties;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Shows to which call another one is tied, which are tied to it, and to which it may be. */
@Component
class TiesShown {
    private final Ties ties;
    private final MatterGuard guard;

    TiesShown(Ties ties, MatterGuard guard) {
        this.ties = ties;
        this.guard = guard;
    }

    /** Whoever sees only what waits for their own post is told how many there are, and no more. */
    MatterPage.Tied of(Page page, Scope scope, Matter matter) {
        Ties.Tied tied = ties.of(scope, matter);
        MatterAddress at = new MatterAddress(scope.unit());
        boolean acts = guard.mayAct(page) && !matter.closed();
        Map<String, String> offered = new LinkedHashMap<>();
        if (acts) {
            tied.offered().forEach(each -> offered.put(each.matter().toString(), called(page, each)));
        }
        List<Link> seen = tied.tied().stream()
                .filter(each -> each.seen() && !guard.narrow(page))
                .map(each -> link(page, at, each))
                .toList();
        Ties.Other leading = tied.leading();
        return new MatterPage.Tied(
                leading == null ? null : link(page, at, leading),
                leading != null && acts,
                seen,
                tied.tied().size() - seen.size(),
                offered);
    }

    private Link link(Page page, MatterAddress at, Ties.Other other) {
        boolean seen = other.seen() && !guard.narrow(page);
        return seen
                ? new Link(at.matter(other.matter()), called(page, other))
                : new Link("", page.t("matter.part.unseen"));
    }

    private static String called(Page page, Ties.Other other) {
        return page.t("matter.tie.called", page.date(other.begunOn()), other.title());
    }
}
