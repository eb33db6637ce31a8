package org.yijitong.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yijitong.architecture.Statements.Statement;

/** How a statement must look: whose tables it names, and how it names the unit. */
final class SqlRules {
    /** Tables that belong to no unit, the short list of design.md §5: units, identities, what concerns accounts. */
    private static final Set<String> GLOBAL = Set.of(
            "organization.units",
            "organization.unit_versions",
            "organization.unit_paths",
            "organization.v_unit_heads",
            "organization.v_unit_paths",
            "organization.identity_numbers",
            "mechanism.versions",
            "mechanism.duties",
            "mechanism.duty_versions",
            "mechanism.duty_periods",
            "mechanism.working_days",
            "mechanism.v_duties",
            "mechanism.v_duty_periods",
            "mechanism.v_working_days",
            "matter.flow_versions",
            "matter.v_flows",
            // A receipt is looked up by its code alone; the door counts addresses, not units.
            "matter.receipts",
            "matter.door_attempts",
            "mechanism.v_documents",
            "mechanism.v_duty_names",
            // What people are told is the same in every unit.
            "personal.notice_versions",
            // What tables there are, and their version.
            "operation.unit_tables",
            "operation.schema_version",
            // Statistics of whole tables, for the planner.
            "ledger.survey",
            "audit.identity_entries",
            // The tree belongs to all units; the whole log is read by the owner alone, who checks it.
            "audit.entries",
            "audit.waiting",
            "audit.identity_waiting",
            "audit.leaves",
            "audit.nodes",
            "audit.checkpoints",
            "audit.append",
            "audit.line",
            "audit.leaf",
            "audit.detail_hash",
            "access.accounts",
            "notice.mailboxes",
            "access.grants",
            "access.sessions",
            "access.reset_codes",
            "access.sign_in_attempts",
            "access.api_tokens",
            "access.factors",
            "access.recovery_codes",
            // Values under keys, put under others by the owner of the tables; the application sees none of them so.
            "organization.imports",
            "organization.import_rows",
            "organization.import_charts",
            "matter.askers",
            "access.outside_identities",
            // Only what its policy lets be seen without a unit: keys past their seven days, to be removed.
            "shared.once_keys");

    /** Functions another module may call; all else of another schema is a view named v_. */
    private static final Set<String> PUBLISHED =
            Set.of("organization.reach", "access.self", "shared.unit", "shared.root", "ledger.known", "notice.tell");

    private static final Pattern OF_A_SCHEMA = Pattern.compile("\\b([a-z_]+)\\.([a-z_0-9]+)\\b");
    private static final Pattern UNIT_TABLE =
            Pattern.compile("(?i)\\b(?:FROM|JOIN|UPDATE)\\s+([a-z_]+\\.[a-z_0-9]+)\\b(?!\\s*\\()");
    private static final Pattern OF_THE_UNIT =
            Pattern.compile("(?i)\\bunit_id\\s*=\\s*(:unit|[a-z_]+\\.unit_id)\\b|\\(\\s*:unit\\b|SELECT\\s+:unit\\b");
    private static final Pattern ACROSS_REFUSED = Pattern.compile(
            "(?i)\\b(RECURSIVE|GROUPING SETS|CUBE|ROLLUP|SKIP LOCKED|MERGE|INSERT|UPDATE|DELETE|FOR SHARE)\\b");

    private final Map<String, List<String>> allowed;

    /** @param allowed each module, to those it declares; their schemas have the same names */
    SqlRules(Map<String, List<String>> allowed) {
        this.allowed = allowed;
    }

    List<String> check(Statement statement) {
        if (statement.sql().isEmpty()) {
            return List.of(statement.where() + " is put together from something that is no constant");
        }
        String sql = statement.sql().get();
        var found = new ArrayList<>(foreign(statement.source(), sql));
        switch (statement.door()) {
            case "in", "byKey" -> found.addAll(inUnit(sql));
            case "across" -> found.addAll(across(sql));
            default -> found.addAll(global(sql));
        }
        return found.stream().map(each -> statement.where() + " " + each).toList();
    }

    /** Another module's schema: only what it publishes, only where the dependency is declared. */
    List<String> foreign(JavaSource source, String sql) {
        var found = new ArrayList<String>();
        var names = OF_A_SCHEMA.matcher(sql);
        while (names.find()) {
            String schema = names.group(1);
            if (!allowed.containsKey(schema) || schema.equals(source.module())) {
                continue;
            }
            if (!names.group(2).startsWith("v_") && !PUBLISHED.contains(names.group())) {
                found.add("touches " + names.group() + " of another module");
            }
            if (!allowed.getOrDefault(source.module(), List.of()).contains(schema)) {
                found.add("names " + names.group() + " without a declared dependency");
            }
        }
        return found;
    }

    private List<String> inUnit(String sql) {
        long tables = UNIT_TABLE
                .matcher(sql)
                .results()
                .filter(each -> allowed.containsKey(each.group(1).replaceFirst("\\..*", "")))
                .filter(each -> !each.group(1).contains(".v_unit_"))
                .filter(each -> !each.group(1).startsWith("mechanism."))
                .count();
        long conditions = OF_THE_UNIT.matcher(sql).results().count();
        return !sql.contains(":unit") || conditions < tables
                ? List.of("names " + tables + " table(s) and the unit " + conditions + " time(s)")
                : List.of();
    }

    private static List<String> across(String sql) {
        return ACROSS_REFUSED
                .matcher(sql)
                .results()
                .map(each -> "rolls up with " + each.group())
                .toList();
    }

    private List<String> global(String sql) {
        return OF_A_SCHEMA
                .matcher(sql)
                .results()
                .filter(each -> allowed.containsKey(each.group(1)))
                .map(each -> each.group())
                .filter(name -> !GLOBAL.contains(name) && !PUBLISHED.contains(name))
                .map(name -> "reaches " + name + " without a unit")
                .toList();
    }
}
