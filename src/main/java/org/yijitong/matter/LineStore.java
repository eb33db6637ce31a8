package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.Tokens;
import org.yijitong.shared.Cursor;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** Reads matters for lists, by the day, from a place on; and what came of those of a year. */
@Component
class LineStore {
    /** The names are looked for only of what is shown. */
    private static final String SHOWN = """
            SELECT m.matter_id, m.version_id, m.flow, m.title, m.state, NOT m.open AS closed,
                   coalesce(m.due_on, m.closed_on) AS day, own.name AS owner, coalesce(host.name, '') AS host, m.vacant,
                   m.reopened, coalesce(m.due_on < :today, false) AS late
            FROM (SELECT m.* FROM matter.matters m
                CROSS JOIN (SELECT array_agg(organization_id) AS ids FROM organization.reach(:unit, :top, :today)) r
                WHERE m.unit_id = :unit
            """;

    private static final String MINE = "  AND m.owner_id = :top\n";
    /** Whoever hosts one is mostly within reach, and is asked for first: of many organizations that is a look into a hash. */
    private static final String REACHED = """
              AND (m.host_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today)) OR m.involved && r.ids)
            """;

    private static final String OPEN = "  AND m.due_on IS NOT NULL\n";
    private static final String SETTLED = "  AND m.due_on IS NULL\n";
    private static final String LATE = "  AND m.due_on < :today\n";
    private static final String FLOW = "  AND m.flow = :flow\n";
    private static final String STATE = "  AND m.state = :state\n";
    private static final String OWNER = "  AND m.owner_id = :owner\n";
    private static final String TOKENS = """
              AND NOT EXISTS (SELECT FROM unnest(:tokens::text[]) AS asked(token)
                  WHERE NOT EXISTS (SELECT FROM matter.tokens t
                      WHERE t.unit_id = :unit AND t.token = asked.token AND t.matter_id = m.matter_id))
            """;
    /** Those with a piece that few have are looked up; what many have is met soon on the way through all of them. */
    private static final String RARE = """
              AND m.matter_id = ANY(ARRAY(SELECT t.matter_id FROM matter.tokens t
                  WHERE t.unit_id = :unit AND t.token = :rarest))
            """;
    /** How many matters with a piece are few. */
    private static final int FEW = 5_000;

    private static final String HELD = """
              AND (EXISTS (SELECT FROM organization.v_appointments a
                  WHERE a.unit_id = :unit AND a.organization_id = m.owner_id AND a.person_id = :person::uuid
                    AND a.person_id <> ALL(m.barred) AND a.valid_from <= :today AND a.valid_to > :today
                    AND (a.post = ANY(m.posts) OR (m.owner_id <> m.named_id
                        AND a.post IN ('secretary', 'deputy_secretary', 'full_time_deputy_secretary'))))
                OR ('judge' = ANY(m.posts) AND EXISTS (SELECT FROM access.v_grants g
                  WHERE g.unit_id = :unit AND g.account_id = :account AND g.organization_id = m.owner_id
                    AND g.role = 'judge' AND g.valid_from <= :today AND g.valid_to > :today
                    AND (:person::uuid IS NULL OR :person::uuid <> ALL(m.barred)))))
            """;
    private static final String BEYOND = "  AND (m.due_on, m.matter_id) > (:day, :after)\n";
    private static final String BEFORE = "  AND (m.closed_on, m.matter_id) < (:day, :after)\n";
    private static final String FORWARD = "ORDER BY m.due_on, m.matter_id\n";
    private static final String BACKWARD = "ORDER BY m.closed_on DESC, m.matter_id DESC\n";
    private static final String NAMED = """
            LIMIT :limit) m
            LEFT JOIN LATERAL (SELECT coalesce(o.short_name, o.name) AS name FROM organization.v_organizations o
                WHERE o.unit_id = :unit AND o.organization_id = m.owner_id
                ORDER BY o.valid_to DESC LIMIT 1) own ON true
            LEFT JOIN LATERAL (SELECT coalesce(o.short_name, o.name) AS name FROM organization.v_organizations o
                WHERE o.unit_id = :unit AND o.organization_id = m.host_id
                ORDER BY o.valid_to DESC LIMIT 1) host ON true
            """;

    private final Db db;
    private final Days days;

    LineStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** By the day they are due; those that are settled the latest first. */
    List<MatterLine> lines(Scope scope, MatterFilter filter, int limit) {
        return lines(scope, filter, new Whose(false, null), limit);
    }

    /**
     * Only those on which whoever acts has to do the next step, since they hold the post or judge.
     *
     * @param person as whom of the roster they act; null for nobody of it
     */
    List<MatterLine> own(Scope scope, MatterFilter filter, @Nullable UUID person, int limit) {
        return lines(scope, filter, new Whose(true, person), limit);
    }

    /** Whether only one's own are asked for, and as whom. */
    private record Whose(boolean own, @Nullable UUID person) {}

    private List<MatterLine> lines(Scope scope, MatterFilter filter, Whose whose, int limit) {
        Set<String> tokens = Tokens.query(filter.text());
        boolean nothing = tokens.isEmpty() && !filter.text().isBlank();
        String rarest = tokens.isEmpty() ? null : rarest(scope, tokens).orElse(null);
        return nothing ? List.of() : lines(scope, filter, new Sought(tokens, rarest), whose, limit);
    }

    /** What is looked for, and the piece of it that few matters have, if there is one. */
    private record Sought(Set<String> tokens, @Nullable String rarest) {}

    private List<MatterLine> lines(Scope scope, MatterFilter filter, Sought sought, Whose whose, int limit) {
        String order = filter.settled() ? BACKWARD : FORWARD;
        String statement = SHOWN
                + (filter.mine() ? MINE : REACHED)
                + (filter.settled() ? SETTLED : OPEN)
                + (filter.late() ? LATE : "")
                + (filter.flow() == null ? "" : FLOW)
                + (filter.state() == null ? "" : STATE)
                + (filter.owner() == null ? "" : OWNER)
                + (sought.tokens().isEmpty() ? "" : TOKENS)
                + (sought.rarest() == null ? "" : RARE)
                + (whose.own() ? HELD : "")
                + (filter.after() == null ? "" : filter.settled() ? BEFORE : BEYOND)
                + order
                + NAMED
                + order;
        Cursor after = filter.after();
        return db.in(scope.unit(), statement)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("flow", filter.flow())
                .bind("state", filter.state())
                .bind("owner", filter.owner())
                .bind("tokens", sought.tokens())
                .bind("rarest", sought.rarest())
                .bind("person", whose.person())
                .bind("account", scope.account())
                .bind("day", after == null ? null : after.day())
                .bind("after", after == null ? null : after.id())
                .bind("limit", limit)
                .list(MatterLine.class);
    }

    /** The piece that the fewest have; nothing where each is had by many. */
    private Optional<String> rarest(Scope scope, Set<String> tokens) {
        return db.in(scope.unit(), """
                        SELECT asked.token
                        FROM unnest(:tokens::text[]) AS asked(token)
                        CROSS JOIN LATERAL (SELECT count(*) AS matters
                            FROM (SELECT FROM matter.tokens t WHERE t.unit_id = :unit AND t.token = asked.token
                                LIMIT :few + 1) AS found) AS had
                        WHERE had.matters <= :few
                        ORDER BY had.matters, asked.token LIMIT 1
                        """).bind("tokens", tokens).bind("few", FEW).first(String.class);
    }

    /** What became of matters of one flow in one state. */
    record Sum(
            UUID versionId,
            String flow,
            String state,
            boolean open,
            long matters,
            long timely,
            long reopened,
            long late) {}

    /** Of those within reach that were begun within some days. */
    List<Sum> sums(Scope scope, LocalDate from, LocalDate to) {
        return db.in(scope.unit(), """
                        SELECT m.version_id, m.flow, m.state, m.open, count(*) AS matters,
                               count(*) FILTER (WHERE m.late = 0) AS timely,
                               count(*) FILTER (WHERE m.reopened > 0) AS reopened,
                               count(*) FILTER (WHERE m.due_on < :today) AS late
                        FROM matter.matters m
                        CROSS JOIN (SELECT array_agg(organization_id) AS ids
                            FROM organization.reach(:unit, :top, :today)) r
                        WHERE m.unit_id = :unit AND m.begun_on BETWEEN :from AND :to
                          AND (m.host_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
                              OR m.involved && r.ids)
                        GROUP BY m.version_id, m.flow, m.state, m.open
                        LIMIT 2000
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("from", from)
                .bind("to", to)
                .list(Sum.class);
    }
}
