package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.organization.roster.Names;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sql;

/** Reads rosters: who belongs to what a scope reaches, in the order of pinyin, page by page. */
@Component
class RosterStore {
    private static final String POSTS = """
            ARRAY(SELECT a.post FROM organization.appointments a
                  WHERE a.unit_id = :unit AND a.person_id = m.person_id AND NOT a.deputy
                    AND a.organization_id = m.organization_id
                    AND a.recorded_to = 'infinity' AND a.valid_from <= :on AND a.valid_to > :on
                  ORDER BY a.post) AS posts
            """;
    /** The rows of a page are found first, in their order, before anything is asked about each of them. */
    private static final String FOUND = """
            WITH found AS MATERIALIZED (
            SELECT p.person_id, p.name, p.name_pinyin, p.joined_on, p.confirmed_on, p.job_title,
                   m.kind, m.states, m.organization_id, m.group_id
            """;

    private static final String SHOWN = """
            )
            SELECT m.person_id, m.name, m.name_pinyin, m.kind, m.states, m.organization_id,
                   coalesce(o.short_name, o.name, '') AS organization_name,
                   m.group_id, coalesce(g.short_name, g.name) AS group_name,
                   m.joined_on, m.confirmed_on, m.job_title,
            """;
    private static final String WRITTEN = """
            SELECT p.person_id, p.name, p.sex, p.ethnicity, p.native_place, p.birth_date, p.joined_on, p.confirmed_on,
                   p.work_started_on, p.education, p.phone, p.office_phone, p.job_title, p.note,
                   m.kind, m.states, coalesce(o.name, '') AS organization_name,
                   coalesce(g.short_name, g.name) AS group_name,
            """;
    private static final String COUNTED = "SELECT count(*)::int FROM (SELECT 1\n";
    private static final String PEOPLE = """
            FROM organization.people p
            JOIN organization.memberships m ON m.unit_id = :unit AND m.person_id = p.person_id AND m.sphere = 'party'
             AND m.valid_from <= :on AND m.valid_to > :on AND HELD
            """;
    private static final String PLACES = """
            LEFT JOIN organization.organization_versions o ON o.unit_id = :unit AND o.organization_id = m.organization_id
             AND o.recorded_to = 'infinity' AND o.valid_from <= :on AND o.valid_to > :on
            LEFT JOIN organization.organization_versions g ON g.unit_id = :unit AND g.organization_id = m.group_id
             AND g.recorded_to = 'infinity' AND g.valid_from <= :on AND g.valid_to > :on
            """;
    private static final String REACHED = """
            WHERE p.unit_id = :unit AND p.merged_into IS NULL AND p.removed_at IS NULL
              AND m.organization_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
            """;
    private static final String HELD_NOW = "m.recorded_to = 'infinity'";
    private static final String HELD_THEN = "m.recorded_from < :known AND m.recorded_to >= :known";
    private static final String ORGANIZATION =
            "  AND (m.organization_id = :organization OR m.group_id = :organization)\n";
    private static final String KIND = "  AND m.kind = :kind\n";
    private static final String STATE = "  AND :state = ANY(m.states)\n";
    private static final String TOKENS = """
              AND p.person_id IN (
                  SELECT t.person_id FROM organization.people_tokens t
                  WHERE t.unit_id = :unit AND t.token = ANY(:tokens)
                  GROUP BY t.person_id HAVING count(*) = :pieces)
            """;
    private static final String AFTER = "  AND (p.name_pinyin COLLATE \"C\", p.person_id) > (:pinyin, :after::uuid)\n";
    private static final String ONE = "  AND p.person_id = :person\n";
    private static final String ORDER = "ORDER BY p.name_pinyin COLLATE \"C\", p.person_id\nLIMIT :limit\n";

    private final Db db;
    private final Days days;

    RosterStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    List<RosterRow> page(Scope scope, RosterFilter filter, AsOf asOf, RosterPlace after, int limit) {
        String statement = FOUND
                + PEOPLE.replace("HELD", isNow(asOf) ? HELD_NOW : HELD_THEN)
                + REACHED
                + (filter.organization() == null ? "" : ORGANIZATION)
                + (filter.kind() == null ? "" : KIND)
                + (filter.state() == null ? "" : STATE)
                + (filter.query().isBlank() ? "" : TOKENS)
                + (after.isStart() ? "" : AFTER)
                + ORDER
                + SHOWN
                + POSTS
                + "FROM found m\n"
                + PLACES
                + "ORDER BY m.name_pinyin COLLATE \"C\", m.person_id\n";
        return bound(db.in(scope.unit(), statement), scope, filter, asOf)
                .bind("limit", limit)
                .bind("pinyin", after.pinyin())
                .bind("after", after.person())
                .list(RosterRow.class);
    }

    /** One person's row of the present roster. */
    Optional<RosterRow> row(Scope scope, PersonId person, AsOf asOf) {
        String statement = FOUND
                + PEOPLE.replace("HELD", isNow(asOf) ? HELD_NOW : HELD_THEN)
                + REACHED
                + ONE
                + SHOWN
                + POSTS
                + "FROM found m\n"
                + PLACES;
        return bound(db.in(scope.unit(), statement), scope, RosterFilter.EVERYONE, asOf)
                .bind("person", person)
                .first(RosterRow.class);
    }

    /** How many the filter finds; counting stops at {@code most}. */
    int count(Scope scope, RosterFilter filter, AsOf asOf, int most) {
        String statement = COUNTED
                + PEOPLE.replace("HELD", isNow(asOf) ? HELD_NOW : HELD_THEN)
                + REACHED
                + (filter.organization() == null ? "" : ORGANIZATION)
                + (filter.kind() == null ? "" : KIND)
                + (filter.state() == null ? "" : STATE)
                + (filter.query().isBlank() ? "" : TOKENS)
                + "LIMIT :most) AS found\n";
        return bound(db.in(scope.unit(), statement), scope, filter, asOf)
                .bind("most", most)
                .one(Integer.class);
    }

    /** All that the filter finds, with everything that is written into a workbook; to be closed. */
    Stream<RosterEntry> everything(Scope scope, RosterFilter filter, AsOf asOf, int most) {
        String statement = WRITTEN
                + POSTS
                + PEOPLE.replace("HELD", isNow(asOf) ? HELD_NOW : HELD_THEN)
                + PLACES
                + REACHED
                + (filter.organization() == null ? "" : ORGANIZATION)
                + (filter.kind() == null ? "" : KIND)
                + (filter.state() == null ? "" : STATE)
                + (filter.query().isBlank() ? "" : TOKENS)
                + ORDER;
        return bound(db.in(scope.unit(), statement), scope, filter, asOf).bind("limit", most).stream(RosterEntry.class);
    }

    private static boolean isNow(AsOf asOf) {
        return asOf.known().equals(Instant.MAX);
    }

    private Sql bound(Sql sql, Scope scope, RosterFilter filter, AsOf asOf) {
        Set<String> tokens = Names.queryTokens(filter.query());
        sql.bind("on", asOf.on())
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("organization", filter.organization())
                .bind("kind", filter.kind())
                .bind("state", filter.state())
                .bind("tokens", tokens)
                .bind("pieces", tokens.size());
        return isNow(asOf) ? sql : sql.bind("known", asOf.known());
    }

    /** Probationary members whose year has ended by a day, counted up to {@code most}: the branch has to decide (党章 §7). */
    int probationsEnding(Scope scope, LocalDate by, int most) {
        return db.in(scope.unit(), """
                        SELECT count(*)::int FROM (SELECT 1
                        FROM organization.memberships m
                        JOIN organization.people p ON p.unit_id = :unit AND p.person_id = m.person_id
                        WHERE m.unit_id = :unit AND m.sphere = 'party' AND m.kind = 'probationary'
                          AND m.recorded_to = 'infinity' AND m.valid_from <= :today AND m.valid_to > :today
                          AND p.joined_on + interval '1 year' <= :by
                          AND p.merged_into IS NULL AND p.removed_at IS NULL
                          AND m.organization_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
                        LIMIT :most) AS ending
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("by", by)
                .bind("most", most)
                .one(Integer.class);
    }

    record Tally(MemberKind kind, List<MemberState> states, int people) {}

    /** How many of each kind and combination of states belong to a branch or group. */
    List<Tally> tally(Scope scope, OrganizationId organization, AsOf asOf) {
        return db.in(scope.unit(), """
                        SELECT kind, states, count(*)::int AS people
                        FROM organization.memberships
                        WHERE unit_id = :unit AND (organization_id = :organization OR group_id = :organization)
                          AND sphere = 'party' AND valid_from <= :on AND valid_to > :on
                          AND recorded_from < :known AND recorded_to >= :known
                        GROUP BY kind, states
                        """)
                .bind("organization", organization)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Tally.class);
    }
}
