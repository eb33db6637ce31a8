package org.yijitong.organization.roster;

import java.time.LocalDate;
import java.util.Set;
import org.yijitong.organization.Sex;

/** What a written citizen identity number turned out to be. */
public sealed interface IdentityReading {

    /** Nothing was written. */
    record Nothing() implements IdentityReading {}

    /**
     * A number whose check character is right.
     *
     * @param number 18 characters, X in upper case; an old number is already converted
     * @param doubts what a person should look at; empty as a rule
     */
    record Accepted(String number, LocalDate birthDate, Sex sex, Set<Doubt> doubts) implements IdentityReading {

        public Accepted {
            doubts = Set.copyOf(doubts);
        }

        /** Never shows the number whole, so that it cannot end up in a log. */
        @Override
        public String toString() {
            return "Accepted[" + IdentityNumbers.masked(number) + ", " + doubts + "]";
        }
    }

    /** Not to be taken. */
    record Refused(Problem problem) implements IdentityReading {}

    /** What makes an accepted number worth a look. */
    enum Doubt {
        /** 15 digits; first-generation cards have been invalid since 2013-01-01 (居民身份证法, 2011). */
        OLD_NUMBER,
        /** Ends in three zeros, as a number does that a spreadsheet destroyed; one in eleven such numbers passes the check. */
        PERHAPS_DESTROYED,
        /** The first two digits are no province's (GB/T 2260). */
        UNKNOWN_REGION
    }

    /** Why a number is refused. */
    enum Problem {
        /** The spreadsheet kept it as a number: 1.23E+17, or 15 digits and zeros. */
        DESTROYED,
        /** Neither 18 nor 15 characters. */
        LENGTH,
        /** Something other than digits and a final X. */
        CHARACTERS,
        /** The date inside is no date. */
        BIRTH_DATE,
        /** A digit is wrong or two are swapped. */
        CHECK_CHARACTER
    }
}
