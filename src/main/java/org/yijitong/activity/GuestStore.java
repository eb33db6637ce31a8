package org.yijitong.activity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Sides that confirm for themselves. */
@Component
class GuestStore {
    private final Db db;

    GuestStore(Db db) {
        this.db = db;
    }

    record UnitRow(UnitId unitId, String name) {}

    /** Units are definitions and belong to no unit. */
    List<UnitRow> units() {
        return db.global("""
                        SELECT unit_id, name FROM organization.v_unit_heads ORDER BY name, unit_id LIMIT 500
                        """).list(UnitRow.class);
    }
}
