package org.yijitong.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.ledger.Rehearsal.Changes;
import org.yijitong.ledger.Rehearsal.Outcome;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.mechanism.SampleDuties;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.UnitId;

/** A document rehearsed beside one in force: what it duplicates, what changes; and nothing of it stays. */
@ProductTest
@Import({SampleUnit.class, SampleDuties.class})
@Transactional
class RehearsalTests {
    /** The committee meeting as in force, but twice a month, and a duty that nobody has yet. */
    private static final String TEXT = """
            mechanism: sample-rules
            version: 2
            name: {zh-Hans: 样例规定, en: Sample rules}
            in-force: {since: 2031-01-01, until: 2031-12-31}
            sources: [{regulation: 样例}]
            duties:
              - duty: committee-meeting
                name: {zh-Hans: 样例支委会, en: Sample committee meeting}
                basis: {regulation: 样例}
                owed-by: {organizations: [branch]}
                every: month
                need: 2
                counts: {fact: activity, where: [{field: kinds, contains: committee_meeting}]}
              - duty: any
                name: {zh-Hans: 样例, en: Sample}
                basis: {regulation: 样例}
                owed-by: {organizations: [branch]}
                every: year
                need: 1
                counts: {fact: activity}
            """;

    @Autowired
    SampleUnit sample;

    @Autowired
    SampleDuties duties;

    @Autowired
    Ledger ledger;

    @Autowired
    Openings openings;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    Mechanisms mechanisms;

    @Autowired
    Days days;

    private Made made;
    private UnitId unit;
    private int lastYear;

    @BeforeEach
    void aMeetingOfLastYear() {
        duties.publish();
        made = sample.make();
        unit = made.unit().unitId();
        lastYear = days.today().getYear() - 1;
        openings.open(unit);
        Fact meeting = new Fact(
                "activity",
                made.third(),
                LocalDate.of(lastYear, 3, 10),
                Map.of("kinds", List.of("committee_meeting")),
                Set.of());
        ledger.restate(made.scope(), new Source("record", UUID.randomUUID()), List.of(meeting));
    }

    private Outcome outcome(String duty) {
        return rehearsals.run(TEXT, lastYear, List.of(unit), _ -> true).outcomes().stream()
                .filter(outcome -> outcome.duty().id().equals(duty))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itSaysWhoWouldHaveMetItAndWhatChanges() {
        Outcome meeting = outcome("committee-meeting");
        assertThat(meeting.owed()).isEqualTo(3 * 12);
        assertThat(meeting.met()).isZero();
        assertThat(meeting.missing()).isEqualByComparingTo("71");
        assertThat(meeting.changes()).isEqualTo(new Changes(0, 0, 1, 0));
        Outcome any = outcome("any");
        assertThat(any.owed()).isEqualTo(3);
        assertThat(any.met()).isEqualTo(1);
        assertThat(any.changes()).isNull();
    }

    @Test
    void itNamesTheDutyThatTheSameRecordsCountFor() {
        Outcome any = outcome("any");
        assertThat(any.sample()).isEqualTo(1);
        assertThat(any.shared()).contains(new Rehearsal.Shared(duties.meeting(), 1));
    }

    @Test
    void nothingOfItStays() {
        List<?> before = mechanisms.all();
        assertThat(outcome("any").owed()).isEqualTo(outcome("any").owed());
        assertThat(mechanisms.all()).isEqualTo(before);
        assertThatThrownBy(() -> rehearsals.run(TEXT, lastYear, List.of(unit, unit), _ -> false))
                .isInstanceOf(CancellationException.class);
        assertThat(outcome("any").duty().mechanism().id()).isNotEqualTo("sample-rules");
    }

    @Test
    void aFaultyTextIsRefused() {
        assertThatThrownBy(() -> rehearsals.run("mechanism: x", lastYear, List.of(unit), _ -> true))
                .isInstanceOf(Invalid.class);
    }
}
