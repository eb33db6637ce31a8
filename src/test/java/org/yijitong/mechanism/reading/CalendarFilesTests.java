package org.yijitong.mechanism.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yijitong.shared.WorkingDays;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.SourceFiles;

/** The years as the State Council arranged them. */
class CalendarFilesTests {
    private final WorkingDays calendar =
            new CalendarFiles(new DocumentFiles(new SourceFiles("no-such-folder"))).workingDays();

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, false", "2023-01-02, false", "2023-01-03, true", "2023-04-23, true", "2023-10-07, true",
        "2024-02-09, true", "2024-02-18, true", "2024-02-19, true", "2024-09-14, true", "2024-10-12, true",
        "2025-01-26, true", "2025-01-28, false", "2025-02-04, false", "2025-02-05, true", "2025-10-08, false",
        "2026-01-04, true", "2026-02-14, true", "2026-02-15, false", "2026-02-16, false", "2026-02-23, false",
        "2026-02-24, true", "2026-02-28, true", "2026-05-09, true", "2026-09-20, true", "2026-10-10, true",
        "2026-11-25, true", "2026-11-28, false"
    })
    void daysAreWorkedAsTheNoticesSay(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
    }

    /** Totals that people know: working days of a year after all arrangements. */
    @ParameterizedTest
    @CsvSource({"2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void aYearHasAsManyWorkingDaysAsReckoned(int year, int worked) {
        Stream<LocalDate> days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
        assertThat(days.filter(calendar::isWorkingDay)).hasSize(worked);
    }

    @Test
    void aYearWithoutANoticeIsProvisional() {
        assertThat(calendar.provisional(2026)).isFalse();
        assertThat(calendar.notice(2026)).contains("国办发明电〔2025〕7号");
        assertThat(calendar.provisional(2027)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void workingDaysAreCountedOverHolidays() {
        LocalDate before = LocalDate.of(2026, 2, 13);
        assertThat(calendar.plus(before, 0)).isEqualTo(before);
        assertThat(calendar.plus(before, 1)).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(calendar.plus(before, 2)).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(calendar.plus(LocalDate.of(2026, 2, 17), 1)).isEqualTo(LocalDate.of(2026, 2, 24));
    }

    @Test
    void theNthWorkingDayAfterADayHasItsNumberPlusN() {
        List<WorkingDays.Numbered> days = calendar.numbered(LocalDate.of(2027, 12, 31));
        assertThat(days.getFirst().day()).isEqualTo(LocalDate.of(2023, 1, 1));
        Map<Integer, LocalDate> first = new TreeMap<>();
        days.forEach(day -> first.putIfAbsent(day.number(), day.day()));
        days.stream()
                .limit(days.size() - 100L)
                .forEach(day -> assertThat(first.get(day.number() + 20)).isEqualTo(calendar.plus(day.day(), 20)));
        assertThat(days.getLast().provisional()).isTrue();
    }

    @Test
    void aUserAddsAYearByAFile(@TempDir Path data) throws IOException {
        Path folder = Files.createDirectory(data.resolve("calendar"));
        Files.writeString(folder.resolve("2027.yaml"), """
                year: 2027
                notice: 演示
                holidays: [{name: 元旦, from: 2027-01-01, to: 2027-01-03}]
                """);
        Files.writeString(folder.resolve("2028.yaml"), "year: 2028\nholidays: [x]\n");
        CalendarFiles files = new CalendarFiles(new DocumentFiles(new SourceFiles(data.toString())));
        WorkingDays own = files.workingDays();
        assertThat(own.provisional(2027)).isFalse();
        assertThat(own.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(own.provisional(2028)).isTrue();
        assertThat(files.faults())
                .extracting(fault -> fault.file() + ":" + fault.line())
                .containsOnly("calendar/2028.yaml:1", "calendar/2028.yaml:2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: 2027-01-03|to: 2026-12-31|calendar-order",
                "from: 2027-01-01|from: 2026-11-01|calendar-year",
                "[2027-02-14]|[2027-02-15]|calendar-weekday",
                "[2027-02-14]|[2028-02-13]|calendar-year",
                "year: 2027|year: 27|whole"
            })
    void aYearThatCannotBeIsRefused(String part, String other, String fault) {
        String text = """
                year: 2027
                notice: 演示
                holidays: [{name: 元旦, from: 2027-01-01, to: 2027-01-03}]
                working: [2027-02-14]
                """.replace(part, other);
        assertThat(CalendarFiles.read(new Source("2027.yaml", "own", text), new TreeMap<>()))
                .anyMatch(each -> each.messageKey().endsWith(".fault." + fault));
    }
}
