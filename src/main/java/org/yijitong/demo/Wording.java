package org.yijitong.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.organization.Company;
import org.yijitong.organization.Company.Attendee;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;

/** Puts what was held into words, as a secretary would type it. */
final class Wording {
    private static final List<BigDecimal> HOURS =
            List.of(new BigDecimal("2.5"), new BigDecimal("3"), new BigDecimal("3.5"));
    private static final LocalDate FIRST_STUDY = LocalDate.of(2020, 1, 1);
    private static final int MOST_ABSENT = 4;

    private final Topics topics;
    private final String code;
    private final RandomGenerator random;

    Wording(Topics topics, String code, RandomGenerator random) {
        this.topics = topics;
        this.code = code;
        this.random = random;
    }

    /** @param around the host first, its sides among the others */
    Draft draft(Sitting sitting, List<Company> around) {
        String business = Topics.any(topics.business(), code, random);
        ActivityKind main = main(sitting.kinds());
        Company host = around.getFirst();
        Topics.Outing outing = main == ActivityKind.THEME_DAY ? Topics.any(topics.themes(), random) : null;
        Topics.@Nullable Trip trip = main == ActivityKind.VISIT ? Topics.any(topics.visits(), random) : null;
        String subject = outing != null
                ? outing.title().formatted(business)
                : Topics.any(topics.titles(), main, random).formatted(trip == null ? business : trip.place());
        String place =
                outing != null ? outing.place() : trip != null ? trip.place() : Topics.any(topics.rooms(), random);
        LocalTime from = LocalTime.of(chance(50) ? 9 : 15, chance(50) ? 0 : 30);
        return new Draft(
                new Draft.Occasion(
                        sitting.kinds(),
                        sitting.day(),
                        from,
                        from.plusMinutes(40 + 10L * random.nextInt(9)),
                        place,
                        ""),
                new Draft.Sides(
                        sitting.sides(),
                        sitting.guests().stream()
                                .map(guest -> new Draft.Guest(guest.unit().unitId(), guest.name()))
                                .toList()),
                attendance(sitting, host),
                content(sitting, host, main, subject, business, trip),
                further(sitting.kinds(), trip));
    }

    /** The same with one more who was not there. */
    Draft corrected(Draft draft, List<Company> around) {
        Set<PersonId> named = draft.attendance().absences().stream()
                .map(Draft.Absence::person)
                .collect(Collectors.toSet());
        List<Draft.Absence> absences = new ArrayList<>(draft.attendance().absences());
        around.getFirst().members().stream()
                .map(Attendee::id)
                .filter(person -> !named.contains(person)
                        && !person.equals(draft.attendance().chair())
                        && !person.equals(draft.attendance().minuteTaker()))
                .findFirst()
                .ifPresent(person -> absences.add(absence(person)));
        Draft.Attendance was = draft.attendance();
        return new Draft(
                draft.occasion(),
                draft.sides(),
                new Draft.Attendance(absences, was.observers(), was.others(), was.chair(), was.minuteTaker()),
                draft.content(),
                draft.further());
    }

    /** The kind it is called by, when it was several at once. */
    private ActivityKind main(Set<ActivityKind> kinds) {
        return kinds.contains(ActivityKind.THEME_DAY)
                ? ActivityKind.THEME_DAY
                : kinds.stream()
                        .filter(topics.titles()::containsKey)
                        .findFirst()
                        .orElseThrow();
    }

    private Draft.Attendance attendance(Sitting sitting, Company host) {
        boolean holdersOnly = sitting.kinds().stream()
                .allMatch(kind -> kind == ActivityKind.COMMITTEE_MEETING
                        || kind == ActivityKind.PARTY_GROUP_MEETING
                        || kind == ActivityKind.CENTRE_GROUP_STUDY);
        List<Attendee> expected = holdersOnly || host.members().isEmpty() ? host.holders() : host.members();
        List<Draft.Absence> absences = new ArrayList<>();
        PersonId chair =
                holder(host, Post.SECRETARY).or(() -> holder(host, Post.LEADER)).orElse(null);
        for (Attendee person : expected) {
            boolean can = !person.id().equals(chair) && absences.size() < MOST_ABSENT && expected.size() > 4;
            if (can && chance(6)) {
                absences.add(absence(person.id()));
            }
        }
        Set<PersonId> away = absences.stream().map(Draft.Absence::person).collect(Collectors.toSet());
        PersonId writer = host.holders().stream()
                .map(Attendee::id)
                .filter(id -> !id.equals(chair) && !away.contains(id))
                .findFirst()
                .orElse(null);
        return new Draft.Attendance(absences, List.of(), "", chair, writer);
    }

    private static Optional<PersonId> holder(Company company, Post post) {
        return company.holders().stream()
                .filter(person -> person.posts().contains(post))
                .map(Attendee::id)
                .findFirst();
    }

    private Draft.Absence absence(PersonId person) {
        Draft.Cause cause = Topics.any(List.of(Draft.Cause.values()), random);
        return new Draft.Absence(person, cause, chance(60) ? Topics.any(topics.absences(), cause, random) : null);
    }

    private Draft.Content content(
            Sitting sitting,
            Company host,
            ActivityKind main,
            String subject,
            String business,
            Topics.@Nullable Trip trip) {
        List<Draft.Item> agenda = new ArrayList<>();
        if (studies(main) && chance(90)) {
            agenda.add(new Draft.Item(study(sitting.day()), true));
        }
        agenda.add(new Draft.Item(subject, false));
        if (main == ActivityKind.COMMITTEE_MEETING && chance(60)) {
            String second =
                    Topics.any(topics.titles(), main, random).formatted(Topics.any(topics.business(), code, random));
            if (!second.equals(subject)) {
                agenda.add(new Draft.Item(second, false));
            }
        }
        String said = trip != null
                ? trip.problem().formatted(business) + Topics.any(topics.outcomes(), random)
                : Topics.any(topics.remarks(), random).formatted(business) + Topics.any(topics.outcomes(), random);
        return new Draft.Content(
                agenda, chance(80) || trip != null ? said : "", decisions(sitting, host, main, business));
    }

    private static boolean studies(ActivityKind main) {
        return switch (main) {
            case COMMITTEE_MEETING,
                    THEME_DAY,
                    PARTY_GROUP_MEETING,
                    CENTRE_GROUP_STUDY,
                    YOUTH_STUDY,
                    JOINT,
                    LESSON,
                    ORGANIZATION_LIFE,
                    TRAINING -> true;
            default -> false;
        };
    }

    /** Everybody studies much the same in one month. */
    private String study(LocalDate day) {
        int month = (int) ChronoUnit.MONTHS.between(FIRST_STUDY, day);
        return topics.studies()
                .get(Math.floorMod(
                        month * 3 + random.nextInt(4), topics.studies().size()));
    }

    private List<Draft.Decision> decisions(Sitting sitting, Company host, ActivityKind main, String business) {
        boolean decides = main == ActivityKind.COMMITTEE_MEETING
                || main == ActivityKind.PARTY_GROUP_MEETING
                || sitting.kinds().contains(ActivityKind.GENERAL_MEETING);
        if (!decides || !chance(45) || host.holders().isEmpty()) {
            return List.of();
        }
        PersonId owner = Topics.any(host.holders(), random).id();
        LocalDate due = sitting.day().plusDays(20 + random.nextInt(40));
        return List.of(new Draft.Decision(Topics.any(topics.decisions(), random).formatted(business), owner, due));
    }

    private Draft.Further further(Set<ActivityKind> kinds, Topics.@Nullable Trip trip) {
        boolean lesson = kinds.contains(ActivityKind.LESSON);
        boolean counted = lesson || kinds.contains(ActivityKind.THEME_DAY) || kinds.contains(ActivityKind.TRAINING);
        Draft.Lecturer lecturer = !lesson
                ? null
                : chance(55) ? Draft.Lecturer.SECRETARY : Topics.any(List.of(Draft.Lecturer.values()), random);
        return new Draft.Further(
                lecturer,
                counted ? Topics.any(HOURS, random) : null,
                trip == null ? null : chance(85) ? 1 + random.nextInt(3) : 0);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
