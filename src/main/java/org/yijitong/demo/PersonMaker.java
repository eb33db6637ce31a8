package org.yijitong.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.Sex;

/** Makes people whose days agree with one another: at least 18 when they join, a year until they are confirmed. */
final class PersonMaker {
    private static final String NOWHERE = "990104";
    private static final String CHECK = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int FIRST_EXTENSION = 6000;
    private static final int EXTENSIONS = 800;
    private static final int MOBILES = 10_000;
    private static final int WORK_AGE = 22;
    private static final int PENSION_AGE = 60;
    private static final int YEAR = 365;

    private final Vocabulary words;
    private final Names names;
    private final RandomGenerator random;
    private final LocalDate today;
    private int mobiles;
    private int numbers;

    PersonMaker(Vocabulary words, Names names, RandomGenerator random, LocalDate today) {
        this.words = words;
        this.names = names;
        this.random = random;
        this.today = today;
    }

    /** A full member at work. */
    PersonDetails member() {
        int age = 29 + random.nextInt(30);
        LocalDate birth = born(age);
        LocalDate joined =
                birth.plusYears(20 + random.nextInt(Math.min(age - 24, 15))).plusDays(random.nextInt(YEAR));
        return details(names.next(), sex(), birth, joined, one(words.titles()));
    }

    /** A full member who is retired. */
    PersonDetails retired() {
        LocalDate birth = born(PENSION_AGE + 1 + random.nextInt(25));
        LocalDate joined = birth.plusYears(20 + random.nextInt(20)).plusDays(random.nextInt(YEAR));
        return details(names.next(), sex(), birth, joined, words.retiredTitle());
    }

    /** Someone young who is on the way into the Party; {@code joined} is null before that. */
    PersonDetails young(@Nullable LocalDate joined) {
        return details(
                names.next(),
                sex(),
                born(25 + random.nextInt(8)),
                joined,
                words.titles().getLast());
    }

    /** Someone of the story, fit to what is told. */
    PersonDetails told(Story.Person person, @Nullable LocalDate joined) {
        LocalDate birth = joined == null
                ? born(27 + random.nextInt(5))
                : joined.minusYears(person.retired() ? 23 : 22).minusDays(random.nextInt(YEAR));
        PersonDetails made = details(person.name(), person.sex(), birth, joined, person.title());
        return new PersonDetails(
                made.name(),
                made.sex(),
                made.ethnicity(),
                made.nativePlace(),
                made.birthDate(),
                made.joinedOn(),
                made.confirmedOn(),
                made.workStartedOn(),
                made.education(),
                made.phone(),
                person.phone() == null ? made.officePhone() : person.phone(),
                made.jobTitle(),
                null);
    }

    /** An identity number of a region that does not exist, right in every other respect (GB 11643-1999). */
    String number(PersonDetails person) {
        LocalDate birth = Objects.requireNonNull(person.birthDate());
        int sequence = 2 * (numbers++ % 500) + (person.sex() == Sex.MALE ? 1 : 0);
        String body = NOWHERE + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + CHECK.charAt(sum % CHECK.length());
    }

    private PersonDetails details(String name, Sex sex, LocalDate birth, @Nullable LocalDate joined, String title) {
        LocalDate confirmed =
                joined == null || joined.plusYears(1).isAfter(today.minusYears(2)) ? null : joined.plusYears(1);
        boolean retired = title.equals(words.retiredTitle());
        return new PersonDetails(
                name,
                sex,
                random.nextInt(12) == 0 ? one(words.ethnicities()) : words.han(),
                one(words.places()),
                birth,
                joined,
                confirmed,
                birth.plusYears(WORK_AGE).withDayOfMonth(1),
                one(words.educations()),
                words.mobile().formatted(mobiles++ % MOBILES),
                retired ? null : words.extension().formatted(FIRST_EXTENSION + 200 + random.nextInt(EXTENSIONS)),
                title,
                null);
    }

    private LocalDate born(int age) {
        return today.minusYears(age).minusDays(random.nextInt(YEAR));
    }

    private Sex sex() {
        return random.nextInt(5) < 2 ? Sex.FEMALE : Sex.MALE;
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
