package org.yijitong.matter.door;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.matter.MatterId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Matters by whom they are about. */
@Component
class ConcernedMatterStore {
    private final Db db;

    ConcernedMatterStore(Db db) {
        this.db = db;
    }

    List<Concerned.Line> lines(UnitId unit, Collection<UUID> entries) {
        return db.in(unit, """
                        SELECT m.matter_id, m.flow, m.title, m.begun_on, m.open
                        FROM matter.concerned c
                        JOIN matter.matters m ON m.unit_id = :unit AND m.matter_id = c.matter_id
                        WHERE c.unit_id = :unit AND c.person_id = ANY(:entries::uuid[])
                        ORDER BY m.begun_on DESC, m.matter_id DESC LIMIT 100
                        """).bind("entries", entries).list(Concerned.Line.class);
    }

    /** The topmost organization of the unit, if the matter is about one of some people. */
    Optional<UUID> root(UnitId unit, MatterId matter, Collection<UUID> entries) {
        return db.in(unit, """
                        SELECT h.root_id FROM matter.concerned c
                        JOIN organization.v_unit_heads h ON h.unit_id = :unit
                        WHERE c.unit_id = :unit AND c.matter_id = :matter AND c.person_id = ANY(:entries::uuid[])
                        """).bind("matter", matter).bind("entries", entries).first(UUID.class);
    }
}
