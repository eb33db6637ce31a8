package org.yijitong.matter;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RestedOn;
import org.yijitong.shared.UnitId;

/** Matters rest on the records they serve, and on those that show that one of their steps was done. */
@Component
class RestingMatters implements RestedOn {
    private final SourceStore store;

    RestingMatters(SourceStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecordId> among(UnitId unit, Collection<RecordId> records) {
        return records.isEmpty() ? List.of() : store.restedOn(unit, records);
    }
}
