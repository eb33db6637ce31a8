package org.yijitong.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Calendar.Owed;
import org.yijitong.overview.Calendar.State;

/** What the calendar says is to come is what will be owed when the day has come. */
class CalendarTests extends OverviewDesk {
    @Autowired
    private Calendars calendars;

    private record Said(UUID duty, OrganizationId of, LocalDate from, LocalDate to, LocalDate due, BigDecimal need) {
        static List<Said> of(Calendar calendar, LocalDate from) {
            return calendar.entries().stream()
                    .filter(owed -> !owed.from().isBefore(from))
                    .map(Said::of)
                    .toList();
        }

        private static Said of(Owed owed) {
            return new Said(
                    owed.duty().dutyVersionId(),
                    owed.bearer().organizationId(),
                    owed.from(),
                    owed.to(),
                    owed.due(),
                    owed.need());
        }
    }

    private Calendar seen(LocalDate first, LocalDate last) {
        return calendars.of(made.scope(), made.third(), first, last, AsOf.asked(days.today(), "now"));
    }

    @Test
    void whatIsToComeIsWhatIsOwedWhenItHasCome() {
        LocalDate next = today.withDayOfMonth(1).plusMonths(1);
        LocalDate last = next.plusMonths(12);
        Calendar before = seen(next, last);
        List<Said> foretold = Said.of(before, next);
        assertThat(before.entries().stream().filter(owed -> !owed.from().isBefore(next)))
                .isNotEmpty()
                .allMatch(owed -> owed.state() == State.AHEAD && owed.obligation() == null);
        List<Said> come = new ArrayList<>();
        at(last, () -> {
            openings.open(made.unit().unitId());
            Calendar after = seen(next, last);
            assertThat(after.entries())
                    .noneMatch(owed -> owed.state() == State.AHEAD && owed.to().isBefore(last));
            come.addAll(Said.of(after, next));
        });
        assertThat(foretold).hasSizeGreaterThan(12).hasSameElementsAs(come);
    }

    @Test
    void aPastDayForetellsNothing() {
        LocalDate first = LocalDate.of(missed.getYear(), 1, 1);
        Calendar past = calendars.of(
                made.scope(), made.third(), first, first.plusYears(1).minusDays(1), AsOf.asked(missed, "now"));
        assertThat(past.entries()).isNotEmpty().noneMatch(owed -> owed.state() == State.AHEAD);
        assertThat(past.plans()).isEmpty();
    }
}
