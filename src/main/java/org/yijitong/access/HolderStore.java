package org.yijitong.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over who of a roster holds which account. */
@Component
class HolderStore {
    private final Db db;

    HolderStore(Db db) {
        this.db = db;
    }

    /** The person, by the entry that is left where two entries of the person were joined. */
    Optional<PersonId> person(UnitId unit, UUID account) {
        return db.byKey(unit, """
                        SELECT person_id FROM access.self(:unit, :account)
                        """).bind("account", account).first(PersonId.class);
    }

    /** Every entry of the roster that stands for the holder of an account, those joined into another included. */
    List<UUID> entries(UnitId unit, UUID account) {
        return db.in(unit, """
                        WITH RECURSIVE latest AS (
                            SELECT person_id FROM access.holders
                            WHERE unit_id = :unit AND account_id = :account
                            ORDER BY recorded_at DESC LIMIT 1
                        ), remaining AS (
                            SELECT person_id FROM latest WHERE person_id IS NOT NULL
                            UNION
                            SELECT m.merged_into FROM remaining r
                            JOIN organization.v_mergers m ON m.unit_id = :unit AND m.person_id = r.person_id
                        ), entry AS (
                            SELECT person_id FROM remaining
                            UNION
                            SELECT m.person_id FROM entry e
                            JOIN organization.v_mergers m ON m.unit_id = :unit AND m.merged_into = e.person_id
                        )
                        SELECT person_id FROM entry LIMIT 100
                        """).bind("account", account).list(UUID.class);
    }

    /** An account and who holds it. */
    record Held(UUID accountId, UUID personId) {}

    /** Who of some people holds an account of the unit. */
    Set<PersonId> having(UnitId unit, Collection<PersonId> people) {
        return Set.copyOf(db.in(unit, """
                        SELECT DISTINCT person_id FROM (
                            SELECT DISTINCT ON (account_id) account_id, person_id FROM access.holders
                            WHERE unit_id = :unit ORDER BY account_id, recorded_at DESC) AS latest
                        WHERE person_id = ANY(:people::uuid[])
                        """).bind("people", people).list(PersonId.class));
    }

    void addAll(Scope scope, List<Held> held, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO access.holders (unit_id, account_id, recorded_at, person_id, said_by)
                        SELECT :unit, account_id, :now, person_id, :by
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(account_id uuid, person_id uuid)
                        """)
                .rows("rows", held)
                .bind("now", now)
                .bind("by", scope.account())
                .run();
    }

    void add(Scope scope, UUID account, @Nullable PersonId person, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO access.holders (unit_id, account_id, recorded_at, person_id, said_by)
                        VALUES (:unit, :account, :now, :person::uuid, :by)
                        """)
                .bind("account", account)
                .bind("now", now)
                .bind("person", person)
                .bind("by", scope.account())
                .run();
    }
}
