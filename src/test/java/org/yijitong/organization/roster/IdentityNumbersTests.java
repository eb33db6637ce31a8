package org.yijitong.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.document.Cell;
import org.yijitong.document.Cell.Kind;
import org.yijitong.organization.Sex;
import org.yijitong.organization.roster.IdentityReading.Accepted;
import org.yijitong.organization.roster.IdentityReading.Doubt;
import org.yijitong.organization.roster.IdentityReading.Nothing;
import org.yijitong.organization.roster.IdentityReading.Problem;
import org.yijitong.organization.roster.IdentityReading.Refused;

/** Identity numbers are checked as GB 11643 says. All numbers here are invented; 11010519491231002X is the standard's own. */
class IdentityNumbersTests {

    private static final Accepted STANDARD =
            new Accepted("11010519491231002X", LocalDate.of(1949, 12, 31), Sex.FEMALE, Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                " 110105 19491231 002X ",
                "'11010519491231002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105-19491231-002X",
                "11010519491231002×",
                "\u200b11010519491231002X\u00a0"
            })
    void the_standards_example_is_accepted_however_written(String written) {
        assertThat(IdentityNumbers.parse(written)).isEqualTo(STANDARD);
    }

    @ParameterizedTest
    @CsvSource({
        "1.23E+17,DESTROYED",
        "1.23456789012346e+17,DESTROYED",
        "110105194912310000,DESTROYED",
        "440106198407011000,DESTROYED",
        "1101051949123100,LENGTH",
        "11010519491231002,LENGTH",
        "110105194912310021,CHECK_CHARACTER",
        "11010519491231020X,CHECK_CHARACTER",
        "11010519491331002X,BIRTH_DATE",
        "1101051949123X0021,CHARACTERS",
        "护照E12345678,CHARACTERS",
        "110105491331002,BIRTH_DATE"
    })
    void a_wrong_number_says_why(String written, Problem problem) {
        assertThat(IdentityNumbers.parse(written)).isEqualTo(new Refused(problem));
    }

    @Test
    void nothing_is_nothing() {
        assertThat(IdentityNumbers.parse(" ")).isEqualTo(new Nothing());
    }

    @Test
    void a_number_the_spreadsheet_kept_as_a_number_is_refused_even_when_it_looks_whole() {
        Cell cell = new Cell(Kind.NUMBER, "440106198407010000", "440106198407010000", false);
        assertThat(IdentityNumbers.parse(cell)).isEqualTo(new Refused(Problem.DESTROYED));
        assertThat(IdentityNumbers.parse(Cell.text("11010519491231002X"))).isEqualTo(STANDARD);
    }

    @Test
    void an_old_number_becomes_a_current_one_and_is_doubted() {
        assertThat(IdentityNumbers.parse("110105491231002"))
                .isEqualTo(new Accepted(
                        "11010519491231002X", LocalDate.of(1949, 12, 31), Sex.FEMALE, Set.of(Doubt.OLD_NUMBER)));
    }

    @Test
    void three_zeros_at_the_end_are_doubted_even_when_the_check_happens_to_fit() {
        assertThat(IdentityNumbers.parse("440106198407010000"))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.doubts()).containsExactly(Doubt.PERHAPS_DESTROYED));
    }

    @Test
    void an_unknown_region_is_doubted_not_refused() {
        String number = "99010119840701123";
        number += IdentityNumbers.checkCharacter(number);
        assertThat(IdentityNumbers.parse(number))
                .isEqualTo(new Accepted(number, LocalDate.of(1984, 7, 1), Sex.MALE, Set.of(Doubt.UNKNOWN_REGION)));
    }

    @Test
    void a_number_is_never_shown_whole() {
        assertThat(IdentityNumbers.masked("990101198407011234")).isEqualTo("9901************34");
        assertThat(IdentityNumbers.masked("12345")).isEqualTo("*****");
        assertThat(STANDARD.toString()).doesNotContain("11010519491231002X").contains("1101************2X");
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 7, 42})
    void one_wrong_digit_or_two_swapped_neighbours_never_pass(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000));
            String first = "4401%02d%s%03d"
                    .formatted(random.nextInt(100), birth.toString().replace("-", ""), 1 + random.nextInt(998));
            String number = first + IdentityNumbers.checkCharacter(first);
            assertThat(IdentityNumbers.parse(number))
                    .as("seed %d: %s", seed, number)
                    .isInstanceOf(Accepted.class);
            int place = random.nextInt(16);
            StringBuilder wrong = new StringBuilder(number);
            if (random.nextBoolean()) {
                wrong.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + 1 + random.nextInt(9)) % 10));
            } else {
                wrong.setCharAt(place, number.charAt(place + 1));
                wrong.setCharAt(place + 1, number.charAt(place));
            }
            if (!wrong.toString().equals(number)) {
                assertThat(IdentityNumbers.parse(wrong.toString()))
                        .as("seed %d: %s", seed, wrong)
                        .isInstanceOf(Refused.class);
            }
        }
    }
}
