package org.yijitong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yijitong.activity.ActivityKind.COMMITTEE_MEETING;
import static org.yijitong.activity.ActivityKind.GENERAL_MEETING;
import static org.yijitong.activity.ActivityKind.LESSON;
import static org.yijitong.activity.ActivityKind.THEME_DAY;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** What happens when something is written down, corrected and taken back. */
@ProductTest
@Import(SampleUnit.class)
@Transactional
class RecordsTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Records records;

    @Autowired
    Archives archives;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    Db db;

    @Autowired
    Days days;

    private Made made;
    private Scope secretary;
    private LocalDate today;

    @BeforeEach
    void make() {
        made = sample.make();
        secretary = made.branch();
        today = days.today();
    }

    private record Told(
            OrganizationId organizationId,
            String kinds,
            int present,
            int expected,
            boolean firstItem,
            boolean discussed,
            int people) {}

    private List<Told> told() {
        return db.in(secretary.unit(), """
                        SELECT f.organization_id, f.fields ->> 'kinds' AS kinds, (f.fields ->> 'present')::int AS present,
                               (f.fields ->> 'expected')::int AS expected, (f.fields -> 'first_item') IS NOT NULL AS first_item,
                               (f.fields -> 'discussed') IS NOT NULL AS discussed,
                               (SELECT count(*)::int FROM ledger.fact_people p
                                WHERE p.unit_id = :unit AND p.fact_id = f.fact_id) AS people
                        FROM ledger.facts f
                        WHERE f.unit_id = :unit AND NOT EXISTS (SELECT FROM ledger.retractions r
                            WHERE r.unit_id = :unit AND r.fact_id = f.fact_id)
                        ORDER BY expected DESC
                        """).list(Told.class);
    }

    @Test
    void everyoneIsThereExceptWhoIsNamed() {
        Draft draft = Drafts.without(
                Drafts.of(today, GENERAL_MEETING, LESSON, THEME_DAY), made.person("周晓岚"), made.person("韩砚秋"));
        RecordId id = records.record(secretary, made.third(), draft);
        assertThat(told())
                .containsExactly(new Told(
                        made.third(), "[\"general_meeting\", \"lesson\", \"theme_day\"]", 7, 9, true, true, 7));
        RecordLine line = archives.find(secretary, id).line();
        assertThat(line.expected()).isEqualTo(9);
        assertThat(line.present()).isEqualTo(7);
        assertThat(line.title()).isEqualTo("学习全会精神");
        assertThat(line.late()).isFalse();
        assertThat(line.onBehalf()).isFalse();
    }

    @Test
    void aMeetingOfTheCommitteeExpectsThoseWhoHoldAPost() {
        records.record(
                secretary, made.third(), Drafts.without(Drafts.of(today, COMMITTEE_MEETING), made.person("陆知行")));
        assertThat(told()).singleElement().satisfies(fact -> {
            assertThat(fact.expected()).isEqualTo(4);
            assertThat(fact.present()).isEqualTo(3);
        });
    }

    @Test
    void whoWasTickedForAnotherKindDoesNotCount() {
        records.record(
                secretary, made.third(), Drafts.without(Drafts.of(today, COMMITTEE_MEETING), made.person("韩砚秋")));
        assertThat(told()).singleElement().extracting(Told::present).isEqualTo(4);
    }

    @Test
    void everySideIsToldOfWithItsOwnPeople() {
        OrganizationId group = group();
        RecordId id = records.record(
                secretary,
                made.third(),
                Drafts.with(Drafts.without(Drafts.of(today, THEME_DAY), made.person("郑亦朗")), group));
        assertThat(told())
                .extracting(Told::organizationId, Told::expected, Told::present)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(made.third(), 9, 8),
                        org.assertj.core.groups.Tuple.tuple(group, 9, 8));
        assertThat(archives.find(secretary, id).sides())
                .extracting(Entry.SideCount::name)
                .containsExactly("第三党支部", "第一党小组");
        assertThat(archives.page(secretary, RecordFilter.of(group), "", 10).lines())
                .hasSize(1);
    }

    private OrganizationId group() {
        return new OrganizationId(db.in(secretary.unit(), """
                        SELECT organization_id FROM organization.v_organizations
                        WHERE unit_id = :unit AND kind = 'group'
                        """).one(java.util.UUID.class));
    }

    @Test
    void aCorrectionIsANewVersionAndReplacesWhatWasTold() {
        RecordId id = records.record(secretary, made.third(), Drafts.of(today, GENERAL_MEETING));
        Draft better = Drafts.saying(Drafts.of(today.minusDays(1), THEME_DAY), "");
        records.correct(secretary, id, 1, better, "记错了");
        assertThat(told()).containsExactly(new Told(made.third(), "[\"theme_day\"]", 9, 9, true, false, 9));
        Entry now = archives.find(secretary, id);
        assertThat(now.version().revision()).isEqualTo(2);
        assertThat(now.line().late()).isTrue();
        assertThat(now.draft().occasion().kinds()).containsExactly(THEME_DAY);
        Entry before = archives.find(secretary, id, 1);
        assertThat(before.current()).isFalse();
        assertThat(before.draft().content().minutes()).isEqualTo(Drafts.MINUTES);
        assertThat(archives.versions(secretary, id))
                .extracting(Entry.Version::reason)
                .containsExactly("记错了", null);
    }

    @Test
    void whoCorrectsSecondIsRefused() {
        RecordId id = records.record(secretary, made.third(), Drafts.of(today, GENERAL_MEETING));
        records.correct(secretary, id, 1, Drafts.of(today, LESSON), "一");
        assertThatThrownBy(() -> records.correct(secretary, id, 1, Drafts.of(today, THEME_DAY), "二"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> records.withdraw(secretary, id, 1, "三")).isInstanceOf(Refused.class);
    }

    @Test
    void aWithdrawalTakesEverythingBackAndStaysReadable() {
        RecordId id = records.record(secretary, made.third(), Drafts.of(today, GENERAL_MEETING));
        records.withdraw(secretary, id, 1, "没有开成");
        assertThat(told()).isEmpty();
        Entry gone = archives.find(secretary, id);
        assertThat(gone.line().withdrawn()).isTrue();
        assertThat(gone.line().expected()).isEqualTo(9);
        assertThat(gone.draft().content().agenda()).hasSize(1);
        assertThat(archives.page(secretary, RecordFilter.ALL, "", 10).lines()).isEmpty();
        assertThatThrownBy(() -> records.correct(secretary, id, 2, Drafts.of(today, LESSON), "再改"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void twoCharactersAreFoundInAgendaAndMinutes() {
        records.record(secretary, made.third(), Drafts.of(today, GENERAL_MEETING));
        RecordId other = records.record(
                secretary, made.third(), Drafts.saying(Drafts.of(today.minusDays(40), LESSON), "走访松湾镇，AI助手上线"));
        assertThat(found("共享")).hasSize(1);
        assertThat(found("精神")).hasSize(2);
        assertThat(found("松湾镇")).containsExactly(other);
        assertThat(found("ａｉ 松湾")).containsExactly(other);
        assertThat(found("镇松")).isEmpty();
        records.correct(secretary, other, 1, Drafts.of(today.minusDays(40), LESSON), "改写");
        assertThat(found("松湾")).isEmpty();
    }

    private List<RecordId> found(String query) {
        return archives.page(secretary, new RecordFilter(query, null, null, null, null, false), "", 10).lines().stream()
                .map(RecordLine::recordId)
                .toList();
    }

    @Test
    void listsGoOnWhereTheyEnded() {
        for (int i = 0; i < 5; i++) {
            records.record(secretary, made.third(), Drafts.of(today.minusDays(i / 2), LESSON));
        }
        Archives.Shelf first = archives.page(secretary, RecordFilter.ALL, "", 2);
        Archives.Shelf second = archives.page(secretary, RecordFilter.ALL, first.next(), 2);
        Archives.Shelf third = archives.page(secretary, RecordFilter.ALL, second.next(), 2);
        assertThat(third.next()).isEmpty();
        assertThat(List.of(first, second, third))
                .flatExtracting(Archives.Shelf::lines)
                .extracting(RecordLine::recordId)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(archives.count(secretary, RecordFilter.of(made.third()), 3)).isEqualTo(3);
    }

    @Test
    void theFutureAndTheTimeBeforeTheOrganizationAreRefused() {
        refused("day", Drafts.of(today.plusDays(1), LESSON));
        refused("day", Drafts.of(LocalDate.of(1999, 1, 1), LESSON));
        refused("kinds", Drafts.of(today));
        refused("absent", Drafts.without(Drafts.of(today, LESSON), made.person("叶疏桐")));
        refused("sides", Drafts.with(Drafts.of(today, LESSON), made.other()));
        refused("minutes", Drafts.saying(Drafts.of(today, LESSON), "长".repeat(10_001)));
        assertThat(told()).isEmpty();
    }

    private void refused(String field, Draft draft) {
        assertThatThrownBy(() -> records.record(secretary, made.third(), draft))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .satisfies(invalid -> assertThat(invalid.faults()).containsOnlyKeys(field));
    }

    @Test
    void whatIsOutOfReachDoesNotExist() {
        assertThatThrownBy(() -> records.record(secretary, made.other(), Drafts.of(today, LESSON)))
                .isInstanceOf(NotFound.class);
        RecordId id = records.record(made.scope(), made.other(), Drafts.of(today, LESSON));
        assertThat(archives.find(made.scope(), id).line().onBehalf()).isTrue();
        assertThatThrownBy(() -> archives.find(secretary, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> records.withdraw(secretary, id, 1, "不该")).isInstanceOf(NotFound.class);
    }

    @Test
    void anOfficerRecordsOneActivityOfSeveralBranches() {
        records.record(made.scope(), made.third(), Drafts.with(Drafts.of(today, LESSON), made.other(), made.small()));
        assertThat(told()).extracting(Told::expected).containsExactly(9, 3, 1);
    }

    @Test
    void aBranchThatWasMergedMeanwhileIsExplained() {
        reorganizations.merge(made.scope(), made.small(), made.other(), Because.on(today.minusDays(2)));
        Scope small =
                new Scope(secretary.account(), secretary.unit(), made.small().value());
        assertThatThrownBy(() -> records.record(small, made.small(), Drafts.of(today, LESSON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("activity.refused.closed");
        records.record(small, made.small(), Drafts.of(today.minusDays(3), LESSON));
        assertThat(told()).hasSize(1);
    }

    @Test
    void peopleOfAnotherDayAreThoseWhoBelongedThen() {
        PersonId none = made.person("贺知微");
        records.record(secretary, made.third(), Drafts.of(LocalDate.of(2009, 5, 4), LESSON));
        assertThat(told()).singleElement().extracting(Told::expected).isEqualTo(0);
        assertThat(none).isNotNull();
    }
}
