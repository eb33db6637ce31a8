package org.yijitong.matter.web;

import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Looks at what the door keeps. */
@TestComponent
@Transactional
class DoorProbe {
    private final Db db;

    DoorProbe(Db db) {
        this.db = db;
    }

    UUID newest(UnitId unit) {
        return db.in(unit, """
                        SELECT matter_id FROM matter.matters WHERE unit_id = :unit ORDER BY matter_id DESC LIMIT 1
                        """).one(UUID.class);
    }

    int revealed(UnitId unit) {
        return db.in(unit, """
                        SELECT count(*)::int FROM audit.entries
                        WHERE unit_id = :unit AND action = 'matter.contactRevealed'
                        """).one(Integer.class);
    }

    /** All that is kept of those who asked, as a reader of the database sees it. */
    String kept(UnitId unit) {
        return db.in(unit, """
                        SELECT string_agg(row_to_json(a)::text, ' ') || coalesce((
                            SELECT string_agg(row_to_json(e)::text, ' ') FROM matter.events e WHERE e.unit_id = :unit), '')
                        FROM matter.askers a WHERE a.unit_id = :unit
                        """).one(String.class);
    }

    void holds(UnitId unit, UUID account, PersonId person) {
        db.in(unit, """
                        INSERT INTO access.holders (unit_id, account_id, recorded_at, person_id, said_by)
                        VALUES (:unit, :account, :at, :person, :account)
                        """)
                .bind("account", account)
                .bind("at", Instant.EPOCH)
                .bind("person", person)
                .run();
    }

    /** Of each attempt whether its moment is a whole five minutes, and the version of its key: 4 is random. */
    java.util.List<String> attempts() {
        return db.global("""
                        SELECT CASE WHEN extract(epoch FROM attempted_at)::numeric % 300 = 0 THEN 't' ELSE 'f' END
                            || ' ' || substr(attempt_id::text, 15, 1)
                        FROM matter.door_attempts LIMIT 1000
                        """).list(String.class);
    }
}
