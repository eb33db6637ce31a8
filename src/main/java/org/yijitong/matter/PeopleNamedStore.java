package org.yijitong.matter;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Reads what people are called. */
@Component
class PeopleNamedStore {
    private final Db db;

    PeopleNamedStore(Db db) {
        this.db = db;
    }

    /** Somebody. */
    record Named(UUID personId, String name) {}

    /** Those of some ids that are people of the unit. */
    List<Named> names(UnitId unit, Collection<UUID> ids) {
        return db.byKey(unit, """
                        SELECT person_id, name FROM organization.v_people_names
                        WHERE unit_id = :unit AND person_id = ANY(:ids::uuid[])
                        """).bind("ids", ids).list(Named.class);
    }
}
