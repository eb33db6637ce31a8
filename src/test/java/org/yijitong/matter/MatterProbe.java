package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** Looks at what no verb of the product says, and says who holds an account that nobody opened. */
@TestComponent
@Transactional
class MatterProbe {
    private final Db db;

    MatterProbe(Db db) {
        this.db = db;
    }

    /** What the ledger holds of a matter: whose, when and what. */
    record Told(UUID organizationId, LocalDate happenedOn, String fields) {}

    void holds(Scope scope, PersonId person) {
        db.in(scope.unit(), """
                        INSERT INTO access.holders (unit_id, account_id, recorded_at, person_id, said_by)
                        VALUES (:unit, :account, :at, :person, :account)
                        """)
                .bind("account", scope.account())
                .bind("at", Instant.EPOCH)
                .bind("person", person)
                .run();
    }

    List<Told> told(Scope scope, MatterId matter) {
        return db.in(scope.unit(), """
                        SELECT organization_id, happened_on, fields::text AS fields FROM ledger.facts f
                        WHERE f.unit_id = :unit AND f.source_kind = 'matter' AND f.source_id = :matter
                          AND NOT EXISTS (SELECT FROM ledger.retractions r
                              WHERE r.unit_id = :unit AND r.fact_id = f.fact_id)
                        """).bind("matter", matter).list(Told.class);
    }

    /** How many matters of a unit were spoken of, and how many days a digest was put together. */
    int reminded(Scope scope) {
        return db.in(scope.unit(), """
                        SELECT ((SELECT count(*) FROM matter.reminders WHERE unit_id = :unit)
                            + (SELECT count(*) FROM notice.digests WHERE unit_id = :unit))::int
                        """).one(Integer.class);
    }

    /** Open matters of a unit that nobody has, or whose owner is not there on a day. */
    List<UUID> lost(Scope scope, LocalDate day) {
        return db.in(scope.unit(), """
                        SELECT m.matter_id FROM matter.matters m
                        WHERE m.unit_id = :unit AND (m.open OR m.due_on IS NOT NULL)
                          AND (m.owner_id IS NULL OR m.due_on IS NULL OR NOT EXISTS (
                              SELECT FROM organization.v_organizations o
                              WHERE o.unit_id = :unit AND o.organization_id = m.owner_id
                                AND o.valid_from <= :day AND o.valid_to > :day))
                        """).bind("day", day).list(UUID.class);
    }

    /** As if a matter had come through the door. */
    void raised(Scope scope, MatterId matter) {
        db.in(scope.unit(), """
                        INSERT INTO matter.askers (unit_id, matter_id, recorded_at) VALUES (:unit, :matter, :at)
                        """)
                .bind("matter", matter)
                .bind("at", Instant.EPOCH)
                .run();
    }
}
