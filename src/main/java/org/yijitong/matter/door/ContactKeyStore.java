package org.yijitong.matter.door;

import java.util.List;
import java.util.UUID;
import org.yijitong.shared.Db;

/** Names and telephones of those who asked, of every unit, as the owner of the tables sees them. */
class ContactKeyStore {
    private final Db db;

    ContactKeyStore(Db db) {
        this.db = db;
    }

    /** A sealed contact, as hexadecimal. */
    record Kept(UUID unitId, UUID matterId, String sealed) {}

    List<Kept> after(UUID unit, UUID matter, int most) {
        return db.global("""
                        SELECT unit_id, matter_id, encode(sealed, 'hex') AS sealed FROM matter.askers
                        WHERE sealed IS NOT NULL AND (unit_id, matter_id) > (:unit, :matter)
                        ORDER BY unit_id, matter_id LIMIT :most
                        """)
                .bind("unit", unit)
                .bind("matter", matter)
                .bind("most", most)
                .list(Kept.class);
    }

    void put(List<Kept> contacts) {
        db.global("""
                UPDATE matter.askers a SET sealed = decode(r.sealed, 'hex')
                FROM jsonb_to_recordset(:rows::jsonb) AS r(unit_id uuid, matter_id uuid, sealed text)
                WHERE a.unit_id = r.unit_id AND a.matter_id = r.matter_id
                """).rows("rows", contacts).run();
    }
}
