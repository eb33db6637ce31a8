package org.yijitong.activity.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.UnitId;

/**
 * What a record says, as programs send and read it. Everything but the kinds and the day may be missing.
 *
 * @param from the hour on the clock of Shanghai
 * @param sides organizations of the same unit that held it together with the host
 * @param guests organizations beyond reach, which confirm for themselves
 * @param absences those expected who did not come; everyone else was there
 * @param others further people who sat in, by name
 * @param told how many were expected and came, where nobody is named as absent and only numbers are known
 */
record RecordBody(
        @Nullable Set<ActivityKind> kinds,
        @Nullable LocalDate day,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable String place,
        @Nullable String title,
        @Nullable List<UUID> sides,
        @Nullable List<GuestBody> guests,
        @Nullable List<AbsenceBody> absences,
        @Nullable List<UUID> observers,
        @Nullable String others,
        @Nullable UUID chair,
        @Nullable UUID minuteTaker,
        @Nullable List<ItemBody> agenda,
        @Nullable String minutes,
        @Nullable List<DecisionBody> decisions,
        Draft.@Nullable Lecturer lecturer,
        @Nullable BigDecimal hours,
        @Nullable Integer problems,
        @Nullable ToldBody told) {

    /** A side that confirms for itself. */
    record GuestBody(@Nullable UUID unit, @Nullable String name) {}

    /** Someone who was expected and did not come; without a cause: on leave. */
    record AbsenceBody(
            @Nullable UUID person,
            Draft.@Nullable Cause cause,
            @Nullable String note) {
        static AbsenceBody of(Draft.Absence absence) {
            return new AbsenceBody(absence.person().value(), absence.cause(), absence.note());
        }
    }

    /** Attendance in numbers only; both are needed. */
    record ToldBody(@Nullable Integer expected, @Nullable Integer present) {
        static @Nullable ToldBody of(Draft.@Nullable Told told) {
            return told == null ? null : new ToldBody(told.expected(), told.present());
        }

        Draft.Told told() {
            return new Draft.Told(Objects.requireNonNullElse(expected, -1), Objects.requireNonNullElse(present, -1));
        }
    }

    /** One item of the agenda; of a study item the theme. */
    record ItemBody(@Nullable String subject, @Nullable Boolean study) {}

    /** What was decided, who does it and by when. */
    record DecisionBody(
            @Nullable String subject,
            @Nullable UUID owner,
            @Nullable LocalDate due) {}

    private static final UUID NOBODY = new UUID(0, 0);

    /** @throws Invalid without a day */
    Draft draft() {
        if (day == null) {
            throw new Invalid("day", "activity.invalid.day");
        }
        Set<ActivityKind> chosen = EnumSet.noneOf(ActivityKind.class);
        all(kinds == null ? null : List.copyOf(kinds)).forEach(chosen::add);
        return new Draft(
                new Draft.Occasion(chosen, day, from, to, PlanViews.text(place), PlanViews.text(title)),
                new Draft.Sides(
                        all(sides).stream().distinct().map(OrganizationId::new).toList(),
                        all(guests).stream()
                                .map(guest -> new Draft.Guest(
                                        new UnitId(Objects.requireNonNullElse(guest.unit(), NOBODY)),
                                        PlanViews.text(guest.name())))
                                .toList()),
                attendance(),
                content(),
                new Draft.Further(lecturer, hours, problems));
    }

    private Draft.Attendance attendance() {
        return new Draft.Attendance(
                all(absences).stream()
                        .map(absence -> new Draft.Absence(
                                new PersonId(Objects.requireNonNullElse(absence.person(), NOBODY)),
                                Objects.requireNonNullElse(absence.cause(), Draft.Cause.LEAVE),
                                absence.note() == null ? null : PlanViews.text(absence.note())))
                        .toList(),
                all(observers).stream().distinct().map(PersonId::new).toList(),
                PlanViews.text(others),
                person(chair),
                person(minuteTaker),
                told == null ? null : told.told());
    }

    private Draft.Content content() {
        return new Draft.Content(
                all(agenda).stream()
                        .map(item -> new Draft.Item(PlanViews.text(item.subject()), Boolean.TRUE.equals(item.study())))
                        .toList(),
                PlanViews.text(minutes),
                all(decisions).stream()
                        .map(decision -> new Draft.Decision(
                                PlanViews.text(decision.subject()), person(decision.owner()), decision.due()))
                        .toList());
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    static RecordBody of(Draft draft) {
        Draft.Occasion occasion = draft.occasion();
        Draft.Attendance attendance = draft.attendance();
        return new RecordBody(
                occasion.kinds(),
                occasion.day(),
                occasion.from(),
                occasion.to(),
                occasion.place(),
                occasion.title(),
                draft.sides().own().stream().map(OrganizationId::value).toList(),
                draft.sides().guests().stream()
                        .map(guest -> new GuestBody(guest.unit().value(), guest.name()))
                        .toList(),
                attendance.absences().stream().map(AbsenceBody::of).toList(),
                attendance.observers().stream().map(PersonId::value).toList(),
                attendance.others(),
                id(attendance.chair()),
                id(attendance.minuteTaker()),
                draft.content().agenda().stream()
                        .map(item -> new ItemBody(item.subject(), item.study()))
                        .toList(),
                draft.content().minutes(),
                draft.content().decisions().stream()
                        .map(decision -> new DecisionBody(decision.subject(), id(decision.owner()), decision.due()))
                        .toList(),
                draft.further().lecturer(),
                draft.further().hours(),
                draft.further().problems(),
                ToldBody.of(attendance.told()));
    }

    private static @Nullable UUID id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
