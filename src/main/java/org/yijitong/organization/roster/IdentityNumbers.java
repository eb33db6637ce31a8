package org.yijitong.organization.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yijitong.document.Cell;
import org.yijitong.organization.Sex;
import org.yijitong.organization.roster.IdentityReading.Accepted;
import org.yijitong.organization.roster.IdentityReading.Doubt;
import org.yijitong.organization.roster.IdentityReading.Nothing;
import org.yijitong.organization.roster.IdentityReading.Problem;
import org.yijitong.organization.roster.IdentityReading.Refused;

/** 公民身份号码, GB 11643-1999: six digits of region, eight of birth, three of order, one check character (ISO 7064 MOD 11-2). */
public final class IdentityNumbers {

    private static final int LENGTH = 18;
    private static final String CHECK = "10X98765432";
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{1,2}");
    private static final Pattern ZEROED = Pattern.compile("\\d{15}000");
    private static final Pattern CURRENT = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern OLD = Pattern.compile("\\d{15}");
    /** First two digits of GB/T 2260, with 83 for residence permits of Taiwan residents. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private static final int EARLIEST_BIRTH = 1900;
    /** Characters left readable at each end of a masked number. */
    private static final int SHOWN_FIRST = 4;

    private static final int SHOWN_LAST = 2;

    private IdentityNumbers() {}

    /** Reads a cell; a number that the spreadsheet has destroyed is recognized as such. */
    public static IdentityReading parse(Cell cell) {
        return cell.digitsLost() ? new Refused(Problem.DESTROYED) : parse(cell.text());
    }

    /** Reads a text: full-width digits, spaces, hyphens, a leading apostrophe and a small x are no fault. */
    public static IdentityReading parse(String text) {
        String plain = Written.plain(text)
                .replaceAll("['‘’`\\-—]", "")
                .toUpperCase(Locale.ROOT)
                .replace('×', 'X')
                .replace('\u0425', 'X');
        if (plain.isEmpty()) {
            return new Nothing();
        }
        if (SCIENTIFIC.matcher(plain).matches()) {
            return new Refused(Problem.DESTROYED);
        }
        if (OLD.matcher(plain).matches()) {
            return old(plain);
        }
        if (plain.length() != LENGTH) {
            return new Refused(plain.matches("[\\dX]*") ? Problem.LENGTH : Problem.CHARACTERS);
        }
        return CURRENT.matcher(plain).matches() ? current(plain) : new Refused(Problem.CHARACTERS);
    }

    private static IdentityReading current(String number) {
        boolean checked = number.charAt(LENGTH - 1) == checkCharacter(number);
        if (!checked && ZEROED.matcher(number).matches()) {
            return new Refused(Problem.DESTROYED);
        }
        try {
            LocalDate birth = birthDate(number);
            return checked && birth.getYear() >= EARLIEST_BIRTH
                    ? accepted(number, birth, EnumSet.noneOf(Doubt.class))
                    : new Refused(checked ? Problem.BIRTH_DATE : Problem.CHECK_CHARACTER);
        } catch (DateTimeException e) {
            return new Refused(Problem.BIRTH_DATE);
        }
    }

    /** An old number becomes a current one by the century and a check character (GB 11643-1999, appendix). */
    private static IdentityReading old(String number) {
        String longer = number.substring(0, 6) + "19" + number.substring(6);
        String current = longer + checkCharacter(longer);
        try {
            return accepted(current, birthDate(current), EnumSet.of(Doubt.OLD_NUMBER));
        } catch (DateTimeException e) {
            return new Refused(Problem.BIRTH_DATE);
        }
    }

    private static Accepted accepted(String number, LocalDate birth, Set<Doubt> doubts) {
        if (ZEROED.matcher(number).matches()) {
            doubts.add(Doubt.PERHAPS_DESTROYED);
        }
        if (!PROVINCES.contains(number.substring(0, 2))) {
            doubts.add(Doubt.UNKNOWN_REGION);
        }
        Sex sex = (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        return new Accepted(number, birth, sex, doubts);
    }

    private static LocalDate birthDate(String number) {
        return LocalDate.of(
                Integer.parseInt(number.substring(6, 10)),
                Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
    }

    /** The check character of the first 17 digits: each weighs 2 to the power of its place, modulo 11. */
    static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum = (sum + (number.charAt(i) - '0')) * 2 % 11;
        }
        return CHECK.charAt(sum % 11);
    }

    /** For the screen: the first four and last two characters. */
    public static String masked(String number) {
        int hidden = number.length() - SHOWN_FIRST - SHOWN_LAST;
        return hidden <= 0
                ? "*".repeat(number.length())
                : number.substring(0, SHOWN_FIRST)
                        + "*".repeat(hidden)
                        + number.substring(number.length() - SHOWN_LAST);
    }
}
