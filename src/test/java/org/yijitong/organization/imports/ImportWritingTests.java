package org.yijitong.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;
import org.yijitong.TestDatabase;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.People;
import org.yijitong.organization.People.Newcomer;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.Rosters;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** How a roster is written: it can be stopped, and foreign keys are not checked by plans made for few people. */
@ProductTest
@Import(SampleUnit.class)
class ImportWritingTests {
    private static final int ROWS = 200;

    @Autowired
    SampleUnit sample;

    @Autowired
    RosterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    Days days;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private SampleUnit.Made made;
    private Scope scope;

    @BeforeEach
    void make() {
        made = sample.make();
        scope = made.scope();
    }

    @Test
    void stoppedWhileItIsWrittenNothingOfItStays() throws SQLException {
        ImportId id = checked();
        imports.apply(scope, id);
        try (Connection beside = TestDatabase.administrator(database())) {
            beside.setAutoCommit(false);
            beside.createStatement().execute("LOCK TABLE organization.people_tokens IN SHARE MODE");
            runner.write(scope, id);
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> imports.find(scope, id).done() == 30);
            assertThat(imports.find(scope, id).state()).isEqualTo(ImportState.APPLYING);
            imports.cancel(scope, id);
        }
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> imports.counts(scope, id).isEmpty());
        assertThat(imports.find(scope, id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(count()).isEqualTo(made.people().size());
    }

    @Test
    void stoppedWhileItIsTakenBackAllOfItStays() throws SQLException {
        ImportId id = checked();
        imports.apply(scope, id);
        runner.apply(scope, id);
        imports.undo(scope, id);
        try (Connection beside = TestDatabase.administrator(database())) {
            beside.setAutoCommit(false);
            beside.createStatement().execute("LOCK TABLE organization.people_tokens IN SHARE MODE");
            runner.takeBack(scope, id);
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> imports.find(scope, id).done() == 40);
            imports.cancel(scope, id);
        }
        assertThat(imports.find(scope, id).state()).isEqualTo(ImportState.APPLIED);
        imports.undo(scope, id);
        assertThat(count()).isEqualTo(made.people().size() + ROWS);
        runner.takeBack(scope, id);
        await().atMost(30, TimeUnit.SECONDS).until(() -> imports.find(scope, id).state() == ImportState.UNDONE);
        assertThat(count()).isEqualTo(made.people().size());
    }

    /** A plan made while searching all people was cheapest would otherwise do so for every row and every token. */
    @Test
    void peopleAreNotSearchedThroughForEachRow() {
        ImportId id = checked();
        imports.apply(scope, id);
        Long searches = new TransactionTemplate(transactions).execute(_ -> {
            List.of("indexscan", "bitmapscan", "indexonlyscan")
                    .forEach(way ->
                            jdbc.sql("SET LOCAL enable_" + way + " = off").update());
            jdbc.sql("DISCARD PLANS").update();
            people.addAll(scope, IntStream.range(0, 20).mapToObj(this::someone).toList());
            List.of("indexscan", "bitmapscan", "indexonlyscan")
                    .forEach(
                            way -> jdbc.sql("SET LOCAL enable_" + way + " = on").update());
            long before = searches();
            runner.apply(scope, id);
            return searches() - before;
        });
        assertThat(imports.find(scope, id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(searches).isLessThan(ROWS);
        assertThat(count()).isEqualTo(made.people().size() + 20 + ROWS);
    }

    private long searches() {
        return jdbc.sql("""
                        SELECT seq_scan FROM pg_stat_xact_user_tables
                        WHERE schemaname = 'organization' AND relname = 'people'
                        """).query(Long.class).single();
    }

    private int count() {
        return rosters.count(scope, RosterFilter.EVERYONE, 10_000);
    }

    private String database() {
        return jdbc.sql("SELECT current_database()").query(String.class).single();
    }

    private Newcomer someone(int number) {
        return new Newcomer(
                PersonDetails.named("某人" + number),
                Sphere.PARTY,
                new Belonging(made.small(), null, MemberKind.FULL, List.of()),
                LocalDate.of(2020, 1, 1));
    }

    private ImportId checked() {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "阙%s%s,2012.7.1,第三党支部,正式党员\n"
                        .formatted(Character.toString('一' + i % 20), Character.toString('丁' + i / 20)))
                .collect(Collectors.joining());
        byte[] file = ("姓名,入党时间,所在支部,人员类别\n" + rows).getBytes(StandardCharsets.UTF_8);
        ImportId id = imports.bring(scope, "花名册.csv", file, days.today());
        runner.check(scope, id);
        assertThat(imports.counts(scope, id)).isEqualTo(java.util.Map.of(Verdict.ADDED, ROWS));
        return id;
    }
}
