package org.yijitong.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.mechanism.SampleDuties;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** What is kept along and does not follow from the facts is found, named and mended. */
@ProductTest
@Import({SampleUnit.class, SampleDuties.class, StandingProbe.class})
@Transactional
class RebuildTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    SampleDuties duties;

    @Autowired
    Ledger ledger;

    @Autowired
    Openings openings;

    @Autowired
    Rebuild rebuild;

    @Autowired
    StandingProbe probe;

    @Autowired
    Days days;

    @Autowired
    Db db;

    private Made made;
    private UnitId unit;
    private List<String> right;

    @BeforeEach
    void begin() {
        duties.publish();
        made = sample.make();
        unit = made.unit().unitId();
        openings.open(unit);
        ledger.restate(made.scope(), new Source("record", UUID.randomUUID()), List.of(meeting()));
        right = probe.kept(unit);
        assertThat(found().clean()).isTrue();
        assertThat(found().facts()).isEqualTo(1);
    }

    @Test
    void whatNoModuleDeclaredIsNotTakenDown() {
        Fact undeclared = new Fact("activity", made.third(), days.today(), Map.of("colour", "red"), Set.of());
        Fact wrong = new Fact("activity", made.third(), days.today(), Map.of("kinds", List.of("picnic")), Set.of());
        Source source = new Source("record", UUID.randomUUID());
        assertThatThrownBy(() -> ledger.restate(made.scope(), source, List.of(undeclared)))
                .hasMessage("the kind activity has no field colour for red");
        assertThatThrownBy(() -> ledger.restate(made.scope(), source, List.of(wrong)))
                .hasMessage("the kind activity has no field kinds for [picnic]");
    }

    private Fact meeting() {
        return new Fact(
                "activity", made.third(), days.today(), Map.of("kinds", List.of("committee_meeting")), Set.of());
    }

    private Rebuild.Found found() {
        return rebuild.look(unit, _ -> {});
    }

    private void mended() {
        List<Integer> progress = new ArrayList<>();
        rebuild.mend(unit, progress::add);
        assertThat(progress).isNotEmpty();
        assertThat(found().clean()).as("%s", found()).isTrue();
        assertThat(probe.kept(unit)).isEqualTo(right);
    }

    @Test
    void aStandingThatIsNotTheSum() {
        db.in(unit, "UPDATE ledger.standings SET done = done + 1 WHERE unit_id = :unit AND done > 0")
                .run();
        assertThat(found().standings()).isPositive();
        assertThat(found().examples()).anySatisfy(each -> {
            assertThat(each.organization()).isEqualTo("第三党支部");
            assertThat(each.mechanism()).isEqualTo(SampleDuties.MECHANISM + "/committee-meeting");
            assertThat(each.expected()).isEqualTo("1");
            assertThat(each.kept()).isEqualTo("2");
        });
        mended();
    }

    @Test
    void aStandingThatIsGone() {
        db.in(unit, "DELETE FROM ledger.standings WHERE unit_id = :unit").run();
        assertThat(found().standings()).isEqualTo(right.size());
        mended();
    }

    @Test
    void anObligationThatWasClosed() {
        db.in(unit, """
                UPDATE ledger.obligations SET recorded_to = recorded_from
                WHERE unit_id = :unit AND organization_id = :organization
                """).bind("organization", made.third()).run();
        assertThat(found().obligations()).isPositive();
        mended();
    }

    @Test
    void aFactThatNeverCounted() {
        db.in(unit, """
                INSERT INTO ledger.facts (unit_id, fact_id, organization_id, kind, happened_on, recorded_at, source_kind,
                    source_id, fields)
                SELECT unit_id, gen_random_uuid(), organization_id, kind, happened_on, recorded_at, source_kind,
                    source_id, fields
                FROM ledger.facts WHERE unit_id = :unit
                """).run();
        assertThat(found().contributions()).isPositive();
        rebuild.mend(unit, _ -> {});
        assertThat(found().clean()).isTrue();
        assertThat(probe.kept(unit)).isNotEqualTo(right);
    }

    @Test
    void somethingThatCountsWithoutReason() {
        db.in(unit, """
                INSERT INTO ledger.contributions (unit_id, obligation_id, fact_id, duty_version_id, taken_back, amount,
                    recorded_at)
                SELECT o.unit_id, o.obligation_id, f.fact_id, o.duty_version_id, false, 1, o.recorded_from
                FROM ledger.facts f
                JOIN ledger.obligations o ON o.unit_id = :unit AND o.organization_id = :other
                WHERE f.unit_id = :unit LIMIT 1
                """).bind("other", made.other()).run();
        assertThat(found().contributions()).isEqualTo(1);
        mended();
    }

    @Test
    void sumsThatAreLost() {
        db.in(unit, "DELETE FROM ledger.tally_changes WHERE unit_id = :unit").run();
        assertThat(found().tallies()).isPositive();
        mended();
    }
}
