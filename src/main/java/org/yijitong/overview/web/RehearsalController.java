package org.yijitong.overview.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.ledger.Rehearsal;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Tree;
import org.yijitong.organization.Trees;
import org.yijitong.organization.Units;
import org.yijitong.overview.RehearsalDesk;
import org.yijitong.overview.RehearsalRun;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Once;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import org.yijitong.shared.SeeOther;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** A document rehearsed on a past year (试算): begun, followed, read and printed. */
@Controller
class RehearsalController {
    private final RehearsalDesk desk;
    private final Mechanisms mechanisms;
    private final Trees trees;
    private final Units units;
    private final Permitted permitted;
    private final Once once;
    private final Templates html;

    RehearsalController(
            RehearsalDesk desk,
            Mechanisms mechanisms,
            Trees trees,
            Units units,
            Permitted permitted,
            Once once,
            Templates html) {
        this.desk = desk;
        this.mechanisms = mechanisms;
        this.trees = trees;
        this.units = units;
        this.permitted = permitted;
        this.once = once;
        this.html = html;
    }

    @PostMapping("/rehearsals")
    View begin(
            Scope scope,
            CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String key) {
        boolean below = permitted.permits(user, "overview.sums");
        return SeeOther.to(once.run(
                scope,
                key,
                Sha256.fingerprint("rehearsal", Integer.toString(year), text),
                () -> "/rehearsals/" + desk.begin(scope, below, text, year)));
    }

    @GetMapping("/rehearsals/{id}")
    Html one(Page page, Scope scope, @PathVariable String id) {
        RehearsalRun run = desk.find(scope, Ids.inAddress(id));
        return new Html(html.overviewRehearsal(page, shown(page, scope, run)));
    }

    @PostMapping("/rehearsals/{id}/cancellation")
    View stop(Scope scope, @PathVariable String id) {
        desk.stop(scope, Ids.inAddress(id));
        return SeeOther.to("/rehearsals/" + id);
    }

    private RehearsalPage shown(Page page, Scope scope, RehearsalRun run) {
        Rehearsal result = run.result();
        if (result == null) {
            return new RehearsalPage(run, List.of());
        }
        Map<UUID, Duty> duties = mechanisms.all().stream()
                .collect(Collectors.toMap(Duty::dutyId, Function.identity(), (_, later) -> later));
        RehearsalWords words = new RehearsalWords(page, duties, names(scope, run.total() == 1, result.last()));
        return new RehearsalPage(
                run, result.outcomes().stream().map(words::told).toList());
    }

    /** Of one unit the organizations by name, in the order of its tree; of several the units, in sums. */
    private Map<UUID, String> names(Scope scope, boolean one, LocalDate on) {
        Map<UUID, String> names = new LinkedHashMap<>();
        if (one) {
            trees.asOf(scope, Tree.PARTY, AsOf.knownNow(on))
                    .forEach(row -> names.put(row.organizationId().value(), row.display()));
        } else {
            units.atOrBelow(scope.unit())
                    .forEach(unit -> names.put(unit.unitId().value(), unit.name()));
        }
        return names;
    }
}
