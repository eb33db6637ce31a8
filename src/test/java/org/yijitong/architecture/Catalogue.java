package org.yijitong.architecture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions to the catalogue of a migrated database; each answer lists what breaks a rule. */
final class Catalogue {
    private static final String OURS = """
            SELECT c.oid, c.relname, n.nspname, c.oid::regclass::text AS name, c.relrowsecurity, c.relforcerowsecurity
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
              AND n.nspname NOT LIKE 'pg\\_%'""";

    /**
     * All tables; those replicated to every machine, which are definitions and identities; and the others, which are
     * unit data.
     */
    private static final String TABLES = "WITH tables AS (" + OURS + "), replicated AS (SELECT name FROM "
            + "unnest(string_to_array(?, ',')) AS name), unit_data AS (SELECT * FROM tables WHERE name NOT IN "
            + "(SELECT name FROM replicated)) ";

    static final String EVERY_TABLE = TABLES + "SELECT name FROM tables";

    static final String PROTECTED = TABLES + "SELECT name FROM tables WHERE relrowsecurity";

    static final String WITHOUT_PRIMARY_KEY = TABLES + """
            SELECT name FROM tables t WHERE NOT EXISTS (
                SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'p')""";

    /** In an exclusion the unit only has to take part: it finds nothing, and GiST wants the telling column first. */
    static final String UNIT_NOT_FIRST_IN_KEY = TABLES + """
            SELECT t.name || ' ' || i.indexrelid::regclass FROM unit_data t
            JOIN pg_index i ON i.indrelid = t.oid AND (i.indisunique OR i.indisexclusion)
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'unit_id'
            WHERE CASE WHEN i.indisexclusion THEN a.attnum <> ALL (string_to_array(i.indkey::text, ' ')::int2[])
                       ELSE i.indkey[0] <> a.attnum END""";

    static final String UNIT_NOT_FIRST_IN_FOREIGN_KEY = TABLES + """
            SELECT t.name || ' ' || k.conname FROM unit_data t
            JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1]
            WHERE a.attname <> 'unit_id'""";

    static final String UNIT_UPDATABLE = TABLES + """
            SELECT t.name FROM tables t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'unit_id'
            WHERE has_column_privilege('yijitong_app', t.oid, a.attnum, 'UPDATE')""";

    static final String DEFINITION_POINTS_AT_UNIT_DATA = TABLES + """
            SELECT t.name || ' -> ' || k.confrelid::regclass FROM tables t
            JOIN replicated r ON r.name = t.name
            JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
            WHERE k.confrelid IN (SELECT oid FROM unit_data)""";

    static final String UNPROTECTED = TABLES + """
            SELECT t.name FROM unit_data t
            WHERE NOT (t.relrowsecurity AND t.relforcerowsecurity) OR NOT EXISTS (
                SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'unit_only'
                  AND pg_get_expr(p.polqual, p.polrelid) = '(unit_id = shared.unit())'
                  AND p.polroles = ARRAY['yijitong_app'::regrole::oid])""";

    static final String FOREIGN_KEY_WITHOUT_INDEX = TABLES + """
            SELECT t.name || ' ' || k.conname FROM tables t
            JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
            WHERE NOT EXISTS (
                SELECT FROM pg_index i WHERE i.indrelid = t.oid
                  AND (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] @> k.conkey)""";

    static final String FLOATING = TABLES + """
            SELECT t.name || '.' || a.attname FROM tables t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
            WHERE a.atttypid IN ('float4'::regtype, 'float8'::regtype, 'money'::regtype)""";

    static final String TIME_WITHOUT_ZONE = TABLES + """
            SELECT t.name || '.' || a.attname FROM tables t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
            WHERE a.atttypid IN ('timestamp'::regtype, 'time'::regtype, 'timetz'::regtype)""";

    static final String ODD_NAME = TABLES + """
            SELECT t.name || '.' || a.attname FROM tables t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE t.relname !~ '^[a-z][a-z0-9_]*$' OR a.attname !~ '^[a-z][a-z0-9_]*$'
               OR EXISTS (SELECT FROM pg_get_keywords() w WHERE w.catcode IN ('R', 'T')
                   AND w.word IN (t.relname, a.attname))""";

    static final String CHANGEABLE = TABLES + """
            SELECT 'UPDATE ' || t.name || '.' || a.attname FROM tables t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE has_column_privilege('yijitong_app', t.oid, a.attnum, 'UPDATE')
            UNION ALL
            SELECT p.privilege || ' ' || t.name FROM tables t, unnest(ARRAY['DELETE', 'TRUNCATE']) AS p(privilege)
            WHERE has_table_privilege('yijitong_app', t.oid, p.privilege)""";

    static final String WRITABLE_BY_ROLL_UP = TABLES + """
            SELECT t.name FROM tables t
            WHERE has_any_column_privilege('yijitong_rollup', t.oid, 'INSERT, UPDATE')
               OR has_table_privilege('yijitong_rollup', t.oid, 'DELETE, TRUNCATE')""";

    static final String UNCHECKED = TABLES + """
            SELECT t.name || ' ' || k.conname FROM tables t
            JOIN pg_constraint k ON k.conrelid = t.oid AND NOT k.convalidated""";

    static final String FREE_ROLE = TABLES + """
            SELECT rolname FROM pg_roles
            WHERE rolname IN ('yijitong_app', 'yijitong_rollup')
              AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolinherit AND rolcanlogin
                  OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid))""";

    private Catalogue() {}

    /** What breaks a rule, in order. {@code definitions}: the names of the reference tables. */
    static List<String> ask(Connection connection, String question, List<String> definitions) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, String.join(",", definitions));
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found.stream().sorted().toList();
        }
    }

    /** The first column of what a query gives. */
    static List<String> column(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
