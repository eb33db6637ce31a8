package org.yijitong.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over grants, and those over the tree of units that say how far a grant reaches. */
@Component
class GrantStore {
    /** A grant as a row. */
    record Row(UUID accountId, UUID grantId, String role, UnitId unitId, UUID organizationId, String place) {
        /** The same post for another account. */
        Row with(UUID account, UUID grant) {
            return new Row(account, grant, role, unitId, organizationId, place);
        }
    }

    /** A grant that holds or will hold. */
    record Held(
            UUID grantId,
            String role,
            UnitId unitId,
            UUID organizationId,
            String place,
            LocalDate validFrom,
            LocalDate validTo) {
        boolean is(String otherRole, UnitId otherUnit, UUID otherOrganization) {
            return role.equals(otherRole) && unitId.equals(otherUnit) && organizationId.equals(otherOrganization);
        }

        GivenPost post() {
            return new GivenPost(
                    grantId,
                    role,
                    organizationId,
                    place,
                    validFrom,
                    validTo.equals(Days.FOREVER) ? null : validTo.minusDays(1));
        }
    }

    private final Db db;

    GrantStore(Db db) {
        this.db = db;
    }

    List<HeldGrant> list(UUID account, LocalDate today) {
        return db.global("""
                SELECT g.grant_id, g.role, g.unit_id, g.organization_id, g.place
                FROM access.grants g
                JOIN access.accounts a ON a.account_id = g.account_id
                WHERE g.account_id = :account AND g.valid_from <= :today AND g.valid_to > :today
                ORDER BY g.unit_id = a.home_unit_id DESC, g.valid_from, g.grant_id LIMIT 100
                """).bind("account", account).bind("today", today).list(HeldGrant.class);
    }

    /** What an account holds or will hold, wherever. */
    List<Held> posts(UUID account, LocalDate today) {
        return db.global("""
                SELECT grant_id, role, unit_id, organization_id, place, valid_from, valid_to FROM access.grants
                WHERE account_id = :account AND valid_to > :today
                ORDER BY valid_from, grant_id LIMIT 100
                """).bind("account", account).bind("today", today).list(Held.class);
    }

    /** Before which day the post ends by which someone acts. */
    Optional<LocalDate> end(Scope scope, String role, LocalDate today) {
        return db.global("""
                SELECT max(valid_to) FROM access.grants
                WHERE account_id = :account AND unit_id = :unit AND organization_id = :top AND role = :role
                  AND valid_from <= :today AND valid_to > :today
                HAVING count(*) > 0
                """)
                .bind("account", scope.account())
                .bind("unit", scope.unit())
                .bind("top", scope.top())
                .bind("role", role)
                .bind("today", today)
                .first(LocalDate.class);
    }

    /** @param to before which day they end */
    void add(List<Row> rows, LocalDate from, LocalDate to) {
        db.global("""
                INSERT INTO access.grants (account_id, grant_id, role, unit_id, organization_id, place, valid_from,
                    valid_to)
                SELECT account_id, grant_id, role, unit_id, organization_id, place, :from, :to
                FROM jsonb_to_recordset(:rows::jsonb) AS r (account_id uuid, grant_id uuid, role text, unit_id uuid,
                    organization_id uuid, place text)
                """).rows("rows", rows).bind("from", from).bind("to", to).run();
    }

    /**
     * Ends a grant of an account in a unit; false if there is none that lasts so long.
     *
     * @param end before which day
     */
    boolean end(UnitId unit, UUID account, UUID grant, LocalDate end) {
        return db.global("""
                        UPDATE access.grants SET valid_to = :end
                        WHERE account_id = :account AND grant_id = :grant AND unit_id = :unit AND valid_to > :end
                        """)
                        .bind("unit", unit)
                        .bind("account", account)
                        .bind("grant", grant)
                        .bind("end", end)
                        .run()
                == 1;
    }

    /** The top organization of a unit below another; nothing if it is not below it. */
    Optional<UUID> rootBelow(UnitId above, UnitId unit) {
        return db.global("""
                SELECT h.root_id
                FROM organization.v_unit_paths p
                JOIN organization.v_unit_heads h ON h.unit_id = p.unit_id
                WHERE p.unit_id = :unit AND p.ancestor_id = :above AND p.depth > 0
                """).bind("unit", unit).bind("above", above).first(UUID.class);
    }

    /** A unit by its name. */
    record Named(UnitId unitId, String name) {}

    /** The unit that looks after an account first, then those where it has or had a post; at most 20. */
    List<Named> units(UUID account) {
        return db.global("""
                SELECT h.unit_id, h.name
                FROM access.accounts a
                JOIN organization.v_unit_heads h ON h.unit_id = a.home_unit_id
                    OR h.unit_id IN (SELECT g.unit_id FROM access.grants g WHERE g.account_id = a.account_id)
                WHERE a.account_id = :account
                ORDER BY h.unit_id <> a.home_unit_id, h.code LIMIT 20
                """).bind("account", account).list(Named.class);
    }

    /** All posts that some accounts have or had, the latest first; at most 2,000. */
    List<PastPost> history(Collection<UUID> accounts) {
        return db.global("""
                SELECT account_id, role, place, valid_from, valid_to FROM access.grants
                WHERE account_id = ANY(:accounts::uuid[])
                ORDER BY valid_from DESC, grant_id LIMIT 2000
                """).bind("accounts", accounts).list(PastPost.class);
    }

    Optional<UUID> root(UnitId unit) {
        return db.global("""
                SELECT root_id FROM organization.v_unit_heads WHERE unit_id = :unit
                """).bind("unit", unit).first(UUID.class);
    }

    /** Whether somebody who has chosen a password, and is not suspended, holds one of the roles in a unit. */
    boolean holds(UnitId unit, List<String> roles, LocalDate today) {
        return db.global("""
                        SELECT EXISTS (
                            SELECT FROM access.grants g
                            JOIN access.accounts a ON a.account_id = g.account_id
                            WHERE g.unit_id = :unit AND g.role = ANY(:roles) AND g.valid_to > :today
                              AND a.password_hash IS NOT NULL AND a.disabled_at IS NULL)
                        """)
                .bind("unit", unit)
                .bind("roles", roles)
                .bind("today", today)
                .one(Boolean.class);
    }
}
