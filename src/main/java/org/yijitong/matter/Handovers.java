package org.yijitong.matter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.access.GrantsChanged;
import org.yijitong.matter.BoardStore.Pending;
import org.yijitong.matter.BoardStore.Reckoned;
import org.yijitong.organization.BearersChanged;
import org.yijitong.shared.UnitId;
import tools.jackson.databind.json.JsonMapper;

/** Open matters follow the posts: where one falls vacant or an organization ends, its superior has them. */
@Component
@Transactional
public class Handovers {
    /** More than a unit has at the end of a year; the rest follows the next night. */
    private static final int MOST = 10_000;

    private final BoardStore store;
    private final Flows flows;
    private final Deadlines deadlines;
    private final JsonMapper json;
    private final Clock clock;

    Handovers(BoardStore store, Flows flows, Deadlines deadlines, JsonMapper json, Clock clock) {
        this.store = store;
        this.flows = flows;
        this.deadlines = deadlines;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction of the change, before the ledger: a step holds a matter first and the book after it, too. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void changed(BearersChanged changed) {
        keepUp(changed.unit());
    }

    /** The same of those who judge by a grant. */
    @EventListener
    void changed(GrantsChanged changed) {
        if (changed.roles().contains(Flow.JUDGE)) {
            keepUp(changed.unit());
        }
    }

    /** Gives every open matter to whoever has it today; how many changed hands. */
    public int keepUp(UnitId unit) {
        return store.handOver(unit, clock.instant());
    }

    /** Reckons deadlines anew that rested on a year without a calendar, which may have come meanwhile. */
    public void reckon(UnitId unit) {
        List<Reckoned> reckoned = store.provisional(unit, MOST).stream()
                .flatMap(pending -> reckoned(pending).stream())
                .toList();
        store.move(unit, reckoned, clock.instant());
    }

    private Optional<Reckoned> reckoned(Pending pending) {
        Flow.State state =
                flows.version(pending.versionId()).state(pending.state()).orElseThrow();
        Known known = json.readValue(pending.known(), Known.class);
        Deadlines.Due due = deadlines.of(state.within(), pending.begunOn(), pending.enteredOn(), known);
        return Optional.ofNullable(due.on())
                .map(on ->
                        new Reckoned(pending.matterId(), pending.state(), pending.enteredOn(), on, due.provisional()));
    }
}
