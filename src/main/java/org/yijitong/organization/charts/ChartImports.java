package org.yijitong.organization.charts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.organization.IdentityVault;
import org.yijitong.organization.TreePlans;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Workbooks of organizations coming in: bringing a file, seeing what it would do, putting it in as a whole. */
@Component
@Transactional
public class ChartImports {
    private static final int LONGEST_FILE_NAME = 200;

    private final ChartStore charts;
    private final TreePlans plans;
    private final IdentityVault vault;
    private final Audit audit;
    private final Clock clock;
    private final Days days;
    private final Uuid7 ids;

    public ChartImports(
            ChartStore charts, TreePlans plans, IdentityVault vault, Audit audit, Clock clock, Days days, Uuid7 ids) {
        this.charts = charts;
        this.plans = plans;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
        this.ids = ids;
    }

    /**
     * Takes a file to be looked at. Nothing of it is in the trees yet.
     *
     * @throws Invalid when it cannot be read, or lists no organization
     */
    public ChartId bring(Scope scope, String fileName, byte[] file, LocalDate effectiveOn) {
        if (effectiveOn.isAfter(days.today())) {
            throw new Invalid("on", "charts.invalid.future");
        }
        if (read(file).rows().isEmpty()) {
            throw new Invalid("file", "charts.invalid.nothing");
        }
        ChartId id = new ChartId(ids.next());
        String name = fileName.length() > LONGEST_FILE_NAME
                ? fileName.substring(fileName.length() - LONGEST_FILE_NAME)
                : fileName;
        charts.add(scope, id, name, vault.sealBytes(file), effectiveOn, clock.instant());
        audit.record(scope, "chart.brought", "import", id.value(), Map.of("file", name, "bytes", file.length));
        return id;
    }

    @Transactional(readOnly = true)
    public ChartImport find(Scope scope, ChartId id) {
        return charts.find(scope, id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<ChartImport> latest(Scope scope, int limit) {
        return charts.latest(scope, limit);
    }

    /** The file as it was brought, while it waits. */
    @Transactional(readOnly = true)
    public byte[] file(Scope scope, ChartId id) {
        ChartImport found = find(scope, id);
        return vault.openBytes(charts.file(scope.unit(), id).orElseThrow(() -> done(found)));
    }

    /**
     * What it would do to the trees as they are now.
     *
     * @throws Refused when it has been put in or put away
     */
    @Transactional(readOnly = true)
    public Chart look(Scope scope, ChartId id) {
        ChartImport found = find(scope, id);
        return new ChartCheck(plans.standing(scope), found, ids).check(read(file(scope, id)));
    }

    /**
     * Puts the whole file in, in this one transaction.
     *
     * @param shown the fingerprint of what was shown
     * @throws Refused when that is no longer what would happen, when a row is refused, or when nothing would change
     */
    public Chart apply(Scope scope, ChartId id, String shown) {
        plans.hold(scope);
        ChartImport found = find(scope, id);
        Chart chart = look(scope, id);
        Map<Verdict, Integer> counts = chart.counts();
        if (!chart.fingerprint().equals(shown)) {
            throw new Refused("charts.refused.changedMeanwhile");
        }
        if (counts.containsKey(Verdict.REFUSED)) {
            throw new Refused("charts.refused.faults", counts.get(Verdict.REFUSED));
        }
        int added = chart.plan().founded().size();
        int changed = chart.plan().altered().size();
        if (added + changed == 0) {
            throw new Refused("charts.refused.nothingNew");
        }
        plans.carryOut(scope, chart.plan());
        finish(scope, found, ChartState.APPLIED, added, changed);
        return chart;
    }

    /** Puts it away; the trees are as they were. */
    public void cancel(Scope scope, ChartId id) {
        finish(scope, find(scope, id), ChartState.CANCELLED, 0, 0);
        audit.record(scope, "chart.cancelled", "import", id.value(), Map.of());
    }

    private void finish(Scope scope, ChartImport found, ChartState state, int added, int changed) {
        if (!charts.finish(scope.unit(), found.importId(), state, added, changed, clock.instant())) {
            throw done(found);
        }
    }

    private static Refused done(ChartImport found) {
        return new Refused("charts.refused.state." + found.state());
    }

    private ChartReader.Read read(byte[] file) {
        try {
            return ChartReader.read(file, new RowUnderstanding(days.today()));
        } catch (UnreadableWorkbook unreadable) {
            throw new Invalid("file", unreadable.messageKey(), unreadable.args().toArray());
        }
    }
}
