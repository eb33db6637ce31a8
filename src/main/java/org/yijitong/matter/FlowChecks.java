package org.yijitong.matter;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Flows whose text was written before the official one could be read: each unit says when it has compared them. */
@Component
@Transactional
public class FlowChecks {
    private final FlowCheckStore store;
    private final Flows flows;
    private final Audit audit;
    private final Days days;
    private final Clock clock;

    FlowChecks(FlowCheckStore store, Flows flows, Audit audit, Days days, Clock clock) {
        this.store = store;
        this.flows = flows;
        this.audit = audit;
        this.days = days;
        this.clock = clock;
    }

    /** Whether a unit has compared a version. */
    @Transactional(readOnly = true)
    public boolean done(UnitId unit, UUID versionId) {
        return store.checked(unit, versionId);
    }

    /**
     * Says that the newest version of a flow was compared with the official text; a second time changes nothing.
     *
     * @throws NotFound when there is no such flow, or nothing to compare
     */
    public void confirm(Scope scope, String flow) {
        FlowVersion version = flows.newest(flow, days.today())
                .filter(each -> each.flow().head().toCheck())
                .orElseThrow(NotFound::new);
        if (store.check(scope, version.versionId(), clock.instant())) {
            audit.record(scope, "flow.checked", "flow", version.versionId(), Map.of("flow", flow));
        }
    }
}
