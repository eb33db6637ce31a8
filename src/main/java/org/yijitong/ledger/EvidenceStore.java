package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Which facts counted for what, and which did not. */
@Component
class EvidenceStore {
    private final Db db;

    EvidenceStore(Db db) {
        this.db = db;
    }

    /** A contribution that stands, with its fact and its obligation. */
    record Counting(
            UUID sourceId,
            UUID dutyVersionId,
            OrganizationId organizationId,
            @Nullable PersonId personId,
            LocalDate periodFrom,
            LocalDate periodTo,
            BigDecimal amount,
            BigDecimal done,
            BigDecimal need,
            String fields) {}

    /** What stands of what some sources told. */
    List<Counting> ofSources(UnitId unit, String kind, Collection<UUID> sources) {
        return db.in(unit, """
                        SELECT f.source_id, c.duty_version_id, f.organization_id, o.person_id, o.period_from,
                               o.period_to, c.amount, s.done, o.need, f.fields::text AS fields
                        FROM ledger.facts f
                        JOIN ledger.contributions c ON c.unit_id = :unit AND c.fact_id = f.fact_id
                            AND NOT c.taken_back
                        JOIN ledger.obligations o ON o.unit_id = :unit AND o.obligation_id = c.obligation_id
                        JOIN ledger.standings s ON s.unit_id = :unit AND s.obligation_id = o.obligation_id
                        WHERE f.unit_id = :unit AND f.source_kind = :kind AND f.source_id = ANY(:sources::uuid[])
                          AND NOT EXISTS (SELECT FROM ledger.contributions b
                              WHERE b.unit_id = :unit AND b.obligation_id = c.obligation_id
                                AND b.fact_id = c.fact_id AND b.duty_version_id = c.duty_version_id AND b.taken_back)
                        LIMIT 100000
                        """).bind("kind", kind).bind("sources", sources).list(Counting.class);
    }

    Receipts.Sum sum(UnitId unit, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        WITH told AS (
                            SELECT f.fact_id, f.source_id FROM ledger.facts f
                            WHERE f.unit_id = :unit AND f.organization_id = ANY(:organizations::uuid[])
                              AND f.happened_on BETWEEN :first AND :last
                              AND NOT EXISTS (SELECT FROM ledger.retractions r
                                  WHERE r.unit_id = :unit AND r.fact_id = f.fact_id)
                        ), counted AS (
                            SELECT DISTINCT t.source_id, o.duty_id, o.organization_id, o.period_from
                            FROM told t
                            JOIN ledger.contributions c ON c.unit_id = :unit AND c.fact_id = t.fact_id
                            JOIN ledger.obligations o ON o.unit_id = :unit AND o.obligation_id = c.obligation_id
                            WHERE NOT c.taken_back
                              AND NOT EXISTS (SELECT FROM ledger.contributions b
                                  WHERE b.unit_id = :unit AND b.obligation_id = c.obligation_id
                                    AND b.fact_id = c.fact_id AND b.duty_version_id = c.duty_version_id
                                    AND b.taken_back)
                        )
                        SELECT (SELECT count(DISTINCT source_id) FROM told)::int AS sources,
                               (SELECT count(*) FROM counted)::int AS counted
                        """)
                .bind("organizations", organizations)
                .bind("first", first)
                .bind("last", last)
                .one(Receipts.Sum.class);
    }

    /** A fact of a bearer. */
    record Told(
            UUID factId, String sourceKind, UUID sourceId, LocalDate happenedOn, Instant recordedAt, String fields) {}

    /** The facts of a kind that a bearer has in a period and that nobody retracted, the latest first. */
    List<Told> inPeriod(UnitId unit, String kind, OrganizationId organization, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        SELECT f.fact_id, f.source_kind, f.source_id, f.happened_on, f.recorded_at,
                               f.fields::text AS fields
                        FROM ledger.facts f
                        WHERE f.unit_id = :unit AND f.organization_id = :organization AND f.kind = :kind
                          AND f.happened_on BETWEEN :first AND :last
                          AND NOT EXISTS (SELECT FROM ledger.retractions r
                              WHERE r.unit_id = :unit AND r.fact_id = f.fact_id)
                        ORDER BY f.happened_on DESC, f.fact_id DESC
                        LIMIT 200
                        """)
                .bind("kind", kind)
                .bind("organization", organization)
                .bind("first", first)
                .bind("last", last)
                .list(Told.class);
    }

    /** A fact that counted for an obligation, or did until it was taken back. */
    record Line(
            UUID factId,
            String sourceKind,
            UUID sourceId,
            UUID dutyVersionId,
            LocalDate happenedOn,
            BigDecimal amount,
            Instant recordedAt,
            @Nullable Instant takenBackAt,
            String fields) {}

    /** Everything that ever counted for an obligation. */
    List<Line> of(UnitId unit, UUID obligation) {
        return db.in(unit, """
                        SELECT f.fact_id, f.source_kind, f.source_id, c.duty_version_id, f.happened_on, c.amount,
                               c.recorded_at, b.recorded_at AS taken_back_at, f.fields::text AS fields
                        FROM ledger.contributions c
                        JOIN ledger.facts f ON f.unit_id = :unit AND f.fact_id = c.fact_id
                        LEFT JOIN ledger.contributions b ON b.unit_id = :unit AND b.obligation_id = c.obligation_id
                            AND b.fact_id = c.fact_id AND b.duty_version_id = c.duty_version_id AND b.taken_back
                        WHERE c.unit_id = :unit AND c.obligation_id = :obligation AND NOT c.taken_back
                        ORDER BY f.happened_on, f.fact_id
                        LIMIT 500
                        """).bind("obligation", obligation).list(Line.class);
    }

    /** What an obligation was counted from. */
    record Behind(UUID obligationId, String sourceKind, UUID sourceId) {}

    /** From what some obligations were counted as known at a moment, the first few of each in the order of days. */
    List<Behind> behind(UnitId unit, Collection<UUID> obligations, Instant known, int most) {
        return db.in(unit, """
                        SELECT obligation_id, source_kind, source_id
                        FROM (SELECT c.obligation_id, f.source_kind, f.source_id, f.happened_on,
                                     row_number() OVER (PARTITION BY c.obligation_id
                                         ORDER BY f.happened_on, f.fact_id) AS place
                              FROM ledger.contributions c
                              JOIN ledger.facts f ON f.unit_id = :unit AND f.fact_id = c.fact_id
                              WHERE c.unit_id = :unit AND c.obligation_id = ANY(:obligations::uuid[])
                                AND NOT c.taken_back AND c.recorded_at < :known
                                AND NOT EXISTS (SELECT FROM ledger.contributions b
                                    WHERE b.unit_id = :unit AND b.obligation_id = c.obligation_id
                                      AND b.fact_id = c.fact_id AND b.duty_version_id = c.duty_version_id
                                      AND b.taken_back AND b.recorded_at < :known)) AS counted
                        WHERE place <= :most
                        ORDER BY obligation_id, place
                        """)
                .bind("obligations", obligations)
                .bind("known", known)
                .bind("most", most)
                .list(Behind.class);
    }
}
