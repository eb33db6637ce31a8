package org.yijitong.matter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Notes whom a matter is about, so that they find it. */
@Component
class ConcernedStore {
    private final Db db;

    ConcernedStore(Db db) {
        this.db = db;
    }

    /** Nothing for a matter that is about nobody. */
    void add(UnitId unit, MatterId matter, Course.Taken begun) {
        @Nullable UUID person = begun.known().about();
        if (person != null) {
            db.in(unit, """
                            INSERT INTO matter.concerned (unit_id, matter_id, person_id, recorded_at)
                            VALUES (:unit, :matter, :person, :now)
                            """)
                    .bind("matter", matter)
                    .bind("person", person)
                    .bind("now", begun.at())
                    .run();
        }
    }
}
