package org.yijitong.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.organization.People.Newcomer;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

@ProductTest
@Transactional
class PeopleTests {
    private static final LocalDate SINCE = LocalDate.of(2020, 7, 1);

    @Autowired
    Units units;

    @Autowired
    Organizations organizations;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    People people;

    @Autowired
    Rosters rosters;

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
                "P" + System.nanoTime(),
                null,
                new OrganizationState("省数字事务厅机关党委", null, OrganizationKind.ORGAN_COMMITTEE, null, 0, null),
                Because.on(SINCE));
        scope = new Scope(UUID.randomUUID(), unit.unitId(), unit.rootId().value());
        third = branch("第三党支部");
        fifth = branch("第五党支部");
    }

    @Test
    void aPersonIsFoundByAnyPartOfTheNameAndByInitials() {
        PersonId lin = add("林若川", third);
        add("陆知行", third);
        for (String query : List.of("林", "若川", "林若川", "lrc", "LR", "rc")) {
            assertThat(found(query)).as(query).containsExactly(lin);
        }
        assertThat(found("川若")).isEmpty();
        assertThat(found("q")).isEmpty();
    }

    @Test
    void rareCharactersAndSpacesAreKeptAndTidied() {
        PersonId rare = add(" 欧阳 𫖮", third);
        assertThat(found("𫖮")).containsExactly(rare);
        assertThat(rosters.page(scope, RosterFilter.EVERYONE, "", 10)
                        .rows()
                        .getFirst()
                        .name())
                .isEqualTo("欧阳𫖮");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        List<String> names = List.of("陈一", "陈二", "白三", "郑四", "安五", "安五", "王六");
        names.forEach(name -> add(name, third));
        var first = rosters.page(scope, RosterFilter.EVERYONE, "", 3);
        var second = rosters.page(scope, RosterFilter.EVERYONE, first.next(), 3);
        var third = rosters.page(scope, RosterFilter.EVERYONE, second.next(), 3);
        assertThat(List.of(first, second, third).stream()
                        .flatMap(page -> page.rows().stream().map(RosterRow::personId)))
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(third.next()).isEmpty();
        assertThat(first.rows().getFirst().name()).isEqualTo("安五");
    }

    @Test
    void aTransferHoldsFromItsDayAndTheDayBeforeStaysAsItWas() {
        PersonId lin = add("林若川", third);
        LocalDate on = days.today().minusDays(30);
        people.transfer(scope, lin, belonging(fifth), on, null);
        assertThat(rowsOf(fifth, on)).containsExactly("林若川");
        assertThat(rowsOf(third, on)).isEmpty();
        assertThat(rowsOf(third, on.minusDays(1))).containsExactly("林若川");
    }

    @Test
    void mergingBranchesPassesTheirPeopleOver() {
        add("林若川", third);
        add("温以宁", fifth);
        LocalDate on = days.today().minusDays(30);
        reorganizations.merge(scope, fifth, third, Because.on(on));
        assertThat(rowsOf(third, on)).containsExactlyInAnyOrder("林若川", "温以宁");
        assertThat(rowsOf(fifth, on.minusDays(1))).containsExactly("温以宁");
    }

    @Test
    void aSplitTakesOnlyItsOwnPeople() {
        PersonId lin = add("林若川", third);
        PersonId stranger = add("温以宁", fifth);
        Founding founding =
                new Founding(null, new OrganizationState("第六党支部", null, OrganizationKind.BRANCH, top(), 6, null));
        assertThatThrownBy(() ->
                        reorganizations.split(scope, third, founding, List.of(lin, stranger), Because.on(days.today())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void twoWhoChangeTheSamePersonAreToldApart() {
        PersonId lin = add("林若川", third);
        people.amend(scope, lin, PersonDetails.named("林若川川"), 1, null);
        assertThatThrownBy(() -> people.amend(scope, lin, PersonDetails.named("林川"), 1, null))
                .isInstanceOf(Refused.class);
        assertThat(found("川川")).containsExactly(lin);
    }

    @Test
    void twoEntriesOfOnePersonBecomeOne() {
        PersonId kept = add("林若川", third);
        PersonId duplicate = add("林若川", fifth);
        people.merge(scope, duplicate, kept, "同一个人");
        assertThat(found("林若川")).containsExactly(kept);
    }

    @Test
    void aNumberIsHeldOnceShownMaskedAndFound() {
        PersonId lin = add("林若川", third);
        PersonId other = add("陆知行", third);
        identities.keep(scope, lin, "990104199003071233");
        assertThat(identities.masked(scope, List.of(lin))).isEqualTo(Map.of(lin, "9901************33"));
        assertThat(identities.holders(scope, List.of("990104199003071233", "990104199003071241")))
                .isEqualTo(Map.of("990104199003071233", lin));
        assertThatThrownBy(() -> identities.keep(scope, other, "990104199003071233"))
                .isInstanceOf(Refused.class);
        assertThat(identities.reveal(scope, lin, "核对原件")).contains("990104199003071233");
    }

    @Test
    void whoBelongsElsewhereDoesNotExist() {
        PersonId lin = add("林若川", third);
        Scope fifthOnly = new Scope(scope.account(), scope.unit(), fifth.value());
        assertThat(rosters.page(fifthOnly, RosterFilter.EVERYONE, "", 10).rows())
                .isEmpty();
        assertThatThrownBy(() -> people.amend(fifthOnly, lin, PersonDetails.named("改"), 1, null))
                .isInstanceOf(NotFound.class);
    }

    private OrganizationId branch(String name) {
        return organizations.found(
                scope,
                new Founding(null, new OrganizationState(name, null, OrganizationKind.BRANCH, top(), 0, null)),
                Because.on(SINCE));
    }

    private OrganizationId top() {
        return new OrganizationId(scope.top());
    }

    private PersonId add(String name, OrganizationId branch) {
        return people.add(scope, new Newcomer(PersonDetails.named(name), Sphere.PARTY, belonging(branch), SINCE));
    }

    private static Belonging belonging(OrganizationId branch) {
        return new Belonging(branch, null, MemberKind.FULL, List.of());
    }

    private List<PersonId> found(String query) {
        return rosters.page(scope, new RosterFilter(query, null, null, null), "", 10).rows().stream()
                .map(RosterRow::personId)
                .toList();
    }

    private List<String> rowsOf(OrganizationId branch, LocalDate on) {
        return rosters.page(scope, RosterFilter.of(branch), AsOf.knownNow(on), "", 10).rows().stream()
                .map(RosterRow::name)
                .toList();
    }
}
