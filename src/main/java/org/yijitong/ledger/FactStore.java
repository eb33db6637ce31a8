package org.yijitong.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** Facts as told, and what was taken back. */
@Component
class FactStore {
    private static final String RESTATE = """
            WITH told AS (
                SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS r(fact_id uuid, source_id uuid,
                    kind text, organization_id uuid, happened_on date, fields jsonb, people uuid[])
            ), standing AS (
                SELECT f.fact_id, f.source_id, f.kind, f.organization_id, f.happened_on, f.fields,
                    ARRAY(SELECT p.person_id FROM ledger.fact_people p
                          WHERE p.unit_id = :unit AND p.fact_id = f.fact_id) AS people
                FROM ledger.facts f
                WHERE f.unit_id = :unit AND f.source_kind = :sourceKind AND f.source_id = ANY(:sources::uuid[])
                  AND NOT EXISTS (SELECT FROM ledger.retractions r
                      WHERE r.unit_id = :unit AND r.fact_id = f.fact_id)
            ), kept AS (
                SELECT s.fact_id, t.fact_id AS told_id
                FROM standing s
                JOIN told t ON (t.source_id, t.kind, t.organization_id, t.happened_on, t.fields)
                    = (s.source_id, s.kind, s.organization_id, s.happened_on, s.fields)
                  AND t.people @> s.people AND s.people @> t.people
            ), gone AS (
                INSERT INTO ledger.retractions (unit_id, fact_id, recorded_at)
                SELECT :unit, fact_id, :now FROM standing
                WHERE fact_id NOT IN (SELECT fact_id FROM kept)
                RETURNING fact_id
            ), come AS (
                INSERT INTO ledger.facts (unit_id, fact_id, organization_id, kind, happened_on,
                    recorded_at, source_kind, source_id, fields)
                SELECT :unit, fact_id, organization_id, kind, happened_on, :now, :sourceKind, source_id,
                       fields
                FROM told WHERE fact_id NOT IN (SELECT told_id FROM kept)
                RETURNING fact_id
            ), people AS (
                INSERT INTO ledger.fact_people (unit_id, fact_id, person_id)
                SELECT :unit, t.fact_id, person
                FROM told t CROSS JOIN unnest(t.people) AS person
                WHERE t.fact_id NOT IN (SELECT told_id FROM kept)
            )
            SELECT fact_id, true AS gone FROM gone UNION ALL SELECT fact_id, false FROM come
            """;

    private final Db db;
    private final Uuid7 ids;

    FactStore(Db db, Uuid7 ids) {
        this.db = db;
        this.ids = ids;
    }

    /** A fact that came or went. */
    record Changed(UUID factId, boolean gone) {}

    private record Row(
            UUID factId,
            UUID sourceId,
            String kind,
            OrganizationId organizationId,
            LocalDate happenedOn,
            Map<String, Object> fields,
            Collection<PersonId> people) {}

    /** Makes what stands of sources equal to what they say: retracts what is no longer said, adds what is new. */
    List<Changed> restate(UnitId unit, String kind, Map<UUID, List<Fact>> said, Instant now) {
        List<Row> rows = said.entrySet().stream()
                .flatMap(source -> source.getValue().stream().map(fact -> row(source.getKey(), fact)))
                .toList();
        return (said.size() == 1 ? db.byKey(unit, RESTATE) : db.in(unit, RESTATE))
                .rows("rows", rows)
                .bind("now", now)
                .bind("sourceKind", kind)
                .bind("sources", said.keySet())
                .list(Changed.class);
    }

    private Row row(UUID source, Fact fact) {
        return new Row(ids.next(), source, fact.kind(), fact.organization(), fact.day(), fact.fields(), fact.people());
    }
}
