package org.yijitong.personal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Removes, and counts, rows past their time. */
@Component
class PurgeStore {
    private final Db db;

    PurgeStore(Db db) {
        this.db = db;
    }

    int purge(UnitId unit, String source, Instant before, int most) {
        return db.in(unit, "SELECT personal.purge(:unit, :source::jsonb, :before, :most)")
                .bind("source", source)
                .bind("before", before)
                .bind("most", most)
                .one(Integer.class);
    }

    int count(UnitId unit, String source, Instant before, int most) {
        return db.in(unit, "SELECT personal.past_count(:unit, :source::jsonb, :before, :most)")
                .bind("source", source)
                .bind("before", before)
                .bind("most", most)
                .one(Integer.class);
    }
}
