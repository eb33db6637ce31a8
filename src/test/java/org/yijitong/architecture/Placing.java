package org.yijitong.architecture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the migrations place their tables: spread by unit, or the same everywhere. */
final class Placing {
    private static final Pattern PLACED =
            Pattern.compile("SELECT shared\\.(distribute|replicate)\\(([^;]*?);", Pattern.DOTALL);

    private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+\\.\\w+)");
    private static final Pattern NAME = Pattern.compile("'(\\w+\\.\\w+)'");

    private Placing() {}

    /** The tables handed to one of the two placement functions. */
    static List<String> tables(String how) {
        return Project.below(Project.MIGRATIONS).stream()
                .map(Project::text)
                .flatMap(text -> PLACED.matcher(text).results().toList().stream())
                .filter(call -> call.group(1).equals(how))
                .flatMap(call -> NAME.matcher(call.group(2)).results())
                .map(name -> name.group(1))
                .toList();
    }

    /** Tables without foreign keys, each then placed; foreign keys after all of that. */
    static boolean inOrder(String migration) {
        int tie = migration.indexOf("REFERENCES ");
        int lastPlacing = PLACED.matcher(migration)
                .results()
                .mapToInt(MatchResult::start)
                .max()
                .orElse(-1);
        boolean placed = CREATED.matcher(migration).results().allMatch(table -> placedAfter(table, migration));
        return placed && (tie < 0 || tie > lastPlacing);
    }

    private static boolean placedAfter(MatchResult table, String migration) {
        return PLACED.matcher(migration)
                .results()
                .anyMatch(call -> call.start() > table.start() && call.group(2).contains("'" + table.group(1) + "'"));
    }

    /** An INSERT of a row of some unit that the table's types and checks accept. */
    static String anyRow(Connection connection, String table, UUID unit) throws SQLException {
        var columns = Catalogue.column(connection, """
                SELECT a.attname || '=' || CASE
                    WHEN a.attname = 'unit_id' THEN '''%2$s'''
                    WHEN a.attname ~ '_(to|due_on)$|^due_on$' AND a.atttypid = 'date'::regtype THEN '''2020-01-02'''
                    WHEN a.atttypid = 'date'::regtype THEN '''2020-01-01'''
                    WHEN a.atttypid = 'timestamptz'::regtype THEN 'now()'
                    WHEN a.atttypid = 'uuid'::regtype THEN 'gen_random_uuid()'
                    WHEN a.atttypid = 'int4'::regtype THEN '1'
                    WHEN a.atttypid = 'bool'::regtype THEN 'false'
                    WHEN a.atttypid = 'numeric'::regtype THEN '1'
                    WHEN a.atttypid = 'jsonb'::regtype THEN '''{}'''
                    WHEN a.atttypid = 'text[]'::regtype AND EXISTS (SELECT FROM pg_constraint k
                        WHERE k.conrelid = a.attrelid AND k.conkey = ARRAY[a.attnum]
                          AND pg_get_constraintdef(k.oid) LIKE '%%cardinality%%') THEN '''{x}'''
                    WHEN a.atttypid IN ('text[]'::regtype, 'uuid[]'::regtype) THEN '''{}'''
                    WHEN a.atttypid = 'bytea'::regtype THEN 'sha256(''%2$s'')'
                    ELSE coalesce((SELECT '''' || (regexp_match(pg_get_constraintdef(k.oid), 'ARRAY\\[''([a-z_]+)'))[1]
                        || '''' FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.conkey = ARRAY[a.attnum]
                        AND pg_get_constraintdef(k.oid) LIKE '%%ARRAY[%%' LIMIT 1), '''x''')
                    END
                FROM pg_attribute a
                WHERE a.attrelid = '%1$s'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
                  AND a.attgenerated = ''
                """.formatted(table, unit));
        String names =
                columns.stream().map(each -> each.replaceFirst("=.*", "")).collect(Collectors.joining(", "));
        String values =
                columns.stream().map(each -> each.replaceFirst("^\\w+=", "")).collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")";
    }
}
