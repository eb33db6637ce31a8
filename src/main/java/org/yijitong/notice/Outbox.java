package org.yijitong.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** What waits to leave. */
@Component
@Transactional
public class Outbox {
    private final OutboxStore store;
    private final Uuid7 ids;
    private final Clock clock;

    Outbox(OutboxStore store, Uuid7 ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts the digests of a unit for a day together, once; whoever asks again that day, on whichever server, does nothing. */
    public void daily(UnitId unit, LocalDate day, Supplier<List<Digest>> digests) {
        if (store.open(unit, day, clock.instant())) {
            List<OutboxStore.Row> rows = digests.get().stream()
                    .map(each -> new OutboxStore.Row(ids.next(), each.account(), each.subject(), each.body()))
                    .toList();
            store.add(unit, day, rows, clock.instant());
        }
    }
}
