package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows are one statement, never a statement each. */
class QueryLoopTests {
    /** Methods that may loop over queries, each with what bounds the loop. */
    private static final Map<String, String> BOUNDED = Map.ofEntries(
            Map.entry("MatterRows.each", "the matters of a year, five hundred at a time"),
            Map.entry("Papers.each", "the records of a year, five thousand at a time"),
            Map.entry(
                    "LedgerWriting.write",
                    "the lines of one ledger by two thousand, in one transaction that can be stopped"),
            Map.entry("LedgerWriting.count", "the same, ten thousand at a time"),
            Map.entry("LedgerPages.of", "the twenty lines of one page"),
            Map.entry("Arrears.catchUp", "the at most twelve lines of one page"),
            Map.entry("Checkpoints.now", "what waits for a number, ten thousand at a time, each round a transaction"),
            Map.entry("Checkpoints.file", "checkpoints that are not filed yet, a thousand at a time"),
            Map.entry("LogCheck.run", "the whole log, 65,536 entries at a time, with progress"),
            Map.entry("LogCheck.block", "the same, in pages side by side, and the at most seven kept levels"),
            Map.entry("LogExport.checkpoints", "all checkpoints, a thousand at a time, into a file"),
            Map.entry("LogExport.entries", "the whole log, 4,096 entries at a time, into a file"),
            Map.entry("Witness.send", "checkpoints the witness has not taken, five hundred at a time"),
            Map.entry("LogCheck.signed", "all checkpoints, ten thousand at a time"),
            Map.entry("Checkpoints.handOver", "what waits for a number, ten thousand at a time, in one transaction"),
            Map.entry("ErasedAgain.run", "what was erased since a backup, two hundred people at a time"),
            Map.entry("Accounts.grant", "the few posts a new account is given by hand"),
            Map.entry("DemoAccounts.make", "the accounts of the demonstration world, fewer than twenty, once"),
            Map.entry("DemoAccounts.present", "the same"),
            Map.entry("NamesTyped.resolved", "the names of people that were typed into one form, at most eight"),
            Map.entry("MatterMaker.make", "the two units of the demonstration world that have matters, once"),
            Map.entry("TwoYears.write", "the eight units of the demonstration world, once"),
            Map.entry("TwoYears.alone", "the twenty-four months of a unit of the demonstration world, once"),
            Map.entry("TwoYears.together", "the same, of all its units"),
            Map.entry("Invitations.send", "the units of at most twenty guests, each among rows of its own"),
            Map.entry("Invitations.takeBack", "the same"),
            Map.entry("Invitations.retell", "at most twenty guests that confirmed"),
            Map.entry("MatterController.put", "the at most eight files of one step"),
            Map.entry("MatterRounds.handOver", "all units, once a day, each in transactions of its own"),
            Map.entry("Reminding.round", "all units, once a day, each in a transaction of its own"),
            Map.entry("Postman.round", "all units, each minute, each in transactions of its own"),
            Map.entry("Postman.send", "at most fifty digests, each stored before and after it leaves"),
            Map.entry("HookPostman.round", "all units, each in transactions of its own"),
            Map.entry("HookPostman.send", "at most ten messages to each hook, each noted when its answer is there"),
            Map.entry("Rounds.open", "all units, once a day, each in a transaction of its own"),
            Map.entry("Rounds.count", "all units, after something was published, each in a transaction of its own"),
            Map.entry("Rounds.fold", "all units, each in a transaction of its own"),
            Map.entry(
                    "ImportWriting.index",
                    "a roster's rows, 5,000 a time, so that one sees how far it is and may stop it"),
            Map.entry(
                    "Rebuild.look", "a hundred thousand facts a time, so that one sees how far it is and may stop it"),
            Map.entry("Rebuild.mend", "the same"),
            Map.entry("RebuildCommand.all", "all units, each in a transaction of its own"),
            Map.entry("Unpacking.all", "the tables of the catalogue, once for each bundle"),
            Map.entry("Unpacking.table", "the rows of a bundle, two thousand a time"),
            Map.entry("Unpacking.withFiles", "attachments, too large to be written at once"),
            Map.entry("Packing.all", "the tables of the catalogue, once for each bundle"),
            Map.entry("Packing.files", "attachments, too large to be read at once"),
            Map.entry("Rehearsals.run", "all units, so that one sees how far it is and may stop it"),
            Map.entry("Purge.run", "all units, every night, each table in transactions of its own"),
            Map.entry("Purge.due", "the few tables of which anything is removed"),
            Map.entry("Leavers.clear", "what the log said of at most two hundred people, a thousand entries at a time"),
            Map.entry("Selves.of", "the at most twenty units of an account"),
            Map.entry("Concerned.lines", "the same"),
            Map.entry("Concerned.scope", "the same"),
            Map.entry("MyData.shares", "the same, all tables of a unit in one statement"),
            Map.entry("MyData.all", "the same"),
            Map.entry("People.leave", "the four spheres a person can belong to"),
            Map.entry("People.merge", "the four spheres a person can belong to"));

    @Test
    void noLoopQueries() {
        var found = QueryLoops.of(JavaSource.of(Project.MAIN));
        assertThat(found.keySet()).as("%s", found).isEqualTo(BOUNDED.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < 9; i++) { store.add(i); }",
                "for (var id : ids) { store.add(id); }",
                "while (store.more()) { go(); }",
                "do { store.add(1); } while (true);",
                "ids.forEach(store::add);",
                "ids.stream().map(id -> store.add(id)).toList();",
                "for (var id : ids) { kept.computeIfAbsent(id, asked -> store.find()); }",
                "for (var id : ids) { inner(id); }"
            })
    void aPlantedLoopIsFound(String loop) {
        assertThat(planted(loop)).containsOnlyKeys("Planted.outer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store.add(ids);",
                "store.find().map(id -> store.add(id));",
                "kept.computeIfAbsent(ids, asked -> store.find());",
                "for (var id : store.all()) { go(id); }"
            })
    void oneQueryIsNoLoop(String statement) {
        assertThat(planted(statement)).isEmpty();
    }

    private static Map<String, String> planted(String loop) {
        return QueryLoops.of(List.copyOf(JavaSource.planted("Planted.java", """
                class PlantedStore {
                    Db db;
                    void add(Object id) { db.in(unit, "").run(); }
                    Object find() { return db.in(unit, ""); }
                    Object all() { return find(); }
                    boolean more() { return all() == null; }
                }
                class Planted {
                    PlantedStore store;
                    void outer(java.util.List<Object> ids) { %s }
                    void inner(Object id) { store.add(id); }
                    void go() {}
                }
                """.formatted(loop))));
    }
}
