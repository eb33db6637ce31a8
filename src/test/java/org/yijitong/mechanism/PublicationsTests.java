package org.yijitong.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.shared.Db;
import org.yijitong.yaml.DocumentFault;

/** What is published is stored once and stays. */
@ProductTest
@Transactional
@RecordApplicationEvents
class PublicationsTests {
    static final String TEXT = """
            mechanism: reading-club
            version: 1
            name: {zh-Hans: 读书会, en: Reading club}
            in-force: {since: 2025-01-15, until: 2027-12-31, published: 2025-02-01}
            sources: [{regulation: 本单位办法}]
            duties:
              - duty: club
                name: {zh-Hans: 读书会, en: Reading club}
                basis: {regulation: 本单位办法}
                owed-by: {organizations: [branch]}
                every: half-year
                need: 2
                counts:
                  fact: probe
                  where:
                    - {field: open, equals: true}
                    - {field: tags, contains: one}
                    - {field: tags, contains: two}
                    - {field: size, min: 3.5}
                    - {field: colour, one-of: [red, green]}
                grace: {working-days: 5}
            """;

    @Autowired
    Publications publications;

    @Autowired
    Mechanisms mechanisms;

    @Autowired
    Db db;

    @Autowired
    ApplicationEvents events;

    @Value("${yijitong.data}")
    Path data;

    @AfterEach
    void nothingStaysInTheFolder() throws IOException {
        Files.deleteIfExists(data.resolve("mechanisms").resolve("club.yaml"));
    }

    @Test
    void aDocumentIsStoredOnceAndTold() {
        assertThat(publications.publish("club.yaml", TEXT)).isEmpty();
        Duty duty = find("reading-club", 1);
        assertThat(told()).containsExactly(duty.dutyVersionId());
        assertThat(publications.publish("club.yaml", "# 再来一次\n" + TEXT)).isEmpty();
        assertThat(told()).hasSize(1);
        assertThat(find("reading-club", 1)).isEqualTo(duty);
    }

    @Test
    void whatTheMatchingReadsIsWhatTheDocumentSays() {
        publications.publish("club.yaml", TEXT);
        record Row(String required, String conditions, String period, String owedBy, List<String> kinds) {}
        Row row = db.global("""
                        SELECT required::text, conditions::text, period, owed_by, kinds FROM mechanism.v_duties
                        WHERE mechanism = 'reading-club'
                        """).one(Row.class);
        assertThat(row.required()).isEqualTo("{\"open\": true, \"tags\": [\"one\", \"two\"]}");
        assertThat(row.conditions())
                .isEqualTo("[{\"test\": \"min\", \"field\": \"size\", \"operand\": 3.5}, "
                        + "{\"test\": \"one_of\", \"field\": \"colour\", \"operand\": [\"red\", \"green\"]}]");
        assertThat(row.period()).isEqualTo("half_year");
        assertThat(row.owedBy()).isEqualTo("organization");
        assertThat(row.kinds()).containsExactly("branch");
    }

    @Test
    void periodsBeginInTheDaysOfTheVersionAndAreDueAfterTheirGrace() {
        publications.publish("club.yaml", TEXT);
        assertThat(db.global("""
                        SELECT period_from || ' ' || period_to || ' ' || due_on FROM mechanism.v_duty_periods
                        WHERE duty_version_id = :duty ORDER BY period_from LIMIT 2
                        """)
                        .bind("duty", find("reading-club", 1).dutyVersionId())
                        .list(String.class))
                .containsExactly("2025-07-01 2025-12-31 2026-01-08", "2026-01-01 2026-06-30 2026-07-07");
    }

    @Test
    void aPublishedVersionIsNotChanged() {
        publications.publish("club.yaml", TEXT);
        List<DocumentFault> faults = publications.publish("other.yaml", TEXT.replace("need: 2", "need: 3"));
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().messageKey()).isEqualTo("yaml.fault.changed");
        assertThat(faults.getFirst().line()).isEqualTo(2);
        assertThat(find("reading-club", 1).need()).isEqualByComparingTo("2");
    }

    @Test
    void aLaterVersionJudgesFromItsFirstDayOn() {
        publications.publish("club.yaml", TEXT);
        publications.publish(
                "club.yaml",
                TEXT.replace("version: 1", "version: 2").replace("since: 2025-01-15", "since: 2026-07-01"));
        Duty before = find("reading-club", 1);
        Duty after = find("reading-club", 2);
        assertThat(after.dutyId()).isEqualTo(before.dutyId());
        assertThat(before.mechanism().until()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(inForce(LocalDate.of(2026, 6, 30))).containsExactly(before);
        assertThat(inForce(LocalDate.of(2026, 7, 1))).containsExactly(after);
        assertThat(db.global("""
                        SELECT until FROM mechanism.v_duties WHERE duty_version_id = :duty
                        """).bind("duty", before.dutyVersionId()).one(LocalDate.class))
                .isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @Test
    void aFaultyDocumentStoresNothing() {
        assertThat(publications.publish("club.yaml", TEXT.replace("need: 2", "need: 0")))
                .hasSize(1);
        assertThat(mechanisms.all()).noneMatch(duty -> duty.mechanism().id().equals("reading-club"));
        assertThat(told()).isEmpty();
    }

    static String ring(String id, String by, String counted) {
        return """
                mechanism: %s
                version: 1
                name: {zh-Hans: 读书会, en: Reading club}
                in-force: {since: 2025-01-15, until: 2027-12-31, published: 2025-02-01}
                sources: [{regulation: 本单位办法}]
                duties:
                  - duty: round
                    name: {zh-Hans: 读书会, en: Reading club}
                    basis: {regulation: 本单位办法}
                    owed-by: {organizations: [branch]}
                    after: {fact: probe, where: {field: tags, contains: %s}, within: {days: 20}}
                    need: 1
                    counts: {fact: probe, where: {field: tags, contains: %s}}
                """.formatted(id, by, counted);
    }

    @Test
    void dutiesOfTwoDocumentsThatSetEachOtherOffAreRefused() {
        assertThat(publications.publish("a.yaml", ring("ring-a", "one", "two"))).isEmpty();
        assertThat(publications.check(ring("ring-b", "two", "one")).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.messageKey()).isEqualTo("mechanism.fault.cycle.of");
                    assertThat(fault.arguments().getFirst()).isEqualTo("ring-b/round → ring-a/round → ring-b/round");
                });
        assertThat(publications.publish("b.yaml", ring("ring-b", "two", "one"))).hasSize(1);
        assertThat(mechanisms.all()).noneMatch(duty -> duty.mechanism().id().equals("ring-b"));
    }

    @Test
    void aFaultyFileOfAUserIsLeftOutAndNamed() throws IOException {
        Path file = Files.createDirectories(data.resolve("mechanisms")).resolve("club.yaml");
        Files.writeString(file, TEXT.replace("every: half-year", "every: halfyear"));
        publications.refresh();
        assertThat(mechanisms.faults()).extracting(DocumentFault::file).containsExactly("mechanisms/club.yaml");
        assertThat(mechanisms.all()).noneMatch(duty -> duty.mechanism().id().equals("reading-club"));
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
        publications.refresh();
        assertThat(mechanisms.faults()).extracting(DocumentFault::messageKey).containsExactly("yaml.fault.encoding");
        Files.writeString(file, TEXT);
        publications.refresh();
        assertThat(mechanisms.faults()).isEmpty();
        assertThat(find("reading-club", 1).need()).isEqualByComparingTo("2");
    }

    @Test
    void aChangedFileOfAUserLeavesWhatWasPublished() throws IOException {
        Path file = Files.createDirectories(data.resolve("mechanisms")).resolve("club.yaml");
        Files.writeString(file, TEXT);
        publications.refresh();
        Files.writeString(file, TEXT.replace("need: 2", "need: 9"));
        publications.refresh();
        assertThat(mechanisms.faults()).extracting(DocumentFault::messageKey).containsExactly("yaml.fault.changed");
        assertThat(find("reading-club", 1).need()).isEqualByComparingTo("2");
    }

    @Test
    void aStoredVersionThatNobodyCanReadIsNamed() {
        db.global("""
                INSERT INTO mechanism.versions (version_id, mechanism, number, pack, since, until, published_on,
                                                published_at, content)
                VALUES (gen_random_uuid(), 'planted', 1, 'own', '2020-01-01', '2028-12-31', '2020-01-01', now(), 'x')
                """).run();
        publications.refresh();
        assertThat(mechanisms.faults()).extracting(DocumentFault::file).containsExactly("planted");
    }

    @Test
    void workingDaysAreNumberedInTheDatabase() {
        record Day(int number, boolean provisional) {}
        List<Day> days = db.global("""
                SELECT number, provisional FROM mechanism.v_working_days
                WHERE day IN ('2026-02-13', '2026-02-14', '2026-02-16', '2026-02-24', '2027-03-01') ORDER BY day
                """).list(Day.class);
        int friday = days.getFirst().number();
        assertThat(days.subList(0, 4)).extracting(day -> day.number() - friday).containsExactly(0, 1, 1, 2);
        assertThat(days).extracting(Day::provisional).containsExactly(false, false, false, false, true);
    }

    private List<Duty> inForce(LocalDate day) {
        return mechanisms.inForce(day).stream()
                .filter(duty -> duty.mechanism().id().equals("reading-club"))
                .toList();
    }

    private Duty find(String mechanism, int version) {
        return mechanisms.all().stream()
                .filter(duty -> duty.mechanism().id().equals(mechanism)
                        && duty.mechanism().version() == version)
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> told() {
        return events.stream(MechanismsPublished.class)
                .flatMap(event -> event.dutyVersions().stream())
                .toList();
    }
}
