package org.yijitong.matter.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.Act;
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

    /** What came through the door last: nothing that the product keeps tells, but the database numbers transactions. */
    UUID newest(UnitId unit) {
        return db.global("""
                        SELECT matter_id FROM matter.receipts WHERE unit_id = :which ORDER BY age(xmin) LIMIT 1
                        """).bind("which", unit).one(UUID.class);
    }

    /** What tells more of a moment than a day: of a matter, of what was said by whoever raised it, of the log of that. */
    List<String> moments(UnitId unit, UUID matter) {
        return db.in(unit, """
                        WITH told AS (
                            SELECT 'matter' AS what, m.recorded_at AS at, m.matter_id AS id FROM matter.matters m
                            WHERE m.unit_id = :unit AND m.matter_id = :matter
                            UNION ALL
                            SELECT 'event ' || e.place, e.recorded_at, e.matter_id FROM matter.events e
                            WHERE e.unit_id = :unit AND e.matter_id = :matter AND e.account_id = :caller
                            UNION ALL
                            SELECT 'asker', a.recorded_at, a.matter_id FROM matter.askers a
                            WHERE a.unit_id = :unit AND a.matter_id = :matter
                            UNION ALL
                            SELECT 'receipt', r.recorded_at, r.matter_id FROM matter.receipts r
                            WHERE r.unit_id = :unit AND r.matter_id = :matter
                            UNION ALL
                            SELECT 'log ' || l.action, l.recorded_at, l.entry_id FROM audit.entries l
                            WHERE l.unit_id = :unit AND l.subject_id = :matter AND l.account_id = :caller
                            UNION ALL
                            SELECT 'once', o.recorded_at, o.location::uuid FROM shared.once_keys o
                            WHERE o.unit_id = :unit AND o.account_id = :caller AND o.location = :matter::uuid::text
                        )
                        SELECT what || ' ' || at || ' ' || id FROM told
                        WHERE at <> date_trunc('day', at AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'
                           OR to_timestamp(('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
                               / 1000.0) <> at
                        UNION ALL
                        SELECT 'looked at ' || count(*) FROM told
                        """)
                .bind("matter", matter)
                .bind("caller", Act.CALLER)
                .list(String.class);
    }

    int revealed(UnitId unit) {
        return db.in(unit, """
                        SELECT count(*)::int FROM audit.entries
                        WHERE unit_id = :unit AND action = 'matter.contactRevealed'
                        """).one(Integer.class);
    }

    /** How often whom a matter is about has opened it. */
    int read(UnitId unit, UUID matter) {
        return db.in(unit, """
                        SELECT count(*)::int FROM audit.entries
                        WHERE unit_id = :unit AND action = 'matter.readByConcerned' AND subject_id = :matter
                        """).bind("matter", matter).one(Integer.class);
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
    List<String> attempts() {
        return db.global("""
                        SELECT CASE WHEN extract(epoch FROM attempted_at)::numeric % 300 = 0 THEN 't' ELSE 'f' END
                            || ' ' || substr(attempt_id::text, 15, 1)
                        FROM matter.door_attempts LIMIT 1000
                        """).list(String.class);
    }
}
