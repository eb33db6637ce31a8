package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Reads the running matters of a version by what decides where another version would take them. */
@Component
class AlikeStore {
    /** More ways of having come somewhere than any flow of 40 states is walked in. */
    private static final int MOST_GROUPS = 5_000;

    private final Db db;

    AlikeStore(Db db) {
        this.db = db;
    }

    /**
     * All that are in the same state and have settled the same.
     *
     * @param parties which are known
     * @param days which fields of days were answered
     * @param done which steps were taken
     * @param first the first of them
     */
    record Alike(
            String state,
            boolean closed,
            List<String> parties,
            List<String> days,
            List<String> done,
            long matters,
            List<UUID> first) {}

    /** Every one on which something is due, in as many rows as there are kinds of them. */
    List<Alike> alike(UnitId unit, UUID version, int first) {
        return db.in(unit, """
                        WITH settled AS (
                            SELECT m.matter_id, m.state, NOT m.open AS closed,
                                   ARRAY(SELECT jsonb_object_keys(m.known -> 'parties') ORDER BY 1) AS parties,
                                   ARRAY(SELECT jsonb_object_keys(m.known -> 'days') ORDER BY 1) AS days,
                                   ARRAY(SELECT jsonb_object_keys(m.known -> 'done') ORDER BY 1) AS done
                            FROM matter.matters m
                            WHERE m.unit_id = :unit AND m.version_id = :version AND m.due_on IS NOT NULL
                        ), numbered AS (
                            SELECT s.*, row_number() OVER (
                                PARTITION BY state, closed, parties, days, done ORDER BY matter_id) AS nth
                            FROM settled s
                        )
                        SELECT state, closed, parties, days, done, count(*) AS matters,
                               array_agg(matter_id ORDER BY matter_id) FILTER (WHERE nth <= :first) AS first
                        FROM numbered
                        GROUP BY state, closed, parties, days, done
                        ORDER BY state, closed, parties, days, done
                        LIMIT :groups
                        """)
                .bind("version", version)
                .bind("first", first)
                .bind("groups", MOST_GROUPS)
                .list(Alike.class);
    }

    /** What one is called, and by when the next step is due. */
    record Titled(MatterId matterId, String title, @Nullable LocalDate dueOn) {}

    List<Titled> titled(UnitId unit, Collection<UUID> matters) {
        return db.byKey(unit, """
                        SELECT matter_id, title, due_on FROM matter.matters
                        WHERE unit_id = :unit AND matter_id = ANY(:matters::uuid[])
                        """).bind("matters", matters).list(Titled.class);
    }
}
