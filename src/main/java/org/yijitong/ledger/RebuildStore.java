package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Compares what is kept along with what follows from the facts, and makes it so. */
@Component
class RebuildStore {
    /** Some differences {@code off} of obligations, with what they are about. */
    private static final String SHOWN_OF_OBLIGATIONS = """
            , shown AS (
                SELECT o.duty_id, o.organization_id, o.period_from, s.expected, s.kept
                FROM (SELECT * FROM off LIMIT :shown) s
                JOIN ledger.obligations o ON o.unit_id = :unit AND o.obligation_id = s.obligation_id
            )
            """;

    /** How many differences there are, and those shown with their names. */
    private static final String NAMED = """
            SELECT (SELECT count(*)::int FROM off) AS total, coalesce(n.short_name, n.name, '') AS organization,
                   d.mechanism, s.period_from, s.expected, s.kept
            FROM shown s
            JOIN mechanism.v_duty_names d ON d.duty_id = s.duty_id
            LEFT JOIN LATERAL (SELECT v.name, v.short_name FROM organization.v_organizations v
                WHERE v.unit_id = :unit AND v.organization_id = s.organization_id
                ORDER BY v.valid_to DESC LIMIT 1) n ON true
            """;

    private final Db db;

    RebuildStore(Db db) {
        this.db = db;
    }

    /** A unit by its root, with its name. */
    record Named(UnitId unitId, String name) {}

    List<Named> units() {
        return db.global("""
                SELECT unit_id, name FROM organization.v_unit_heads ORDER BY code, unit_id
                """).list(Named.class);
    }

    /** The last day on which periods were opened; none before anything was. */
    @Nullable
    LocalDate openedTo(UnitId unit) {
        return db.in(unit, """
                SELECT opened_to FROM ledger.books WHERE unit_id = :unit
                """).first(LocalDate.class).orElse(null);
    }

    /** How many facts an organization told. */
    record Told(UUID organizationId, int facts) {}

    List<Told> told(UnitId unit) {
        return db.in(unit, """
                SELECT organization_id, count(*)::int AS facts
                FROM ledger.facts WHERE unit_id = :unit
                GROUP BY organization_id ORDER BY organization_id
                """).list(Told.class);
    }

    /**
     * Something kept that does not follow.
     *
     * @param total how many there are in all
     */
    record Off(
            int total,
            String organization,
            String mechanism,
            LocalDate periodFrom,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal kept) {}

    List<Off> obligations(UnitId unit, LocalDate openedTo, int shown) {
        return db.in(unit, """
                        WITH off AS MATERIALIZED (SELECT * FROM ledger.off_obligations(:unit, :to)), shown AS (
                            SELECT duty_id, organization_id, period_from, (obligation_id IS NULL)::int::numeric AS expected,
                                   (obligation_id IS NOT NULL)::int::numeric AS kept
                            FROM off LIMIT :shown
                        )
                        """ + NAMED)
                .bind("to", openedTo)
                .bind("shown", shown)
                .list(Off.class);
    }

    List<Off> contributions(UnitId unit, Collection<UUID> organizations, int shown) {
        return db.in(unit, """
                        WITH off AS MATERIALIZED (SELECT * FROM ledger.off_contributions(:unit, :organizations::uuid[]))
                        """ + SHOWN_OF_OBLIGATIONS + NAMED)
                .bind("organizations", organizations)
                .bind("shown", shown)
                .list(Off.class);
    }

    List<Off> standings(UnitId unit, int shown) {
        return db.in(unit, """
                        WITH off AS MATERIALIZED (SELECT * FROM ledger.off_standings(:unit))
                        """ + SHOWN_OF_OBLIGATIONS + NAMED)
                .bind("shown", shown)
                .list(Off.class);
    }

    int tallies(UnitId unit) {
        return db.in(unit, "SELECT count(*)::int FROM ledger.off_tallies(:unit)")
                .one(Integer.class);
    }

    /** Writes down what counts and was missing, takes back what was kept and does not count. */
    int mendContributions(UnitId unit, Collection<UUID> organizations, Instant now) {
        return db.in(unit, """
                        INSERT INTO ledger.contributions (unit_id, obligation_id, fact_id, duty_version_id, taken_back,
                            amount, recorded_at)
                        SELECT :unit, obligation_id, fact_id, duty_version_id, expected IS NULL,
                               coalesce(expected, -kept), coalesce(recorded_at, :now)
                        FROM ledger.off_contributions(:unit, :organizations::uuid[])
                        WHERE expected IS NULL OR kept IS NULL
                        ON CONFLICT DO NOTHING
                        """)
                .bind("organizations", organizations)
                .bind("now", now)
                .run();
    }

    /** Lets each standing be what is kept as counting. */
    void mendStandings(UnitId unit) {
        db.in(unit, """
                WITH off AS MATERIALIZED (SELECT * FROM ledger.off_standings(:unit)), gone AS (
                    DELETE FROM ledger.standings s USING off
                    WHERE s.unit_id = :unit AND s.obligation_id = off.obligation_id AND off.expected IS NULL
                )
                INSERT INTO ledger.standings (unit_id, obligation_id, done, excused)
                SELECT :unit, obligation_id, expected, excused FROM off WHERE expected IS NOT NULL
                ON CONFLICT (unit_id, obligation_id) DO UPDATE SET done = excluded.done, excused = excluded.excused
                """).run();
    }

    void mendTallies(UnitId unit) {
        db.in(unit, """
                INSERT INTO ledger.tally_changes (unit_id, duty_id, month, due_on, known_on, owed, met, excused)
                SELECT :unit, duty_id, month, due_on, known_on, owed, met, excused FROM ledger.off_tallies(:unit)
                """).run();
    }
}
