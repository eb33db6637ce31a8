package org.yijitong.ledger;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.UnitId;

/** The sums of each unit that overviews read, by duty and month. */
@Component
@Transactional
class Tallies {
    private final TallyStore store;

    Tallies(TallyStore store) {
        this.store = store;
    }

    /** Adds what was appended to what is held. */
    void fold(UnitId unit) {
        store.fold(unit);
    }
}
