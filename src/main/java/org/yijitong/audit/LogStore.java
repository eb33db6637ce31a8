package org.yijitong.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The tree and its checkpoints. */
@Component
class LogStore {
    private static final HexFormat HEX = HexFormat.of();

    private final Db db;

    LogStore(Db db) {
        this.db = db;
    }

    /** One place of a kept level, 0 for a leaf; the hash in hexadecimal. */
    record Kept(int level, long nodeIndex, String hash) {}

    /** A checkpoint that was signed. */
    record Signed(long checkpointNumber, long size, String note) {}

    /** Places of a kept level, from {@code first} to before {@code after}. */
    private record Stretch(int level, long first, long after) {}

    /** Waits for whoever else numbers leaves, on this node or another; until the transaction ends. */
    void lock() {
        db.global("SELECT pg_advisory_xact_lock(hashtext('audit'))::text").list(String.class);
    }

    /** How many leaves have a number. */
    long size() {
        return db.global("SELECT coalesce(max(leaf_index) + 1, 0) FROM audit.leaves")
                .one(Long.class);
    }

    /** Numbers what is committed and has no number, the oldest of it; the leaves in order, in hexadecimal. */
    List<String> append(int most) {
        return db.global("SELECT encode(leaf, 'hex') FROM audit.append(:most) ORDER BY leaf_index")
                .bind("most", most)
                .list(String.class);
    }

    Optional<Signed> last() {
        return db.global("""
                SELECT checkpoint_number, size, note FROM audit.checkpoints ORDER BY checkpoint_number DESC LIMIT 1
                """).first(Signed.class);
    }

    /** Those after a number, in order. */
    List<Signed> after(long number, int most) {
        return db.global("""
                        SELECT checkpoint_number, size, note FROM audit.checkpoints
                        WHERE checkpoint_number > :number
                        ORDER BY checkpoint_number
                        LIMIT :most
                        """).bind("number", number).bind("most", most).list(Signed.class);
    }

    /** Those at which the key changed, in order: the last of each key and the first of the next. */
    List<Signed> changes() {
        return db.global("""
                        SELECT checkpoint_number, size, note FROM audit.checkpoints
                        WHERE position(E'\\nnext ' IN note) > 0 OR position(E'\\nafter ' IN note) > 0
                        ORDER BY checkpoint_number
                        LIMIT 1000
                        """).list(Signed.class);
    }

    void add(Checkpoint checkpoint, Instant at, String note) {
        db.global("""
                        INSERT INTO audit.checkpoints (checkpoint_number, size, signed_at, note)
                        VALUES (:number, :size, :at, :note)
                        """)
                .bind("number", checkpoint.number())
                .bind("size", checkpoint.size())
                .bind("at", at)
                .bind("note", note)
                .run();
    }

    /** Keeps subtrees that were completed. */
    void keep(List<Kept> nodes) {
        db.global("""
                        INSERT INTO audit.nodes (level, node_index, hash)
                        SELECT n.level, n.node_index, decode(n.hash, 'hex')
                        FROM jsonb_to_recordset(:nodes::jsonb) AS n(level int, node_index bigint, hash text)
                        """).rows("nodes", nodes).run();
    }

    /**
     * The roots of complete subtrees.
     *
     * @throws IllegalStateException when one of them is not complete
     */
    Map<Span, byte[]> hashes(Collection<Span> spans) {
        Map<Span, byte[]> kept = kept(spans);
        Map<Span, byte[]> hashes = new HashMap<>();
        for (Span span : spans) {
            hashes.put(span, fold(span, kept));
        }
        return hashes;
    }

    private Map<Span, byte[]> kept(Collection<Span> spans) {
        var stretches = spans.stream()
                .map(span -> new Stretch(span.keptLevel(), span.first(), span.first() + span.width()))
                .distinct()
                .toList();
        Map<Span, byte[]> kept = new HashMap<>();
        db.global("""
                        SELECT 0 AS level, l.leaf_index AS node_index, encode(l.leaf, 'hex') AS hash
                        FROM jsonb_to_recordset(:stretches::jsonb) AS s(level int, first bigint, after bigint)
                        JOIN audit.leaves l ON s.level = 0 AND l.leaf_index >= s.first AND l.leaf_index < s.after
                        UNION ALL
                        SELECT n.level, n.node_index, encode(n.hash, 'hex')
                        FROM jsonb_to_recordset(:stretches::jsonb) AS s(level int, first bigint, after bigint)
                        JOIN audit.nodes n ON n.level = s.level AND n.node_index >= s.first AND n.node_index < s.after
                        """)
                .rows("stretches", stretches)
                .list(Kept.class)
                .forEach(each -> kept.put(new Span(each.level(), each.nodeIndex()), HEX.parseHex(each.hash())));
        return kept;
    }

    private static byte[] fold(Span span, Map<Span, byte[]> kept) {
        var merkle = new Merkle();
        List<byte[]> row = new ArrayList<>();
        for (long i = span.first(); i < span.first() + span.width(); i++) {
            byte[] hash = kept.get(new Span(span.keptLevel(), i));
            if (hash == null) {
                throw new IllegalStateException("the log has lost level " + span.keptLevel() + ", place " + i);
            }
            row.add(hash);
        }
        while (row.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < row.size(); i += 2) {
                above.add(merkle.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
