package org.yijitong.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/**
 * Reads the log whole, as the owner of the tables; the application sees entries of one unit. It asks for the columns and
 * leaves the hashing to {@link LogPage}: functions of a database that was tampered with prove nothing.
 */
@Component
class LogCheckStore {
    /** A row as {@link LogRow} reads it: number or hyphen, the hashes, the detail, and the parts of the line. */
    private static final String HEAD = """
            CASE WHEN e.entry_id IS NULL
                THEN concat_ws(E'\\t', coalesce(l.leaf_index::text, '-'), encode(l.leaf, 'hex'))
                ELSE concat_ws(E'\\t', coalesce(l.leaf_index::text, '-'),
                    encode(l.leaf || e.detail_hash || coalesce(e.salt, ''), 'hex'), coalesce(e.detail::text, '-'), e.entry_id,
            """;

    private static final String WHEN =
            " (e.recorded_at AT TIME ZONE 'UTC')::text, coalesce(e.account_id::text, '-'), e.action,";
    private static final String OF_A_UNIT = HEAD + "e.unit_id," + WHEN + " e.subject_kind, e.subject_id) END";
    private static final String OF_AN_ACCOUNT = HEAD + "'-'," + WHEN + " '-', '-') END";

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
                    (SELECT count(*) FROM audit.leaves l WHERE l.entry_id IN (
                        SELECT w.entry_id FROM audit.waiting w
                        UNION ALL SELECT i.entry_id FROM audit.identity_waiting i)) AS twice,
                    coalesce((SELECT max(c.size) FROM audit.checkpoints c), 0) AS size,
                    coalesce((SELECT max(c.checkpoint_number) FROM audit.checkpoints c), 0) AS last
                """).one(Sums.class);
    }

    /** The leaves from {@code first} to before {@code after}, each a line with its entry, in order. */
    Optional<String> page(long first, long after) {
        return db.global("SELECT string_agg(t.line, E'\\n' ORDER BY t.leaf_index) FROM ("
                        + "SELECT l.leaf_index, " + OF_A_UNIT + " AS line FROM audit.leaves l "
                        + "LEFT JOIN audit.entries e ON e.unit_id = l.of_unit AND e.entry_id = l.entry_id "
                        + "WHERE l.of_unit IS NOT NULL AND l.leaf_index >= :first AND l.leaf_index < :after "
                        + "UNION ALL SELECT l.leaf_index, " + OF_AN_ACCOUNT + " FROM audit.leaves l "
                        + "LEFT JOIN audit.identity_entries e ON e.entry_id = l.entry_id "
                        + "WHERE l.of_unit IS NULL AND l.leaf_index >= :first AND l.leaf_index < :after) AS t")
                .bind("first", first)
                .bind("after", after)
                .first(String.class);
    }

    /** Leaves that wait for a number, each a line with its entry. */
    Optional<String> waiting(int most) {
        return db.global("SELECT string_agg(t.line, E'\\n') FROM ((SELECT " + OF_A_UNIT + " AS line "
                        + "FROM (SELECT unit_id, entry_id, leaf, NULL::bigint AS leaf_index FROM audit.waiting) AS l "
                        + "LEFT JOIN audit.entries e ON e.unit_id = l.unit_id AND e.entry_id = l.entry_id LIMIT :most) "
                        + "UNION ALL (SELECT " + OF_AN_ACCOUNT + " "
                        + "FROM (SELECT entry_id, leaf, NULL::bigint AS leaf_index FROM audit.identity_waiting) AS l "
                        + "LEFT JOIN audit.identity_entries e ON e.entry_id = l.entry_id LIMIT :most)) AS t")
                .bind("most", most)
                .first(String.class);
    }

    /** Of entries without a detail, those that no entry says were erased. */
    List<UUID> unexplained(List<String> erased) {
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
                        FROM (SELECT entry_id FROM audit.entries
                            UNION ALL SELECT entry_id FROM audit.identity_entries) AS e
                        WHERE NOT EXISTS (SELECT FROM audit.leaves l WHERE l.entry_id = e.entry_id)
                          AND NOT EXISTS (SELECT FROM audit.waiting w WHERE w.entry_id = e.entry_id)
                          AND NOT EXISTS (SELECT FROM audit.identity_waiting i WHERE i.entry_id = e.entry_id)
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

    /** How many nodes are kept. */
    long nodes() {
        return db.global("SELECT count(*) FROM audit.nodes").one(Long.class);
    }
}
