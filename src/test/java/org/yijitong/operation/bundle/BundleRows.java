package org.yijitong.operation.bundle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yijitong.TestDatabase;
import org.yijitong.shared.UnitId;

/** All rows of a unit on one server, read behind the product's back; duties and flows by their names. */
final class BundleRows implements AutoCloseable {
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What is sealed or hashed with the key of the server, and what says that something was packed. */
    private static final Pattern OWN = Pattern.compile(
            "\"(sealed|number_hash|identity_sealed|identity_hash|file)\": \"[^\"]*\"|.*\"unit\\.(un)?bundled\".*");

    private final Connection connection;
    private final Map<String, String> names = new HashMap<>();

    BundleRows(ApplicationContext server) {
        try {
            connection = TestDatabase.administrator(server.getBean(JdbcClient.class)
                    .sql("SELECT current_database()")
                    .query(String.class)
                    .single());
            for (List<String> named : ask("""
                    SELECT duty_id::text, mechanism || '/' || name FROM mechanism.duties
                    UNION ALL
                    SELECT v.duty_version_id::text, d.mechanism || '/' || d.name || '/' || m.number
                    FROM mechanism.duty_versions v
                    JOIN mechanism.duties d USING (duty_id)
                    JOIN mechanism.versions m USING (version_id)
                    UNION ALL
                    SELECT version_id::text, flow || '/' || number FROM matter.flow_versions
                    """)) {
                names.put(named.getFirst(), named.getLast());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<List<String>> ask(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                found.add(List.of(
                        rows.getString(1), rows.getString(rows.getMetaData().getColumnCount())));
            }
            return found;
        }
    }

    /** By table. */
    Map<String, List<String>> of(UnitId unit) {
        Map<String, List<String>> all = new TreeMap<>();
        try {
            for (List<String> table : ask("SELECT name FROM operation.unit_tables()")) {
                String name = table.getFirst();
                if (!Travel.STAYS.containsKey(name)) {
                    all.put(
                            name,
                            ask("SELECT to_jsonb(t)::text FROM " + name + " t WHERE unit_id = '" + unit + "'").stream()
                                    .map(row ->
                                            OWN.matcher(named(row.getFirst())).replaceAll("own"))
                                    .filter(row -> !row.equals("own"))
                                    .toList());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    /** How many entries of the log have no place in the tree of that server, nor wait for one. */
    int withoutPlace(UnitId unit) {
        try {
            return Integer.parseInt(ask("""
                    SELECT count(*)::text FROM audit.entries e
                    WHERE e.unit_id = '%s' AND NOT EXISTS (
                        SELECT FROM (SELECT entry_id, leaf FROM audit.waiting UNION ALL
                                     SELECT entry_id, leaf FROM audit.leaves) AS l
                        WHERE l.entry_id = e.entry_id AND l.leaf = audit.leaf(audit.line(e.entry_id, e.unit_id,
                            e.recorded_at, e.account_id, e.action, e.subject_kind, e.subject_id, e.detail_hash)))
                    """.formatted(unit)).getFirst().getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many organizations and people that matters speak of are not on that server. */
    int unknownInMatters(UnitId unit) {
        try {
            return Integer.parseInt(ask("""
                    SELECT count(*)::text FROM (
                        SELECT unnest(m.involved || m.host_id || m.owner_id || m.named_id) AS id, 'o' AS kind
                        FROM matter.matters m WHERE m.unit_id = '%1$s'
                        UNION ALL
                        SELECT unnest(m.barred), 'p' FROM matter.matters m WHERE m.unit_id = '%1$s'
                        UNION ALL
                        SELECT unnest(ARRAY[e.owner_id, e.actor_id]), 'o' FROM matter.events e
                        WHERE e.unit_id = '%1$s'
                        UNION ALL
                        SELECT e.person_id, 'p' FROM matter.events e WHERE e.unit_id = '%1$s'
                        UNION ALL
                        SELECT (d.value ->> 'person')::uuid, 'p' FROM matter.matters m,
                            jsonb_each(m.known -> 'done') d WHERE m.unit_id = '%1$s'
                    ) AS named
                    WHERE id IS NOT NULL AND CASE kind
                        WHEN 'o' THEN NOT EXISTS (SELECT FROM organization.organizations o
                            WHERE o.unit_id = '%1$s' AND o.organization_id = id)
                        ELSE NOT EXISTS (SELECT FROM organization.people p
                            WHERE p.unit_id = '%1$s' AND p.person_id = id) END
                    """.formatted(unit)).getFirst().getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String named(String row) {
        return UUIDS.matcher(row).replaceAll(id -> names.getOrDefault(id.group(), id.group()));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
