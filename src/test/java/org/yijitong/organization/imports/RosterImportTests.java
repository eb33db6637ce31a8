package org.yijitong.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.ProductTest;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.Identities;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.RosterRow;
import org.yijitong.organization.Rosters;
import org.yijitong.organization.Units;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.shared.Days;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

@ProductTest
class RosterImportTests {
    private static final LocalDate SINCE = LocalDate.of(2020, 7, 1);
    private static final String HEADER = "姓名,性别,公民身份号码,入党时间,所在支部,人员类别,联系电话\n";

    private static final AtomicInteger SERIAL = new AtomicInteger(3_000_000);

    @Autowired
    RosterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    Units units;

    @Autowired
    Organizations organizations;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    Identities identities;

    @Autowired
    Days days;

    private Scope scope;
    private OrganizationId third;
    private OrganizationId fifth;

    @BeforeEach
    void aUnitWithTwoBranches() {
        Units.Unit unit = units.found(
                UUID.randomUUID(),
                "I" + System.nanoTime(),
                null,
                new OrganizationState("省数字事务厅机关党委", null, OrganizationKind.ORGAN_COMMITTEE, null, 0, null),
                Because.on(SINCE));
        scope = new Scope(UUID.randomUUID(), unit.unitId(), unit.rootId().value());
        third = branch("第三党支部");
        fifth = branch("第五党支部");
    }

    @Test
    void whatIsNewIsShownFirstAndPutInAsAWhole() {
        ImportId id = checked(
                HEADER + "林若川,男,%s,2009.6.28,三支部,正式党员,内线 6103\n陆知行,,,2011年7月1日,第三党支部,预备,\n".formatted(number()));
        assertThat(imports.counts(scope, id)).isEqualTo(Map.of(Verdict.ADDED, 2));
        assertThat(names()).isEmpty();
        putIn(id);
        assertThat(names()).containsExactly("林若川", "陆知行");
        assertThat(rosters.page(scope, RosterFilter.EVERYONE, "", 10)
                        .rows()
                        .getFirst()
                        .joinedOn())
                .isEqualTo(LocalDate.of(2009, 6, 28));
        assertThat(rosters.page(scope, new RosterFilter("lrc", null, null, null), "", 10)
                        .rows())
                .hasSize(1);
    }

    @Test
    void bringingTheSameFileAgainChangesNothing() {
        String file = HEADER + "林若川,男,%s,2009.6.28,第三党支部,正式党员,内线 6103\n陆知行,,,2011.7.1,第三党支部,预备,\n".formatted(number());
        putIn(checked(file));
        ImportId again = checked(file);
        assertThat(imports.rows(scope, again, Verdict.REFUSED, 0, 10)).isEmpty();
        assertThat(imports.counts(scope, again)).isEqualTo(Map.of(Verdict.SAME, 2));
    }

    @Test
    void onlyWhatDiffersIsChangedAndBlanksNeverErase() {
        putIn(checked(HEADER + "林若川,男,,2009.6.28,第三党支部,正式党员,内线 6103\n"));
        ImportId second = checked(HEADER + "林若川,,,2009.6.28,第三党支部,,内线 6121\n");
        assertThat(imports.counts(scope, second)).isEqualTo(Map.of(Verdict.CHANGED, 1));
        assertThat(imports.rows(scope, second, Verdict.CHANGED, 0, 10)
                        .getFirst()
                        .changes())
                .isEqualTo(Map.of("PHONE", List.of("内线 6103", "内线 6121")));
    }

    @Test
    void aTransferWrittenInTheRosterHoldsFromTheRostersDay() {
        String number = number();
        putIn(checked(HEADER + "林若川,男,%s,2009.6.28,第三党支部,正式党员,\n".formatted(number)));
        putIn(checked(HEADER + "林若川,男,%s,2009.6.28,第五党支部,正式党员,\n".formatted(number)));
        assertThat(rosters.page(scope, RosterFilter.of(fifth), "", 10).rows()).hasSize(1);
        assertThat(rosters.page(scope, RosterFilter.of(third), "", 10).rows()).isEmpty();
    }

    @Test
    void destroyedNumbersFutureDatesAndUnknownBranchesAreRefusedWithAWayOut() {
        ImportId id = checked(HEADER
                + "祁望舒,,9.90104E+17,2008.6.30,第三党支部,正式,\n"
                + "郑亦朗,,,2062.5.12,第三党支部,预备,\n"
                + "韩砚秋,,,1984.7,第五党支部,正式,\n"
                + "周晓岚,,,2016.12.9,后勤支部,正式,\n");
        assertThat(imports.counts(scope, id)).isEqualTo(Map.of(Verdict.REFUSED, 4));
        String faults = imports.rows(scope, id, Verdict.REFUSED, 0, 10).toString();
        assertThat(faults)
                .contains("imports.fault.number.DESTROYED", "2026-05-12", "1984-07-01", "imports.fault.unknownBranch");
    }

    @Test
    void aPersonsWordAboutACellAndABranchIsTaken() {
        ImportId id = checked(HEADER + "郑亦朗,,,2062.5.12,后勤支部,预备,\n");
        imports.sayCell(scope, id, 0, 2, RosterField.JOINED_ON, "2026-05-12");
        imports.sayBranch(scope, id, "后勤支部", fifth);
        imports.recheck(scope, id);
        runner.check(scope, id);
        assertThat(imports.counts(scope, id)).isEqualTo(Map.of(Verdict.ADDED, 1));
        assertThat(imports.counts(scope, checked(HEADER + "叶疏桐,,,2012.9.18,后勤支部,正式,\n")))
                .as("remembered")
                .isEqualTo(Map.of(Verdict.ADDED, 1));
    }

    @Test
    void oneNumberInTwoBranchesIsAsked() {
        String number = number();
        ImportId id =
                checked(HEADER + "韩砚秋,,%s,1984.7.1,第三党支部,正式,\n韩砚秋,,%s,1984.7.1,第五党支部,正式,\n".formatted(number, number));
        assertThat(imports.counts(scope, id)).isEqualTo(Map.of(Verdict.ADDED, 1, Verdict.REFUSED, 1));
        imports.leave(scope, id, 0, 2);
        imports.recheck(scope, id);
        runner.check(scope, id);
        assertThat(imports.counts(scope, id)).isEqualTo(Map.of(Verdict.ADDED, 1, Verdict.LEFT, 1));
    }

    @Test
    void peopleOfAMergedBranchGoWhereItWent() {
        reorganizations.merge(scope, fifth, third, Because.on(days.today().minusDays(10)));
        ImportId id = checked(HEADER + "温以宁,,,2012.7.1,第五党支部,正式,\n");
        assertThat(imports.rows(scope, id, Verdict.ADDED, 0, 10).getFirst().notes())
                .extracting(CheckedRow.Fault::key)
                .contains("imports.note.branchMerged");
        putIn(id);
        assertThat(rosters.page(scope, RosterFilter.of(third), "", 10).rows()).hasSize(1);
    }

    @Test
    void aWholeImportIsTakenBackWhileNothingRestsOnIt() {
        String number = number();
        putIn(checked(HEADER + "林若川,男,,2009.6.28,第三党支部,正式党员,内线 6103\n"));
        ImportId second =
                checked(HEADER + "林若川,男,%s,2009.6.28,第五党支部,正式党员,内线 6121\n陆知行,,,2011.7.1,第三党支部,,\n".formatted(number));
        putIn(second);
        assertThat(names()).hasSize(2);
        imports.undo(scope, second);
        runner.undo(scope, second);
        assertThat(imports.find(scope, second).state()).isEqualTo(ImportState.UNDONE);
        assertThat(names()).containsExactly("林若川");
        assertThat(rosters.page(scope, RosterFilter.of(third), "", 10).rows()).hasSize(1);
        assertThat(identities.holders(scope, List.of(number))).isEmpty();
        assertThat(imports.counts(scope, checked(HEADER + "林若川,男,,2009.6.28,第三党支部,正式党员,内线 6103\n")))
                .isEqualTo(Map.of(Verdict.SAME, 1));
    }

    @Test
    void anImportOnWhichSomethingRestsIsNotTakenBack() {
        ImportId id = checked(HEADER + "林若川,男,,2009.6.28,第三党支部,正式党员,\n");
        putIn(id);
        RosterRow row = rosters.page(scope, RosterFilter.EVERYONE, "", 1).rows().getFirst();
        people.amend(scope, row.personId(), PersonDetails.named("林若川川"), 1, null);
        assertThatThrownBy(() -> imports.undo(scope, id)).isInstanceOf(Refused.class);
        assertThat(names()).containsExactly("林若川川");
    }

    @Test
    void anImportOnWhichSomethingComesToRestMeanwhileStaysIn() {
        ImportId id = checked(HEADER + "林若川,男,,2009.6.28,第三党支部,正式党员,\n");
        putIn(id);
        imports.undo(scope, id);
        RosterRow row = rosters.page(scope, RosterFilter.EVERYONE, "", 1).rows().getFirst();
        people.amend(scope, row.personId(), PersonDetails.named("林若川川"), 1, null);
        runner.undo(scope, id);
        assertThat(imports.find(scope, id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(imports.find(scope, id).message()).isEqualTo("imports.kept.used");
        assertThat(names()).containsExactly("林若川川");
    }

    @Test
    void whatWasShownIsWhatHappensOrNothingDoes() {
        String file = HEADER + "林若川,男,,2009.6.28,第三党支部,正式党员,\n";
        ImportId one = checked(file);
        ImportId other = checked(file);
        putIn(one);
        putIn(other);
        assertThat(imports.find(scope, other).state()).isEqualTo(ImportState.CHECKED);
        assertThat(imports.find(scope, other).message()).isEqualTo("imports.back.changed");
        assertThat(imports.counts(scope, other)).as("compared anew").isEqualTo(Map.of(Verdict.SAME, 1));
        assertThatThrownBy(() -> putIn(one)).isInstanceOf(Refused.class);
        assertThat(names()).containsExactly("林若川");
    }

    @Test
    void aFileWithoutPeopleIsRefusedInOneSentence() {
        ImportId id = imports.bring(scope, "空.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8), days.today());
        runner.check(scope, id);
        Import found = imports.find(scope, id);
        assertThat(found.state()).isEqualTo(ImportState.REFUSED);
        assertThat(found.message()).isEqualTo("imports.refused.nobody");
    }

    private void putIn(ImportId id) {
        imports.apply(scope, id);
        runner.apply(scope, id);
    }

    private ImportId checked(String csv) {
        ImportId id = imports.bring(scope, "花名册.csv", csv.getBytes(StandardCharsets.UTF_8), days.today());
        runner.check(scope, id);
        assertThat(imports.find(scope, id).state()).isEqualTo(ImportState.CHECKED);
        return id;
    }

    private List<String> names() {
        return rosters.page(scope, RosterFilter.EVERYONE, "", 100).rows().stream()
                .map(RosterRow::name)
                .toList();
    }

    private OrganizationId branch(String name) {
        return organizations.found(
                scope,
                new Founding(
                        null,
                        new OrganizationState(
                                name, null, OrganizationKind.BRANCH, new OrganizationId(scope.top()), 0, null)),
                Because.on(SINCE));
    }

    /** A number nobody else in any test has, with its check character (GB 11643-1999). */
    private static String number() {
        int serial = SERIAL.incrementAndGet();
        String seventeen = "99%04d19800307%03d".formatted(serial / 1000, serial % 1000);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + seventeen.charAt(i) - '0') * 2 % 11;
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
