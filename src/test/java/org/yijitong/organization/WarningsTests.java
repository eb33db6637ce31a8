package org.yijitong.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yijitong.organization.Warning.Kind;
import org.yijitong.shared.Days;

/** The rules as the file has them, against facts on either side of each number. */
class WarningsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BEGAN = LocalDate.of(2024, 1, 19);
    private static final OrganizationId BRANCH = new OrganizationId(new UUID(0, 1));
    private final Rules rules;

    WarningsTests() throws IOException {
        rules = new RulesFile().organizationRules();
    }

    @Test
    void everyArticleSaysWhereItsWordsWereRead() {
        assertThat(rules.articles().values()).allSatisfy(article -> {
            assertThat(article.name()).matches("《.+》第.+条");
            assertThat(article.source()).containsPattern("20\\d\\d 年");
        });
        assertThatThrownBy(() -> RulesFile.read("articles: {x: {name: 某条}}\nkinds: {}"))
                .hasMessageContaining("source");
        Warning few = Warnings.of(branch(2, List.of(held(Post.SECRETARY, 1)), term(TODAY.plusYears(1))), rules, TODAY)
                .getFirst();
        assertThat(rules.article(few.article())).isEqualTo("《中国共产党支部工作条例（试行）》第四条");
    }

    @Test
    void aBranchInOrderHasNothingToMind() {
        assertThat(kinds(branch(20, committee(), term(LocalDate.of(2027, 12, 31)))))
                .isEmpty();
        assertThat(kinds(branch(3, List.of(held(Post.SECRETARY, 1)), term(LocalDate.of(2027, 12, 31)))))
                .isEmpty();
    }

    @Test
    void theSizeOfABranchHasTwoBounds() {
        Term term = term(LocalDate.of(2027, 12, 31));
        assertThat(kinds(branch(50, committee(), term))).isEmpty();
        Warning many = Warnings.of(branch(51, committee(), term), rules, TODAY).getFirst();
        assertThat(many).isEqualTo(new Warning(Kind.TOO_MANY, List.of(51L, 50L), "branch-4"));
        assertThat(kinds(branch(2, List.of(held(Post.SECRETARY, 1)), term))).containsExactly(Kind.TOO_FEW_FULL);
    }

    @Test
    void fromSevenFullMembersOnThereMustBeACommittee() {
        Term term = term(LocalDate.of(2027, 12, 31));
        List<Holding> one = List.of(held(Post.SECRETARY, 1));
        assertThat(kinds(branch(6, one, term))).isEmpty();
        assertThat(kinds(branch(7, one, term))).containsExactly(Kind.COMMITTEE_MISSING);
    }

    @Test
    void aCommitteeHasThreeToSevenPeopleAndOneMayHoldTwoPosts() {
        Term term = term(LocalDate.of(2027, 12, 31));
        List<Holding> two = List.of(
                held(Post.SECRETARY, 1),
                held(Post.ORGANIZATION_MEMBER, 1),
                held(Post.PUBLICITY_MEMBER, 2),
                held(Post.DISCIPLINE_MEMBER, 2));
        assertThat(kinds(branch(20, two, term))).containsExactly(Kind.COMMITTEE_SMALL);
        List<Holding> eight = new ArrayList<>(committee());
        for (int person = 5; person <= 8; person++) {
            eight.add(held(Post.MEMBER, person));
        }
        assertThat(kinds(branch(20, eight, term))).containsExactly(Kind.COMMITTEE_LARGE);
    }

    @Test
    void aTermIsToBeMindedHalfAYearBeforeItEndsAndLateFromTheDayAfter() {
        assertThat(kinds(branch(20, committee(), term(TODAY.plusDays(181))))).isEmpty();
        assertThat(kinds(branch(20, committee(), term(TODAY.plusDays(180))))).containsExactly(Kind.TERM_ENDING);
        assertThat(kinds(branch(20, committee(), term(TODAY)))).containsExactly(Kind.TERM_ENDING);
        Warning over = Warnings.of(branch(20, committee(), term(TODAY.minusDays(1))), rules, TODAY)
                .getFirst();
        assertThat(over.kind()).isEqualTo(Kind.TERM_OVER);
        assertThat(over.arguments()).containsExactly(BEGAN, TODAY.minusDays(1), 1L);
        assertThat(over.late()).isTrue();
        assertThat(kinds(branch(20, committee(), null))).containsExactly(Kind.TERM_UNKNOWN);
    }

    @Test
    void aPostIsVacantFromTheDayItsLastHolderLeftWhoeverStandsIn() {
        List<Holding> held = new ArrayList<>(committee());
        held.removeIf(holding -> holding.post() == Post.PUBLICITY_MEMBER);
        held.add(new Holding(BRANCH, Post.PUBLICITY_MEMBER, person(1), "林若川", null, true, BEGAN, Days.FOREVER, null));
        Holding last = new Holding(
                BRANCH, Post.PUBLICITY_MEMBER, person(9), "唐予安", null, false, BEGAN, TODAY.minusDays(42), null);
        Facts facts = facts(20, held, List.of(last), term(LocalDate.of(2027, 12, 31)));
        assertThat(Warnings.of(facts, rules, TODAY))
                .containsExactly(new Warning(
                        Kind.POST_LEFT, List.of(Post.PUBLICITY_MEMBER, "唐予安", TODAY.minusDays(42), 42L), "branch-20"));
    }

    @Test
    void aPostThatTheRulesDoNotNameIsMindedInItsTermOnly() {
        Holding youth =
                new Holding(BRANCH, Post.YOUTH_MEMBER, person(9), "顾明川", null, false, BEGAN, TODAY.minusDays(3), null);
        Facts inTerm = facts(20, committee(), List.of(youth), term(LocalDate.of(2027, 12, 31)));
        assertThat(kinds(inTerm)).containsExactly(Kind.POST_LEFT);
        Term next = new Term(BRANCH, TODAY.minusDays(2), TODAY.plusYears(3), null);
        assertThat(kinds(facts(20, committee(), List.of(youth), next))).isEmpty();
    }

    @Test
    void theRulesRefuseWhatTheyDoNotKnow() {
        assertThatThrownBy(() -> RulesFile.read("articles: {}\nkinds: {branch: {sise: 3}}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RulesFile.read("articles: {}\nkinds: {branch: {term: {years: 3, article: x}}}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Kind> kinds(Facts facts) {
        return Warnings.of(facts, rules, TODAY).stream().map(Warning::kind).toList();
    }

    private static Facts branch(int full, List<Holding> held, @Nullable Term term) {
        return facts(full, held, List.of(), term);
    }

    private static Facts facts(int full, List<Holding> held, List<Holding> last, @Nullable Term term) {
        Census census = new Census(full, 0, 0, 0, 0, 0, 0, 0, 0, full);
        return new Facts(OrganizationKind.BRANCH, census, held, last, term);
    }

    private static List<Holding> committee() {
        return List.of(
                held(Post.SECRETARY, 1),
                held(Post.ORGANIZATION_MEMBER, 2),
                held(Post.PUBLICITY_MEMBER, 3),
                held(Post.DISCIPLINE_MEMBER, 4));
    }

    private static Holding held(Post post, int person) {
        return new Holding(BRANCH, post, person(person), "n" + person, null, false, BEGAN, Days.FOREVER, null);
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number));
    }

    private static Term term(LocalDate due) {
        return new Term(BRANCH, BEGAN, due, null);
    }
}
