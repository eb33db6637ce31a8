package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yijitong.TestDatabase;

/** The rules of design.md §4 about tables, asked of the catalogue of a database that all migrations have made. */
class SchemaRulesTests {
    /** What the application may change or remove; everything else it can only add to. */
    private static final Set<String> CHANGEABLE = Set.of(
            "UPDATE organization.units.last_recorded",
            "UPDATE organization.organizations.code",
            "UPDATE organization.terms.due_on",
            "UPDATE organization.identity_numbers.person_id",
            "UPDATE organization.identity_numbers.sealed",
            "DELETE organization.identity_numbers",
            "DELETE organization.people_tokens",
            "DELETE shared.once_keys",
            "UPDATE shared.once_keys.location",
            "UPDATE mechanism.working_days.number",
            "UPDATE mechanism.working_days.provisional",
            "UPDATE mechanism.duty_periods.due_on",
            "UPDATE ledger.books.opened_to",
            "UPDATE ledger.excuses.recorded_to",
            "UPDATE ledger.obligations.recorded_to",
            "UPDATE ledger.standings.done",
            "UPDATE ledger.standings.excused",
            "DELETE ledger.standings",
            "UPDATE ledger.tallies.owed",
            "UPDATE ledger.tallies.met",
            "UPDATE ledger.tallies.excused",
            "DELETE ledger.tally_changes",
            "UPDATE activity.records.revision",
            "UPDATE activity.records.held_on",
            "UPDATE activity.records.title",
            "UPDATE activity.records.kinds",
            "UPDATE activity.records.withdrawn",
            "DELETE activity.record_tokens",
            "UPDATE activity.invitations.host_name",
            "UPDATE activity.invitations.held_on",
            "UPDATE activity.invitations.title",
            "UPDATE activity.invitations.kinds",
            "UPDATE activity.invitations.fields",
            "UPDATE activity.invitations.withdrawn",
            "UPDATE paper.templates.removed_at",
            // Only to nothing, as a policy has it: what an entry said can be erased.
            "UPDATE audit.entries.detail",
            "UPDATE audit.entries.salt",
            "UPDATE mechanism.drafts.revision",
            "UPDATE mechanism.drafts.state",
            "UPDATE mechanism.drafts.title",
            "UPDATE mechanism.drafts.content",
            "UPDATE mechanism.drafts.changed_at",
            "UPDATE mechanism.drafts.written_by",
            "UPDATE mechanism.drafts.submitted_by",
            "UPDATE mechanism.drafts.approved_by",
            "UPDATE activity.plans.revision",
            "UPDATE activity.plans.state",
            "UPDATE activity.plans.held_on",
            "UPDATE activity.plans.starts_at",
            "UPDATE activity.plans.ends_at",
            "UPDATE activity.plans.record_id",
            "UPDATE matter.matters.version_id",
            "UPDATE matter.matters.revision",
            "UPDATE matter.matters.place",
            "UPDATE matter.matters.state",
            "UPDATE matter.matters.open",
            "UPDATE matter.matters.entered_on",
            "UPDATE matter.matters.closed_on",
            "UPDATE matter.matters.named_id",
            "UPDATE matter.matters.posts",
            "UPDATE matter.matters.barred",
            "UPDATE matter.matters.raised",
            "UPDATE matter.matters.owner_id",
            "UPDATE matter.matters.vacant",
            "UPDATE matter.matters.due_on",
            "UPDATE matter.matters.provisional",
            "UPDATE matter.matters.reopened",
            "UPDATE matter.matters.late",
            "UPDATE matter.matters.known",
            "UPDATE matter.matters.involved",
            "DELETE matter.door_attempts",
            "DELETE notice.mailboxes",
            "DELETE notice.outbox",
            "UPDATE notice.outbox.state",
            "UPDATE notice.outbox.attempts",
            "UPDATE notice.outbox.next_at",
            "UPDATE notice.hooks.state",
            "UPDATE notice.hooks.since",
            "UPDATE notice.hooks.failures",
            "DELETE notice.deliveries",
            "UPDATE notice.deliveries.state",
            "UPDATE notice.deliveries.attempts",
            "UPDATE notice.deliveries.next_at",
            "UPDATE notice.deliveries.answer",
            "UPDATE access.accounts.password_hash",
            "UPDATE access.accounts.must_change",
            "UPDATE access.accounts.disabled_at",
            "UPDATE access.grants.valid_to",
            // Only to nothing, as a policy has it.
            "UPDATE organization.person_changes.detail",
            "DELETE access.reset_codes",
            "DELETE access.api_tokens",
            "UPDATE access.reset_codes.used_at",
            "UPDATE access.api_tokens.revoked_at",
            "UPDATE access.sessions.seen_at",
            "DELETE access.sessions",
            "UPDATE access.factors.last_step",
            "DELETE access.factors",
            "UPDATE access.recovery_codes.used_at",
            "DELETE access.recovery_codes",
            "DELETE access.outside_identities",
            "UPDATE access.sign_in_attempts.outcome",
            "DELETE access.sign_in_attempts");

    /** Ending what was held to be so is how a version is closed. What is held on a person is one row, logged. */
    private static final Pattern CLOSES =
            Pattern.compile("UPDATE organization\\.(\\w+\\.recorded_to|people\\.(?!unit_id|person_id)\\w+)");

    /** A roster on its way in is not the roster: it is checked again and again, and put away. */
    private static final Pattern STAGING =
            Pattern.compile("(UPDATE|DELETE) organization\\.(import(s|_\\w+)|remembered_\\w+)(\\.(?!unit_id)\\w+)?");

    private static Connection database;

    @BeforeAll
    static void migrate() throws SQLException {
        var fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.ownerUrl(), fresh.ownerUser(), fresh.ownerPassword())
                .load()
                .migrate();
        String url = fresh.ownerUrl();
        database = TestDatabase.administrator(url.replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
    }

    @AfterAll
    static void leave() throws SQLException {
        database.close();
    }

    private static List<String> ask(String question) throws SQLException {
        return Catalogue.ask(database, question, Placing.tables("replicate"));
    }

    @Test
    void everyTableIsPlacedOnceAndHasAPrimaryKey() throws SQLException {
        var all = Catalogue.ask(database, Catalogue.EVERY_TABLE, List.of());
        assertThat(Stream.of("distribute", "replicate").flatMap(how -> Placing.tables(how).stream()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(ask(Catalogue.WITHOUT_PRIMARY_KEY)).isEmpty();
    }

    @Test
    void theUnitComesFirstInEveryKeyOfUnitDataAndIsNeverUpdated() throws SQLException {
        assertThat(ask(Catalogue.UNIT_NOT_FIRST_IN_KEY)).isEmpty();
        assertThat(ask(Catalogue.UNIT_NOT_FIRST_IN_FOREIGN_KEY)).isEmpty();
        assertThat(ask(Catalogue.UNIT_UPDATABLE)).isEmpty();
    }

    @Test
    void definitionsNeverPointAtUnitData() throws SQLException {
        assertThat(ask(Catalogue.DEFINITION_POINTS_AT_UNIT_DATA)).isEmpty();
    }

    @Test
    void everyTableOfUnitDataIsProtected() throws SQLException {
        assertThat(ask(Catalogue.UNPROTECTED)).isEmpty();
    }

    @Test
    void foreignKeysAreIndexedAndChecked() throws SQLException {
        assertThat(ask(Catalogue.FOREIGN_KEY_WITHOUT_INDEX)).isEmpty();
        assertThat(ask(Catalogue.UNCHECKED)).isEmpty();
    }

    @Test
    void columnsHaveExactTypesAndPlainNames() throws SQLException {
        assertThat(ask(Catalogue.FLOATING)).isEmpty();
        assertThat(ask(Catalogue.TIME_WITHOUT_ZONE)).isEmpty();
        assertThat(ask(Catalogue.ODD_NAME)).isEmpty();
    }

    @Test
    void theApplicationOnlyAddsExceptWhereTheListSaysSo() throws SQLException {
        assertThat(ask(Catalogue.CHANGEABLE).stream()
                        .filter(right -> !CHANGEABLE.contains(right))
                        .filter(right -> !CLOSES.matcher(right).matches())
                        .filter(right -> !STAGING.matcher(right).matches()))
                .isEmpty();
        assertThat(ask(Catalogue.WRITABLE_BY_ROLL_UP)).isEmpty();
    }

    @Test
    void theRolesOfThePagesOwnNothingAndAreHeldByPolicies() throws SQLException {
        assertThat(ask(Catalogue.FREE_ROLE)).isEmpty();
    }

    @Test
    void migrationsCreateThenPlaceThenTieTogether() {
        assertThat(Project.below(Project.MIGRATIONS).stream().filter(file -> !Placing.inOrder(Project.text(file))))
                .isEmpty();
        assertThat(Project.below(Project.MIGRATIONS).stream()
                        .map(Path::getFileName)
                        .filter(name -> !name.toString().matches("V\\d{8}_\\d{4}__[a-z_]+\\.sql")))
                .isEmpty();
    }

    @Test
    void aMigrationOutOfOrderIsFound() {
        assertThat(Placing.inOrder("CREATE TABLE a.b (c uuid REFERENCES a.d);")).isFalse();
        assertThat(Placing.inOrder("CREATE TABLE a.b (c uuid);")).isFalse();
        assertThat(Placing.inOrder("CREATE TABLE a.b (c uuid); ALTER TABLE a.b ADD FOREIGN KEY (c) REFERENCES a.d;"
                        + " SELECT shared.distribute('a.b');"))
                .isFalse();
        assertThat(Placing.inOrder("SELECT shared.distribute('a.b'); CREATE TABLE a.b (c uuid);"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                WITHOUT_PRIMARY_KEY            | CREATE TABLE planted.t (unit_id uuid)
                UNIT_NOT_FIRST_IN_KEY          | CREATE TABLE planted.t (unit_id uuid, id uuid, PRIMARY KEY (id, unit_id))
                UNIT_NOT_FIRST_IN_FOREIGN_KEY  | CREATE TABLE planted.t (unit_id uuid, o uuid REFERENCES organization.units)
                UNIT_UPDATABLE                 | CREATE TABLE planted.t (unit_id uuid); GRANT UPDATE ON planted.t TO yijitong_app
                DEFINITION_POINTS_AT_UNIT_DATA | ALTER TABLE organization.units ADD o uuid, ADD FOREIGN KEY (unit_id, o) REFERENCES organization.people
                UNPROTECTED                    | CREATE TABLE planted.t (unit_id uuid PRIMARY KEY)
                UNPROTECTED                    | ALTER TABLE organization.people NO FORCE ROW LEVEL SECURITY
                UNPROTECTED                    | ALTER POLICY unit_only ON organization.people USING (true)
                FOREIGN_KEY_WITHOUT_INDEX      | CREATE TABLE planted.t (unit_id uuid REFERENCES organization.units)
                FLOATING                       | CREATE TABLE planted.t (points float8)
                TIME_WITHOUT_ZONE              | CREATE TABLE planted.t (at timestamp)
                ODD_NAME                       | CREATE TABLE planted.t ("Name" text)
                ODD_NAME                       | CREATE TABLE planted.t ("user" text)
                WRITABLE_BY_ROLL_UP            | GRANT INSERT ON organization.people TO yijitong_rollup
                UNCHECKED                      | ALTER TABLE organization.people ADD CHECK (name <> 'x') NOT VALID
                FREE_ROLE                      | ALTER ROLE yijitong_app BYPASSRLS
                FREE_ROLE                      | ALTER TABLE organization.people OWNER TO yijitong_app
                """)
    void aPlantedTableIsFound(String rule, String planted) throws SQLException, ReflectiveOperationException {
        String question = (String) Catalogue.class.getDeclaredField(rule).get(null);
        assertThat(ask(question)).isEmpty();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("CREATE SCHEMA planted; " + planted);
            assertThat(ask(question)).hasSize(1);
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    @Test
    void aPlantedRightIsFound() throws SQLException {
        var before = ask(Catalogue.CHANGEABLE);
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("GRANT UPDATE (reason), DELETE ON organization.person_changes TO yijitong_app");
            assertThat(ask(Catalogue.CHANGEABLE)).hasSize(before.size() + 2);
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }
}
