package org.yijitong.operation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.operation.postgres.StartRefused;

/**
 * All tables being filled, in one transaction. Row-level security rests and foreign keys are put back afterwards, which checks
 * them: rows may come in any order of tables.
 */
final class Loading {
    private static final int LONGEST = 1 << 20;

    private static final String FORCED = """
            SELECT c.oid::regclass::text FROM pg_class c
            WHERE c.relkind = 'r' AND c.relforcerowsecurity ORDER BY 1""";

    private static final String TIES_CUT = """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname)
            FROM pg_constraint k WHERE k.contype = 'f' AND k.conparentid = 0 ORDER BY 1""";

    private static final String TIES = """
            SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname,
                pg_get_constraintdef(k.oid))
            FROM pg_constraint k WHERE k.contype = 'f' AND k.conparentid = 0 ORDER BY 1""";

    private final OwnerTables owner;
    private final Map<String, OwnerTables.Table> empty = new HashMap<>();
    private final List<OwnerTables.Table> filled = new ArrayList<>();
    private final List<String> forced;
    private final List<String> ties;

    Loading(OwnerTables owner) throws SQLException {
        this.owner = owner;
        forced = owner.texts(FORCED);
        ties = owner.texts(TIES);
        owner.execute(owner.texts(TIES_CUT));
        owner.execute(forced.stream()
                .map(table -> "ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY")
                .toList());
        List<OwnerTables.Table> all = owner.all();
        all.forEach(table -> empty.put(table.name(), table));
        owner.execute("TRUNCATE "
                + String.join(
                        ", ", all.stream().map(OwnerTables.Table::name).sorted().toList()));
    }

    /** @throws StartRefused when there is no such table, or with other columns */
    void table(String name, InputStream rows) throws SQLException, IOException {
        OwnerTables.Table table = empty.remove(name);
        String columns = line(rows);
        if (table == null || !table.columns().equals(columns)) {
            throw new StartRefused("the backup holds the table " + name + " as it is not known here");
        }
        owner.fill(table, rows);
        filled.add(table);
    }

    /** Reads everything again and compares; then ties the tables together and shuts them. */
    void finish(List<Contents.Table> expected) throws SQLException, IOException {
        Map<String, Contents.Table> wanted = new HashMap<>();
        expected.forEach(table -> wanted.put(table.name(), table));
        if (!empty.isEmpty()) {
            throw new StartRefused("the backup lacks the tables " + empty.keySet());
        }
        for (OwnerTables.Table table : filled) {
            Contents.Table found = owner.copy(table, OutputStream.nullOutputStream());
            if (!found.equals(wanted.remove(table.name()))) {
                throw new StartRefused("the table " + table.name() + " is not what was backed up");
            }
        }
        if (!wanted.isEmpty()) {
            throw new StartRefused("the backup names tables that it does not hold: " + wanted.keySet());
        }
        owner.execute(ties);
        owner.execute(forced.stream()
                .map(table -> "ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY")
                .toList());
    }

    private static String line(InputStream in) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
