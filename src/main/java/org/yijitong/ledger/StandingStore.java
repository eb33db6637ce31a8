package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** What is owed and how it stands: now from the cache, or as it was known at a moment from what was written down. */
@Component
class StandingStore {
    private final Db db;

    StandingStore(Db db) {
        this.db = db;
    }

    /** An obligation and what is done of it. */
    record Row(
            UUID obligationId,
            UUID dutyId,
            UUID dutyVersionId,
            OrganizationId organizationId,
            @Nullable PersonId personId,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate dueOn,
            LocalDate knownOn,
            BigDecimal need,
            BigDecimal done,
            boolean excused) {}

    /** What organizations and people owe for periods in which a day lies. */
    List<Row> on(UnitId unit, Collection<OrganizationId> organizations, Collection<PersonId> people, LocalDate day) {
        return db.in(unit, """
                        SELECT o.obligation_id, o.duty_id, o.duty_version_id, o.organization_id, o.person_id,
                               o.period_from, o.period_to, o.due_on, o.known_on, o.need, s.done, s.excused
                        FROM ledger.obligations o
                        JOIN ledger.standings s ON s.unit_id = :unit AND s.obligation_id = o.obligation_id
                        WHERE o.unit_id = :unit AND o.recorded_to = 'infinity'
                          AND o.period_from <= :day AND o.period_to >= :day
                          AND (o.person_id IS NULL AND o.organization_id = ANY(:organizations::uuid[])
                               OR o.person_id = ANY(:people::uuid[]))
                        """)
                .bind("organizations", organizations)
                .bind("people", people)
                .bind("day", day)
                .list(Row.class);
    }

    /** What organizations themselves owe for periods that end between two days, as it stands now. */
    List<Row> between(UnitId unit, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        SELECT o.obligation_id, o.duty_id, o.duty_version_id, o.organization_id, o.person_id,
                               o.period_from, o.period_to, o.due_on, o.known_on, o.need, s.done, s.excused
                        FROM ledger.obligations o
                        JOIN ledger.standings s ON s.unit_id = :unit AND s.obligation_id = o.obligation_id
                        WHERE o.unit_id = :unit AND o.recorded_to = 'infinity' AND o.person_id IS NULL
                          AND o.organization_id = ANY(:organizations::uuid[])
                          AND o.period_to BETWEEN :first AND :last
                        ORDER BY o.due_on, o.period_from, o.obligation_id
                        LIMIT 100000
                        """)
                .bind("organizations", organizations)
                .bind("first", first)
                .bind("last", last)
                .list(Row.class);
    }

    /** The same as it was known at a moment: which obligations were held then, what had counted, what was excused. */
    List<Row> known(
            UnitId unit, Collection<OrganizationId> organizations, LocalDate first, LocalDate last, Instant known) {
        return db.in(unit, """
                        SELECT obligation_id, duty_id, duty_version_id, organization_id, person_id,
                               period_from, period_to, due_on, known_on, need, done, excused
                        FROM ledger.known(:unit, :organizations::uuid[], :first, :last, :known)
                        WHERE person_id IS NULL
                        ORDER BY due_on, period_from, obligation_id
                        LIMIT 100000
                        """)
                .bind("organizations", organizations)
                .bind("first", first)
                .bind("last", last)
                .bind("known", known)
                .list(Row.class);
    }

    /** What organizations themselves will owe for periods that begin between two days to come, as everything stands now. */
    List<Coming> coming(UnitId unit, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        SELECT o.duty_version_id, o.organization_id, o.period_from, o.period_to, o.due_on, o.need
                        FROM ledger.owed(:unit, :first, :last) o
                        WHERE o.person_id IS NULL AND o.organization_id = ANY(:organizations::uuid[])
                        ORDER BY o.due_on, o.period_from, o.duty_id, o.organization_id
                        LIMIT 100000
                        """)
                .bind("organizations", organizations)
                .bind("first", first)
                .bind("last", last)
                .list(Coming.class);
    }

    /** One obligation as it stands now, if the scope reaches its bearer. */
    Optional<Row> one(Scope scope, UUID obligation, LocalDate today) {
        return db.in(scope.unit(), """
                        SELECT o.obligation_id, o.duty_id, o.duty_version_id, o.organization_id, o.person_id,
                               o.period_from, o.period_to, o.due_on, o.known_on, o.need, s.done, s.excused
                        FROM ledger.obligations o
                        JOIN ledger.standings s ON s.unit_id = :unit AND s.obligation_id = o.obligation_id
                        WHERE o.unit_id = :unit AND o.obligation_id = :obligation AND o.recorded_to = 'infinity'
                          AND EXISTS (SELECT FROM organization.reach(:unit, :top, :today) r
                              WHERE r.organization_id = o.organization_id)
                        """)
                .bind("obligation", obligation)
                .bind("top", scope.top())
                .bind("today", today)
                .first(Row.class);
    }

    /** Which of some organizations the scope reaches. */
    List<OrganizationId> reached(Scope scope, Collection<OrganizationId> organizations, LocalDate day) {
        return db
                .in(scope.unit(), """
                        SELECT DISTINCT organization_id FROM organization.reach(:unit, :top, :day)
                        WHERE organization_id = ANY(:organizations::uuid[])
                        """)
                .bind("top", scope.top())
                .bind("day", day)
                .bind("organizations", organizations)
                .list(UUID.class)
                .stream()
                .map(OrganizationId::new)
                .toList();
    }

    /** An organization and the groups below it on a day, the organization first. */
    List<Standings.Bearer> household(Scope scope, OrganizationId organization, LocalDate day) {
        return db.in(scope.unit(), """
                        SELECT o.organization_id, o.kind, coalesce(o.short_name, o.name) AS name
                        FROM organization.v_paths p
                        JOIN organization.v_organizations o ON o.unit_id = :unit
                            AND o.organization_id = p.descendant_id AND o.valid_from <= :day AND o.valid_to > :day
                        WHERE p.unit_id = :unit AND p.ancestor_id = :organization
                          AND p.valid_from <= :day AND p.valid_to > :day
                          AND (p.depth = 0 OR p.depth = 1 AND o.kind IN ('group', 'youth_group'))
                          AND EXISTS (SELECT FROM organization.reach(:unit, :top, :day) r
                              WHERE r.organization_id = :organization)
                        ORDER BY p.depth, o.position, o.organization_id
                        LIMIT 1000
                        """)
                .bind("organization", organization)
                .bind("top", scope.top())
                .bind("day", day)
                .list(Standings.Bearer.class);
    }
}
