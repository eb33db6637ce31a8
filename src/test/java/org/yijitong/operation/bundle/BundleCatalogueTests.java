package org.yijitong.operation.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yijitong.ProductTest;
import org.yijitong.TestDatabase;

/** Columns that a bundle has to treat in a way of their own are all known to it. */
@ProductTest
class BundleCatalogueTests {
    /** Made on the server a row comes from, and the same on every server. */
    private static final Set<String> IDS = Set.of(
            "absent",
            "account_id",
            "actor_id",
            "ancestor_id",
            "appointment_id",
            "approved_by",
            "attachment_id",
            "barred",
            "change_id",
            "descendant_id",
            "draft_id",
            "entry_id",
            "excuse_id",
            "fact_id",
            "file_id",
            "group_id",
            "guest_unit_id",
            "host_id",
            "host_unit_id",
            "import_id",
            "into_id",
            "invitation_id",
            "involved",
            "leading_id",
            "matter_id",
            "membership_id",
            "merged_into",
            "merger_id",
            "migration_id",
            "named_id",
            "new_person_id",
            "notice_id",
            "obligation_id",
            "organization_id",
            "owner_id",
            "parent_id",
            "part_id",
            "path_id",
            "person_id",
            "plan_id",
            "predecessor_id",
            "record_id",
            "root_id",
            "said_by",
            "series_id",
            "source_id",
            "subject_id",
            "submitted_by",
            "succession_id",
            "successor_id",
            "superior_id",
            "template_id",
            "term_id",
            "tie_id",
            "top_id",
            "trigger_fact_id",
            "unit_id",
            "written_by");

    @Autowired
    JdbcClient jdbc;

    private List<String> ask(String query) throws SQLException {
        try (var connection = TestDatabase.administrator(jdbc.sql("SELECT current_database()")
                        .query(String.class)
                        .single());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /**
     * An id of something that every server numbers by itself, such as a version of a document, must be called by its name
     * on the way, as duties are. Whoever adds a column of ids says here that it is none of those, or lets it be renamed.
     */
    @Test
    void noIdOfADefinitionTravelsUnnoticed() throws Exception {
        assertThat(ask("""
                SELECT DISTINCT a.attname FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute u ON u.attrelid = c.oid AND u.attname = 'unit_id'
                WHERE a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) AND a.attnum > 0 AND NOT a.attisdropped
                  AND NOT (a.attname = 'version_id' AND n.nspname = 'organization')
                  AND a.attrelid::regclass::text <> ALL (string_to_array('%s', ' '))
                """.formatted(String.join(" ", Travel.STAYS.keySet()))))
                .filteredOn(name -> !IDS.contains(name))
                .containsExactlyInAnyOrder("duty_id", "duty_version_id", "version_id");
    }

    @Test
    void whatIsLongerThanAHashIsAFile() throws Exception {
        List<String> bytes = ask("""
                SELECT a.attrelid::regclass || '.' || a.attname FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
                JOIN pg_attribute u ON u.attrelid = c.oid AND u.attname = 'unit_id'
                WHERE a.atttypid = 'bytea'::regtype AND a.attnum > 0 AND NOT a.attisdropped
                """);
        Set<String> known = new TreeSet<>(List.of(
                "document.contents.hash",
                "organization.identity_numbers.number_hash",
                "activity.attachments.hash",
                "matter.files.hash",
                "activity.ledger_imports.hash"));
        Travel.FILES.forEach((table, column) -> known.add(table + "." + column));
        known.add("organization.identity_numbers.sealed");
        known.addAll(List.of("matter.askers.sealed", "matter.receipts.code_hash", "matter.open311_keys.key_hash"));
        known.addAll(List.of("audit.entries.salt", "audit.entries.detail_hash", "audit.waiting.leaf"));
        assertThat(bytes).containsExactlyInAnyOrderElementsOf(known);
    }
}
