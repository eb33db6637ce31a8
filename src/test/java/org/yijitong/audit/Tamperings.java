package org.yijitong.audit;

import java.util.List;

/**
 * What a superuser may do to a log: each a script that picks by {@code random()}, which the test seeds. {@code SOME} and
 * {@code WHICH} stand for a kind of entries and their table. None adds an entry as the product would: who owns the
 * machine can make the product do that, too, and no log could tell.
 */
final class Tamperings {
    private static final String ONE = "(SELECT entry_id FROM WHICH ORDER BY random() LIMIT 1)";
    private static final String A_LEAF = "(SELECT leaf_index FROM audit.leaves ORDER BY random() LIMIT 1)";

    private static final String A_WAITING = "(SELECT entry_id FROM audit.waiting ORDER BY random() LIMIT 1)";

    /** A checkpoint that is not the last. */
    private static final String EARLIER = """
            CREATE TEMPORARY TABLE earlier ON COMMIT DROP AS SELECT checkpoint_number, size FROM audit.checkpoints
            WHERE size < (SELECT max(size) FROM audit.checkpoints) ORDER BY random() LIMIT 1;
            """;

    static final List<String> EDITS = List.of(
            "UPDATE WHICH SET action = action || 'x' WHERE entry_id = " + ONE,
            "UPDATE WHICH SET recorded_at = recorded_at + interval '1 microsecond' WHERE entry_id = " + ONE,
            "UPDATE WHICH SET account_id = gen_random_uuid() WHERE entry_id = " + ONE,
            "UPDATE WHICH SET detail = '{\"number\": -1}' WHERE entry_id = " + ONE,
            "UPDATE WHICH SET salt = uuid_send(gen_random_uuid()) WHERE entry_id = " + ONE,
            "UPDATE WHICH SET detail_hash = sha256(detail_hash) WHERE entry_id = " + ONE,
            "UPDATE WHICH SET detail = '{}', detail_hash = audit.detail_hash(salt, '{}') WHERE entry_id = " + ONE,
            "UPDATE WHICH SET detail = NULL, salt = NULL WHERE entry_id = " + ONE,
            "UPDATE audit.entries SET detail = NULL, salt = NULL WHERE entry_id = " + A_WAITING,
            "UPDATE WHICH SET entry_id = gen_random_uuid() WHERE entry_id = " + ONE,
            "UPDATE audit.entries SET subject_id = gen_random_uuid() WHERE entry_id = "
                    + ONE.replace("WHICH", "audit.entries"),
            "UPDATE audit.entries SET subject_kind = 'other' WHERE entry_id = " + ONE.replace("WHICH", "audit.entries"),
            "UPDATE audit.entries SET unit_id = gen_random_uuid() WHERE entry_id = "
                    + ONE.replace("WHICH", "audit.entries"));

    static final List<String> DELETIONS = List.of(
            "DELETE FROM WHICH WHERE entry_id = " + ONE,
            "DELETE FROM audit.leaves WHERE leaf_index = " + A_LEAF,
            """
            CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT * FROM audit.leaves ORDER BY random() LIMIT 1;
            DELETE FROM audit.entries WHERE entry_id IN (SELECT entry_id FROM gone);
            DELETE FROM audit.identity_entries WHERE entry_id IN (SELECT entry_id FROM gone);
            DELETE FROM audit.leaves WHERE entry_id IN (SELECT entry_id FROM gone);
            CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
                SELECT leaf_index - 1 AS leaf_index, entry_id, of_unit, leaf FROM audit.leaves
                WHERE leaf_index > (SELECT leaf_index FROM gone);
            DELETE FROM audit.leaves WHERE leaf_index > (SELECT leaf_index FROM gone);
            INSERT INTO audit.leaves SELECT * FROM moved
            """,
            "DELETE FROM audit.waiting WHERE entry_id = " + A_WAITING,
            "DELETE FROM audit.nodes WHERE node_index = 0");

    private static final String FORGED = """
            INSERT INTO audit.entries SELECT unit_id, gen_random_uuid(), recorded_at, account_id, 'forged', subject_kind,
                subject_id, detail, salt, detail_hash FROM audit.entries ORDER BY random() LIMIT 1;
            """;
    private static final String FORGED_LEAF = """
            SELECT INDEX, entry_id, unit_id, audit.leaf(audit.line(entry_id, unit_id, recorded_at, account_id, action,
                subject_kind, subject_id, detail_hash)) FROM audit.entries WHERE action = 'forged'
            """;

    static final List<String> INSERTIONS = List.of(
            FORGED,
            FORGED + "INSERT INTO audit.leaves "
                    + FORGED_LEAF.replace("INDEX", "(SELECT max(leaf_index) + 1 FROM audit.leaves)"),
            """
            CREATE TEMPORARY TABLE place ON COMMIT DROP AS SELECT leaf_index FROM audit.leaves ORDER BY random() LIMIT 1;
            CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
                SELECT leaf_index + 1 AS leaf_index, entry_id, of_unit, leaf FROM audit.leaves
                WHERE leaf_index >= (SELECT leaf_index FROM place);
            DELETE FROM audit.leaves WHERE leaf_index >= (SELECT leaf_index FROM place);
            INSERT INTO audit.leaves SELECT * FROM moved;
            """ + FORGED + "INSERT INTO audit.leaves " + FORGED_LEAF.replace("INDEX", "(SELECT leaf_index FROM place)"),
            "INSERT INTO audit.leaves SELECT max(leaf_index) + 1, gen_random_uuid(), NULL, sha256('x') FROM audit.leaves",
            "INSERT INTO audit.waiting SELECT of_unit, entry_id, leaf FROM audit.leaves WHERE of_unit IS NOT NULL"
                    + " ORDER BY random() LIMIT 1",
            "INSERT INTO audit.identity_waiting SELECT gen_random_uuid(), sha256('x')",
            "INSERT INTO audit.nodes VALUES (8, 1000, sha256('x'))");

    private static final String TWO =
            "CREATE TEMPORARY TABLE two ON COMMIT DROP AS SELECT * FROM audit.leaves ORDER BY random() LIMIT 2;";

    static final List<String> REORDERINGS = List.of(TWO + """
            UPDATE audit.leaves l SET leaf = o.leaf FROM two t, two o
            WHERE l.leaf_index = t.leaf_index AND o.leaf_index <> t.leaf_index
            """, TWO + """
            DELETE FROM audit.leaves WHERE leaf_index IN (SELECT leaf_index FROM two);
            INSERT INTO audit.leaves SELECT t.leaf_index, o.entry_id, o.of_unit, o.leaf FROM two t, two o
            WHERE o.leaf_index <> t.leaf_index
            """, TWO + """
            DELETE FROM audit.leaves WHERE leaf_index IN (SELECT leaf_index FROM two);
            INSERT INTO audit.leaves SELECT t.leaf_index, o.entry_id, o.of_unit, t.leaf FROM two t, two o
            WHERE o.leaf_index <> t.leaf_index
            """, """
            CREATE TEMPORARY TABLE turned ON COMMIT DROP AS
                SELECT (SELECT max(leaf_index) FROM audit.leaves) - leaf_index, entry_id, of_unit, leaf FROM audit.leaves;
            DELETE FROM audit.leaves;
            INSERT INTO audit.leaves SELECT * FROM turned
            """);

    private static final String BACK = EARLIER + """
            CREATE TEMPORARY TABLE gone ON COMMIT DROP AS
                SELECT entry_id FROM audit.leaves WHERE leaf_index >= (SELECT size FROM earlier);
            DELETE FROM audit.leaves WHERE leaf_index >= (SELECT size FROM earlier);
            DELETE FROM audit.checkpoints WHERE checkpoint_number > (SELECT checkpoint_number FROM earlier);
            DELETE FROM audit.nodes WHERE (node_index + 1) << level > (SELECT size FROM earlier);
            DELETE FROM audit.waiting;
            DELETE FROM audit.identity_waiting;
            """;

    static final List<String> TRUNCATIONS = List.of(
            "DELETE FROM audit.entries WHERE recorded_at > (SELECT recorded_at FROM audit.entries ORDER BY random() LIMIT 1)"
                    + " OR entry_id = (SELECT entry_id FROM audit.entries LIMIT 1)",
            "DELETE FROM audit.leaves WHERE leaf_index >= " + A_LEAF,
            "DELETE FROM audit.checkpoints WHERE checkpoint_number = (SELECT max(checkpoint_number) FROM audit.checkpoints)",
            "TRUNCATE audit.checkpoints",
            "TRUNCATE audit.entries, audit.identity_entries",
            "TRUNCATE audit.entries, audit.identity_entries, audit.leaves, audit.nodes, audit.waiting,"
                    + " audit.identity_waiting, audit.checkpoints");

    /** The whole schema as it was at an earlier checkpoint, as a restored backup would be. */
    static final List<String> OLD_BACKUPS = List.of(BACK + """
            DELETE FROM audit.entries WHERE entry_id IN (SELECT entry_id FROM gone)
                OR NOT EXISTS (SELECT FROM audit.leaves l WHERE l.entry_id = entries.entry_id);
            DELETE FROM audit.identity_entries WHERE entry_id IN (SELECT entry_id FROM gone)
                OR NOT EXISTS (SELECT FROM audit.leaves l WHERE l.entry_id = identity_entries.entry_id)
            """);

    static final List<String> SWAPPED_CHECKPOINTS = List.of(
            """
            CREATE TEMPORARY TABLE two ON COMMIT DROP AS SELECT n.*, row_number() OVER () AS place
                FROM (SELECT * FROM audit.checkpoints ORDER BY random() LIMIT 2) AS n;
            UPDATE audit.checkpoints c SET note = o.note, size = o.size FROM two t, two o
            WHERE c.checkpoint_number = t.checkpoint_number AND t.place = 1 AND o.place = 2
            """,
            """
            CREATE TEMPORARY TABLE two ON COMMIT DROP AS SELECT * FROM audit.checkpoints ORDER BY random() LIMIT 2;
            UPDATE audit.checkpoints c SET note = o.note, size = o.size, signed_at = o.signed_at FROM two t, two o
            WHERE c.checkpoint_number = t.checkpoint_number AND o.checkpoint_number <> t.checkpoint_number
            """,
            """
            UPDATE audit.checkpoints SET note = regexp_replace(note, E'\\n[0-9]+\\n', E'\\n' || size + 1 || E'\\n'),
                size = size + 1
            WHERE checkpoint_number = (SELECT checkpoint_number FROM audit.checkpoints ORDER BY random() LIMIT 1)
            """,
            """
            UPDATE audit.checkpoints SET note = FOREIGN_NOTE
            WHERE checkpoint_number = (SELECT max(checkpoint_number) FROM audit.checkpoints)
            """,
            "DELETE FROM audit.checkpoints WHERE checkpoint_number ="
                    + " (SELECT checkpoint_number FROM audit.checkpoints ORDER BY random() LIMIT 1)",
            """
            INSERT INTO audit.checkpoints SELECT max(checkpoint_number) + 1, max(size), now(), max(note)
            FROM audit.checkpoints
            """);

    /** A history made anew: an entry changed, its leaf and the whole tree worked out again by the test. */
    static final List<String> REWRITINGS = List.of("""
            UPDATE WHICH SET action = 'rewritten' WHERE entry_id = %s;
            UPDATE audit.leaves l SET leaf = audit.leaf(audit.line(e.entry_id, e.unit_id, e.recorded_at, e.account_id,
                e.action, e.subject_kind, e.subject_id, e.detail_hash))
            FROM audit.entries e WHERE e.entry_id = l.entry_id AND e.action = 'rewritten';
            UPDATE audit.leaves l SET leaf = audit.leaf(audit.line(e.entry_id, NULL, e.recorded_at, e.account_id,
                e.action, NULL, NULL, e.detail_hash))
            FROM audit.identity_entries e WHERE e.entry_id = l.entry_id AND e.action = 'rewritten'
            """.formatted(
                    "(SELECT l.entry_id FROM audit.leaves l JOIN WHICH USING (entry_id) ORDER BY random() LIMIT 1)"));

    private Tamperings() {}
}
