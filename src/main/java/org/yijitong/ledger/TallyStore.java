package org.yijitong.ledger;

import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The sums of a unit. */
@Component
class TallyStore {
    private final Db db;

    TallyStore(Db db) {
        this.db = db;
    }

    /** Folds appended changes into the sums. Two folds at once take different rows. */
    void fold(UnitId unit) {
        db.in(unit, """
                WITH taken AS (
                    DELETE FROM ledger.tally_changes WHERE unit_id = :unit
                    RETURNING duty_id, month, due_on, known_on, owed, met, excused
                )
                INSERT INTO ledger.tallies AS t (unit_id, duty_id, month, due_on, known_on, owed, met, excused)
                SELECT :unit, duty_id, month, due_on, known_on, sum(owed), sum(met), sum(excused)
                FROM taken
                GROUP BY duty_id, month, due_on, known_on
                ORDER BY duty_id, month, due_on, known_on
                ON CONFLICT (unit_id, duty_id, month, due_on, known_on) DO UPDATE
                SET owed = t.owed + excluded.owed, met = t.met + excluded.met, excused = t.excused + excluded.excused
                """).run();
    }
}
