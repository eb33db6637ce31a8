package org.yijitong.matter;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.ledger.Fact;
import org.yijitong.ledger.Ledger;
import org.yijitong.ledger.Source;
import org.yijitong.matter.Flow.State;
import org.yijitong.shared.Scope;
import tools.jackson.databind.json.JsonMapper;

/** Tells the ledger what is over: a matter, and those that were merged into it, which keep their own credit. */
@Component
class Credit {
    private final Ledger ledger;
    private final MatterStore store;
    private final Flows flows;
    private final JsonMapper json;

    Credit(Ledger ledger, MatterStore store, Flows flows, JsonMapper json) {
        this.ledger = ledger;
        this.store = store;
        this.flows = flows;
        this.json = json;
    }

    /** What is over is a fact; opened again, it is none. */
    void tell(Scope scope, MatterRow row, Matter before, Flow flow, Change change, Known known) {
        if (change.standing().closed() == before.closed()) {
            return;
        }
        Source source = new Source(MatterFacts.KIND, before.matterId().value());
        if (!change.standing().closed()) {
            ledger.restate(scope, source, List.of());
            return;
        }
        State state = flow.state(change.standing().state()).orElseThrow();
        int late = before.late() + (change.standing().late() ? 1 : 0);
        List<Fact> facts = new ArrayList<>();
        facts.add(MatterFacts.of(
                before, flow, state, known, late, change.standing().enteredOn()));
        if (row.joined()) {
            store.joined(scope.unit(), before.matterId()).stream()
                    .map(each -> each.matter(json))
                    .forEach(each -> facts.add(MatterFacts.of(
                            each,
                            flows.version(each.versionId()),
                            state,
                            each.known(),
                            each.late(),
                            change.standing().enteredOn())));
        }
        ledger.restate(scope, source, facts);
    }
}
