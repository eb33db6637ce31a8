package org.yijitong.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/**
 * Reads the log whole, as the owner of the tables; the application sees entries of one unit. It asks for the columns and
 * leaves the hashing to {@link LogPage}: functions of a database that was tampered with prove nothing.
 */
@Component
class LogCheckStore {
    /** A row as {@link LogRow} reads it: the leaf, and what its line is put together from. */
    private static final String HEAD =
            "SELECT l.leaf_index, l.leaf, e.entry_id, e.recorded_at, e.account_id, e.action, e.detail_hash, e.salt, "
                    + "e.detail::text AS detail, ";

    private static final String OF_A_UNIT = HEAD + "e.unit_id, e.subject_kind, e.subject_id FROM ";
    private static final String OF_AN_ACCOUNT =
            HEAD + "NULL::uuid AS unit_id, NULL AS subject_kind, NULL::uuid AS subject_id FROM ";

    private final Db db;

    LogCheckStore(Db db) {
        this.db = db;
    }

    /**
     * How many there are of each, at one moment.
     *
     * @param twice leaves that are numbered and wait nevertheless
     */
    record Sums(long entries, long leaves, long waiting, long twice, long size, long last) {}

    Sums sums() {
        return db.global("""
                SELECT (SELECT count(*) FROM audit.entries) + (SELECT count(*) FROM audit.identity_entries) AS entries,
                    (SELECT count(*) FROM audit.leaves) AS leaves,
                    (SELECT count(*) FROM audit.waiting) + (SELECT count(*) FROM audit.identity_waiting) AS waiting,
                    (SELECT count(*) FROM audit.leaves l
                        WHERE EXISTS (SELECT FROM audit.waiting w
                                WHERE w.entry_id = l.entry_id AND w.unit_id = l.of_unit)
                            OR l.of_unit IS NULL AND EXISTS (SELECT FROM audit.identity_waiting i
                                WHERE i.entry_id = l.entry_id)) AS twice,
                    coalesce((SELECT max(c.size) FROM audit.checkpoints c), 0) AS size,
                    coalesce((SELECT max(c.checkpoint_number) FROM audit.checkpoints c), 0) AS last
                """).one(Sums.class);
    }

    /** The leaves from {@code first} to before {@code after}, each with its entry, in order. */
    List<LogRow> page(long first, long after) {
        return db.global(OF_A_UNIT + "audit.leaves l "
                        + "LEFT JOIN audit.entries e ON e.unit_id = l.of_unit AND e.entry_id = l.entry_id "
                        + "WHERE l.of_unit IS NOT NULL AND l.leaf_index >= :first AND l.leaf_index < :after "
                        + "UNION ALL " + OF_AN_ACCOUNT + "audit.leaves l "
                        + "LEFT JOIN audit.identity_entries e ON e.entry_id = l.entry_id "
                        + "WHERE l.of_unit IS NULL AND l.leaf_index >= :first AND l.leaf_index < :after "
                        + "ORDER BY leaf_index")
                .bind("first", first)
                .bind("after", after)
                .list(LogRow::new);
    }

    /** Leaves that wait for a number, each with its entry. */
    List<LogRow> waiting(int most) {
        return db.global("(" + OF_A_UNIT
                        + "(SELECT unit_id, entry_id, leaf, NULL::bigint AS leaf_index FROM audit.waiting) AS l "
                        + "LEFT JOIN audit.entries e ON e.unit_id = l.unit_id AND e.entry_id = l.entry_id LIMIT :most) "
                        + "UNION ALL (" + OF_AN_ACCOUNT
                        + "(SELECT entry_id, leaf, NULL::bigint AS leaf_index FROM audit.identity_waiting) AS l "
                        + "LEFT JOIN audit.identity_entries e ON e.entry_id = l.entry_id LIMIT :most)")
                .bind("most", most)
                .list(LogRow::new);
    }

    /** Of entries without a detail, those that no entry says were erased. */
    List<UUID> unexplained(List<UUID> erased) {
        return db.global("""
                        SELECT x.entry_id FROM unnest(:erased::uuid[]) AS x(entry_id)
                        WHERE NOT EXISTS (
                            SELECT FROM audit.entries e
                            WHERE e.action = :action AND e.detail -> 'entries' @> to_jsonb(x.entry_id::text))
                        """)
                .bind("erased", erased)
                .bind("action", Audit.ERASED)
                .list(UUID.class);
    }

    /** Some of the entries that have no leaf. */
    List<UUID> unlogged(int most) {
        return db.global("""
                        SELECT e.entry_id
                        FROM (SELECT entry_id, unit_id FROM audit.entries
                            UNION ALL SELECT entry_id, NULL FROM audit.identity_entries) AS e
                        WHERE NOT EXISTS (SELECT FROM audit.leaves l
                                WHERE l.entry_id = e.entry_id AND l.of_unit IS NOT DISTINCT FROM e.unit_id)
                          AND NOT EXISTS (SELECT FROM audit.waiting w
                                WHERE w.entry_id = e.entry_id AND w.unit_id = e.unit_id)
                          AND NOT EXISTS (SELECT FROM audit.identity_waiting i
                                WHERE i.entry_id = e.entry_id AND e.unit_id IS NULL)
                        LIMIT :most
                        """).bind("most", most).list(UUID.class);
    }

    /** Kept nodes of a level, from {@code first} to before {@code after}. */
    List<LogStore.Kept> nodes(int level, long first, long after) {
        return db.global("""
                        SELECT level, node_index, encode(hash, 'hex') AS hash FROM audit.nodes
                        WHERE level = :level AND node_index >= :first AND node_index < :after
                        """)
                .bind("level", level)
                .bind("first", first)
                .bind("after", after)
                .list(LogStore.Kept.class);
    }

    /** Kept nodes over some of the first leaves, and those that reach beyond all leaves there are, at one moment. */
    record Nodes(long over, long beyond) {}

    Nodes nodes(long leaves) {
        return db.global("""
                        SELECT count(*) FILTER (WHERE node_index < :leaves::bigint >> level) AS over,
                            count(*) FILTER (WHERE node_index
                                >= (SELECT coalesce(max(leaf_index), -1) + 1 FROM audit.leaves) >> level) AS beyond
                        FROM audit.nodes
                        """).bind("leaves", leaves).one(Nodes.class);
    }
}
