package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.yijitong.organization.imports.Fault.Offer;
import org.yijitong.organization.roster.DateReading.Reason;

/** What a faulty date may have been meant to be; always for a person to choose. */
final class DateOffers {
    private DateOffers() {}

    /** 1984.1 kept as a number: the first day of January or of October. */
    static List<Offer> of(Reason reason, String written) {
        if (reason != Reason.JANUARY_OR_OCTOBER) {
            return List.of();
        }
        String year = written.strip().substring(0, 4);
        return List.of(offer(year + "-01-01"), offer(year + "-10-01"));
    }

    /** 2062 for 2026: years with two neighbouring digits swapped that lie in the past and within a life. */
    static List<Offer> swapped(LocalDate date, LocalDate today) {
        List<Offer> offers = new ArrayList<>();
        char[] digits = Integer.toString(date.getYear()).toCharArray();
        for (int i = 1; i < digits.length; i++) {
            char[] other = digits.clone();
            other[i] = digits[i - 1];
            other[i - 1] = digits[i];
            int year = Integer.parseInt(new String(other));
            if (Year.of(year).isValidMonthDay(MonthDay.from(date))) {
                LocalDate meant = date.withYear(year);
                if (!meant.isAfter(today) && meant.isAfter(today.minusYears(100))) {
                    offers.add(offer(meant.toString()));
                }
            }
        }
        return offers;
    }

    private static Offer offer(String day) {
        return new Offer(day, day);
    }
}
