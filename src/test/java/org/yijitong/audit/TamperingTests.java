package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand times a superuser of the database tampers with a log of 700 entries under eight checkpoints, each time in
 * another way: whoever holds the key and the files of the data folder sees it.
 */
class TamperingTests {
    private static final int TIMES = 1_000;
    private static final HexFormat HEX = HexFormat.of();

    private static final Map<String, List<String>> KINDS = Map.of(
            "edit", Tamperings.EDITS,
            "delete", Tamperings.DELETIONS,
            "insert", Tamperings.INSERTIONS,
            "reorder", Tamperings.REORDERINGS,
            "truncate", Tamperings.TRUNCATIONS,
            "old backup", Tamperings.OLD_BACKUPS,
            "swapped checkpoint", Tamperings.SWAPPED_CHECKPOINTS,
            "rewritten history", Tamperings.REWRITINGS);

    @TempDir
    static Path folder;

    @TempDir
    static Path elsewhere;

    @Test
    void everyTamperingIsDetected() throws SQLException {
        long seed = Long.getLong("yijitong.seed", System.nanoTime());
        var random = new Random(seed);
        var detected = new TreeMap<String, Integer>();
        var missed = new ArrayList<String>();
        try (var log = new LogDesk(folder)) {
            fill(log);
            String foreign = foreignNote(log);
            assertThat(log.check().findings()).isEmpty();
            try (var superuser = log.administrator()) {
                superuser.setAutoCommit(false);
                var kinds = KINDS.keySet().stream().sorted().toList();
                for (int i = 0; i < TIMES; i++) {
                    String kind = kinds.get(i % kinds.size());
                    String done = tamper(superuser, kind, random, foreign);
                    if (log.check(superuser).clean()) {
                        missed.add(kind + ": " + done);
                    }
                    detected.merge(kind, 1, Integer::sum);
                    superuser.rollback();
                }
            }
            assertThat(log.check().findings()).isEmpty();
        }
        assertThat(missed).as("seed %d", seed).isEmpty();
        System.out.printf("%,d tamperings, %,d detected %s, seed %d%n", TIMES, TIMES - missed.size(), detected, seed);
    }

    /** Seven checkpoints, of more leaves than one kept node has, and a few entries that still wait. */
    private static void fill(LogDesk log) {
        for (int entries : List.of(3, 90, 1, 300, 120, 150, 29)) {
            log.write(entries);
            log.checkpoints().now();
        }
        log.write(7);
    }

    /** The last checkpoint word for word, signed by someone else's key. */
    private static String foreignNote(LogDesk log) {
        try (var other = new LogDesk(elsewhere)) {
            return other.part(LogSigner.class).sign(log.checkpoints().last().orElseThrow());
        }
    }

    private static String tamper(Connection superuser, String kind, Random random, String foreign) throws SQLException {
        var ways = Objects.requireNonNull(KINDS.get(kind));
        String which = random.nextInt(5) == 0 ? "audit.identity_entries" : "audit.entries";
        String script = ways.get(random.nextInt(ways.size()))
                .replace("WHICH", which)
                .replace("FOREIGN_NOTE", superuser.createStatement().enquoteLiteral(foreign));
        int changed = 0;
        try (var statement = superuser.createStatement()) {
            statement.execute("SELECT setseed(" + (random.nextInt(2_000_001) - 1_000_000) / 1e6 + ")");
            for (String each : script.split(";", -1)) {
                statement.execute(each);
                changed += Math.max(0, statement.getUpdateCount());
            }
        }
        if (!script.contains("TRUNCATE")) {
            assertThat(changed).as(script).isPositive();
        }
        if (kind.equals("rewritten history")) {
            rebuild(superuser);
        }
        return script;
    }

    /** Nodes that fit the leaves as they now are. */
    private static void rebuild(Connection superuser) throws SQLException {
        var tree = new Frontier(0, List.of());
        try (var statement = superuser.createStatement()) {
            var leaves = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery("SELECT encode(leaf, 'hex') FROM audit.leaves ORDER BY leaf_index")) {
                while (rows.next()) {
                    leaves.add(rows.getString(1));
                }
            }
            statement.execute("DELETE FROM audit.nodes");
            var nodes = new ArrayList<String>();
            leaves.forEach(leaf -> tree.append(HEX.parseHex(leaf), (span, root) -> {
                if (span.isKept()) {
                    nodes.add("(" + span.level() + ", " + span.index() + ", '\\x" + HEX.formatHex(root) + "')");
                }
            }));
            statement.execute("INSERT INTO audit.nodes VALUES " + String.join(", ", nodes));
        }
    }
}
