package org.yijitong.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.document.Cell;
import org.yijitong.document.Cell.Kind;
import org.yijitong.organization.roster.DateReading.Day;
import org.yijitong.organization.roster.DateReading.MonthOnly;
import org.yijitong.organization.roster.DateReading.Nothing;
import org.yijitong.organization.roster.DateReading.Reason;
import org.yijitong.organization.roster.DateReading.Unclear;

/** Dates are read in every way people write them, and never guessed. */
class RosterDatesTests {

    private static Cell number(String text) {
        return new Cell(Kind.NUMBER, text, text, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026.3.5",
                "2026年3月5日",
                "2026年3月5",
                "2026年03月05日",
                "20260305",
                "2026/3/5",
                "2026-03-05",
                "2026-3-5 ",
                "２０２６．３．５",
                "２０２６年３月５日",
                "2026 . 3 . 5",
                "2026 年 3 月 5 日",
                "'2026.3.5",
                "2026.03.05.",
                "2026、3、5",
                "2026/3/5 0:00:00",
                "2026-03-05T00:00",
                "2026-03-05 10:30",
                "二〇二六年三月五日",
                "二○二六年三月五号",
                "2026—3—5",
                "2026·3·5",
                "\u00a02026.3.5\u200b"
            })
    void a_day_is_a_day(String written) {
        assertThat(RosterDates.parse(written)).isEqualTo(new Day(LocalDate.of(2026, 3, 5), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1984.7", "1984年7月", "1984年07月份", "198407", "1984-07", "1984/7", "１９８４．７", "一九八四年七月", "1984.7."})
    void a_month_is_only_a_month(String written) {
        assertThat(RosterDates.parse(written)).isEqualTo(new MonthOnly(YearMonth.of(1984, 7)));
    }

    @ParameterizedTest
    @CsvSource({
        "84.7.1,TWO_DIGIT_YEAR",
        "84年7月,TWO_DIGIT_YEAR",
        "'''84-7-1',TWO_DIGIT_YEAR",
        "1984,YEAR_ONLY",
        "1984年,YEAR_ONLY",
        "7/1/2001,YEAR_LAST",
        "2001.2.30,NO_SUCH_DAY",
        "2001.13.1,NO_SUCH_DAY",
        "2001.13,NO_SUCH_DAY",
        "20010230,NO_SUCH_DAY",
        "0001-01-01,NO_SUCH_DAY",
        "2001.7.1（补）,NOT_A_DATE",
        "不详,NOT_A_DATE",
        "99999,NOT_A_DATE",
        "-,NOT_A_DATE",
        "1984.7.1-1990.1.1,NOT_A_DATE"
    })
    void what_is_no_date_says_why(String written, Reason reason) {
        assertThat(RosterDates.parse(written)).isEqualTo(new Unclear(reason, written));
    }

    @Test
    void nothing_is_nothing() {
        assertThat(RosterDates.parse(" 　")).isEqualTo(new Nothing());
        assertThat(RosterDates.parse(Cell.BLANK, false)).isEqualTo(new Nothing());
    }

    @Test
    void a_bare_serial_follows_its_workbook() {
        LocalDate day = LocalDate.of(1984, 7, 1);
        assertThat(RosterDates.parse(number("30864"), false)).isEqualTo(new Day(day, true));
        assertThat(RosterDates.parse(number("29402"), true)).isEqualTo(new Day(day, true));
        assertThat(RosterDates.parse(number("30864.5"), false)).isEqualTo(new Day(day, true));
        assertThat(RosterDates.parse(number("19840701"), false)).isEqualTo(new Day(day, false));
        assertThat(RosterDates.parse(number("1984.7"), false)).isEqualTo(new MonthOnly(YearMonth.of(1984, 7)));
    }

    @Test
    void january_and_october_cannot_be_told_apart_in_a_number() {
        assertThat(RosterDates.parse(number("1984.1"), false))
                .isEqualTo(new Unclear(Reason.JANUARY_OR_OCTOBER, "1984.1"));
        assertThat(RosterDates.parse(new Cell(Kind.NUMBER, "1984.10", "1984.1", false), false))
                .isEqualTo(new MonthOnly(YearMonth.of(1984, 10)));
        assertThat(RosterDates.parse("1984.1")).isEqualTo(new MonthOnly(YearMonth.of(1984, 1)));
    }

    @Test
    void a_formatted_date_is_taken_as_precise_as_it_is_shown() {
        assertThat(RosterDates.parse(new Cell(Kind.DATE, "1984-07-01", "30864", false), false))
                .isEqualTo(new Day(LocalDate.of(1984, 7, 1), false));
        assertThat(RosterDates.parse(new Cell(Kind.DATE, "1984-07", "30864", false), false))
                .isEqualTo(new MonthOnly(YearMonth.of(1984, 7)));
        assertThat(RosterDates.parse(new Cell(Kind.DATE, "1984-07-01T14:30", "30864.6", false), false))
                .isEqualTo(new Day(LocalDate.of(1984, 7, 1), false));
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 7, 42})
    void any_day_written_in_any_way_comes_back(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(73_000));
            List<String> ways = List.of("%d.%d.%d", "%d年%d月%d日", "%04d%02d%02d", "%d-%02d-%02d", "%d/%d/%d 0:00");
            String written = ways.get(random.nextInt(ways.size()))
                    .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            assertThat(RosterDates.parse(written))
                    .as("seed %d: %s", seed, written)
                    .isEqualTo(new Day(day, false));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 7})
    void no_text_at_all_makes_it_fail(long seed) {
        Random random = new Random(seed);
        String letters = "0123456789.年月日-/ 十〇E+至今（）";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(RosterDates.parse(text.toString())).as("seed %d", seed).isNotNull();
        }
    }
}
