package org.yijitong.overview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Cursor;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sql;

/** Reads how the obligations of a unit stand, in sums and one by one; each question is one statement. */
@Component
class OverviewStore {
    /** Every organization that was there by a day, with the last day on which it was: that day, or its own last. */
    private static final String ENDS = """
            WITH ends AS MATERIALIZED (
                SELECT o.organization_id, max(least(o.valid_to - 1, :on)) AS day, max(o.valid_to) <= :on AS closed
                FROM organization.v_organizations o
                WHERE o.unit_id = :unit AND o.valid_from <= :on
                GROUP BY o.organization_id
            ), placed AS MATERIALIZED (
                SELECT e.organization_id, coalesce(b.ancestor_id, :of) AS place_id
                FROM ends e
                JOIN organization.v_paths a ON a.unit_id = :unit AND a.ancestor_id = :of
                    AND a.descendant_id = e.organization_id AND a.valid_from <= e.day AND a.valid_to > e.day
                LEFT JOIN organization.v_paths b ON b.unit_id = :unit AND b.descendant_id = e.organization_id
                    AND b.depth = a.depth - 1 AND b.valid_from <= e.day AND b.valid_to > e.day
            )
            """;

    private static final String LINES = """
            , lines AS MATERIALIZED (
                SELECT s.organization_id, s.period_to, count(*) AS owed,
                       count(*) FILTER (WHERE s.done >= s.need) AS met,
                       count(*) FILTER (WHERE s.done < s.need AND s.excused) AS excused,
                       count(*) FILTER (WHERE s.done < s.need AND NOT s.excused AND s.due_on < :on
                           AND s.due_on < s.known_on) AS quiet,
                       count(*) FILTER (WHERE s.done < s.need AND NOT s.excused AND s.due_on < :on
                           AND s.due_on >= s.known_on) AS late,
                       min(s.due_on) FILTER (WHERE s.done < s.need AND NOT s.excused AND s.due_on < :on
                           AND s.due_on >= s.known_on) AS oldest
            """;
    private static final String NOW = "FROM ledger.v_standings s\n";
    private static final String THEN = "FROM ledger.known(:unit, NULL, :first, :last, :known) s\n";
    private static final String CHOSEN = """
            WHERE s.unit_id = :unit AND s.person_id IS NULL AND s.duty_id = ANY(:duties::uuid[])
              AND s.period_to BETWEEN :first AND :last
            """;
    private static final String SUMS = """
                GROUP BY s.organization_id, s.period_to
            ), sums AS MATERIALIZED (
                SELECT p.place_id, date_trunc('month', l.period_to)::date AS month,
                       sum(l.owed)::int AS owed, sum(l.met)::int AS met, sum(l.excused)::int AS excused, sum(l.quiet)::int AS quiet, sum(l.late)::int AS late,
                       min(l.oldest) AS oldest
                FROM lines l
                JOIN placed p ON p.organization_id = l.organization_id
                GROUP BY p.place_id, date_trunc('month', l.period_to)
            ), named AS MATERIALIZED (
                SELECT o.organization_id, coalesce(o.short_name, o.name) AS name, o.kind, o.position, e.closed
                FROM (SELECT DISTINCT place_id FROM placed) p
                JOIN ends e ON e.organization_id = p.place_id
                JOIN organization.v_organizations o ON o.unit_id = :unit AND o.organization_id = p.place_id
                    AND o.valid_from <= e.day AND o.valid_to > e.day
            )
            SELECT n.organization_id, n.name, n.kind, n.position, n.closed, s.month,
                   s.owed, s.met, s.excused, s.quiet, s.late, s.oldest
            FROM sums s
            JOIN named n ON n.organization_id = s.place_id
            ORDER BY n.organization_id <> :of, n.closed, n.position, n.name, n.organization_id, s.month
            LIMIT 100000
            """;
    private static final String ITEMS = """
            SELECT s.obligation_id, s.duty_version_id, s.organization_id, coalesce(o.short_name, o.name) AS name,
                   s.period_from, s.period_to, s.due_on, s.need, s.done,
                   CASE WHEN s.done >= s.need THEN 'met' WHEN s.excused THEN 'excused'
                        WHEN s.due_on >= :on THEN 'open' WHEN s.due_on < s.known_on THEN 'quiet'
                        ELSE 'late' END AS state
            """;
    private static final String OF = """
              AND s.organization_id IN (SELECT organization_id FROM placed)
            """;
    private static final String ALONE = "  AND s.organization_id = :of\n";
    private static final String LATE = """
              AND s.done < s.need AND NOT s.excused AND s.due_on < :on AND s.due_on >= s.known_on
            """;
    private static final String MISSING = """
              AND s.done < s.need AND NOT s.excused AND (s.due_on >= :on OR s.due_on >= s.known_on)
            """;
    private static final String NAMED = """
            JOIN ends e ON e.organization_id = s.organization_id
            JOIN organization.v_organizations o ON o.unit_id = :unit AND o.organization_id = s.organization_id
                AND o.valid_from <= e.day AND o.valid_to > e.day
            """;
    private static final String PAGE = """
              AND (s.due_on, s.obligation_id) > (:day, :after)
            ORDER BY s.due_on, s.obligation_id
            LIMIT :limit
            """;

    private final Db db;

    OverviewStore(Db db) {
        this.db = db;
    }

    /**
     * A place in one month.
     *
     * @param oldest when what is late was due first; null when nothing is
     */
    record Line(
            OrganizationId organizationId,
            String name,
            String kind,
            int position,
            boolean closed,
            LocalDate month,
            int owed,
            int met,
            int excused,
            int quiet,
            int late,
            @Nullable LocalDate oldest) {
        Overview.Place place() {
            return new Overview.Place(organizationId, name, kind, position, closed);
        }

        Tally tally() {
            return new Tally(owed, met, excused, quiet, late);
        }
    }

    /** Sums by place and month. */
    List<Line> lines(Scope scope, OrganizationId of, Asked asked) {
        Sql sql = db.in(scope.unit(), ENDS + LINES + (asked.past() ? THEN : NOW) + CHOSEN + SUMS);
        return bound(sql, of, asked).list(Line.class);
    }

    /** Obligations behind a figure, after a place in the list. */
    List<Item> items(Scope scope, Behind behind, Asked asked, Cursor after, int limit) {
        String statement = ENDS
                + ITEMS
                + (asked.past() ? THEN : NOW)
                + NAMED
                + CHOSEN
                + (behind.alone() ? ALONE : OF)
                + (behind.show() == Behind.Show.MISSING ? MISSING : "")
                + (behind.show() == Behind.Show.LATE ? LATE : "")
                + PAGE;
        return bound(db.in(scope.unit(), statement), behind.of(), asked)
                .bind("day", after.day())
                .bind("after", after.id())
                .bind("limit", limit)
                .list(Item.class);
    }

    /**
     * Which obligations, and as of when.
     *
     * @param past whether what is asked for is what was known at a moment gone by
     */
    record Asked(Collection<UUID> duties, LocalDate first, LocalDate last, AsOf asOf, boolean past) {
        /** The same of periods that end by a day. */
        Asked until(LocalDate day) {
            return new Asked(duties, first, day.isBefore(last) ? day : last, asOf, past);
        }
    }

    private static Sql bound(Sql sql, OrganizationId of, Asked asked) {
        return sql.bind("of", of)
                .bind("on", asked.asOf().on())
                .bind(
                        "known",
                        asked.past()
                                ? asked.asOf().known()
                                : Days.endOf(asked.asOf().on()))
                .bind("duties", asked.duties())
                .bind("first", asked.first())
                .bind("last", asked.last());
    }
}
