package org.yijitong.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** A version with all its parts, as it travels into the tables. */
record VersionRow(
        RecordId recordId,
        int revision,
        Instant recordedAt,
        UUID accountId,
        @Nullable String reason,
        LocalDate heldOn,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String place,
        String title,
        Set<ActivityKind> kinds,
        String minutes,
        String others,
        Draft.@Nullable Lecturer lecturer,
        @Nullable BigDecimal hours,
        @Nullable Integer problems,
        List<SideRow> sides,
        List<PartRow> parts,
        List<ItemRow> agenda,
        List<DecisionRow> decisions,
        List<GuestRow> guests,
        Collection<String> tokens) {
    record SideRow(
            int position, OrganizationId organizationId, int expected, int present, int observers, boolean told) {}

    record PartRow(
            PersonId personId,
            String part,
            Draft.@Nullable Cause cause,
            @Nullable String note) {}

    record ItemRow(int position, String subject, boolean study) {}

    record DecisionRow(
            int position,
            String subject,
            @Nullable PersonId ownerId,
            @Nullable LocalDate dueOn) {}

    record GuestRow(int position, UnitId guestUnitId, String name) {}

    static VersionRow of(Scope scope, Said said) {
        Draft.Occasion occasion = said.draft().occasion();
        Draft.Content content = said.draft().content();
        Draft.Further further = said.draft().further();
        return new VersionRow(
                said.record(),
                said.revision(),
                said.at(),
                scope.account(),
                said.reason(),
                occasion.day(),
                PlanStore.moment(occasion.day(), occasion.from()),
                PlanStore.moment(occasion.day(), occasion.to()),
                occasion.place(),
                occasion.title(),
                occasion.kinds(),
                content.minutes(),
                said.draft().attendance().others(),
                further.lecturer(),
                further.hours(),
                further.problems(),
                sides(said.gathering()),
                parts(said),
                items(content.agenda()),
                decisions(content.decisions()),
                guests(said.draft().sides().guests()),
                Tokens.of(words(said.draft())));
    }

    private static IntStream numbered(int size) {
        return IntStream.range(0, size);
    }

    private static List<SideRow> sides(Gathering gathering) {
        List<Gathering.Side> sides = gathering.sides();
        return numbered(sides.size())
                .mapToObj(i -> new SideRow(
                        i,
                        sides.get(i).id(),
                        sides.get(i).expectedCount(),
                        sides.get(i).presentCount(),
                        sides.get(i).observers().size(),
                        sides.get(i).told() != null))
                .toList();
    }

    /** Only those expected can be absent, and only others can have sat in: what was ticked for another kind is left out. */
    private static List<PartRow> parts(Said said) {
        Draft.Attendance attendance = said.draft().attendance();
        Set<PersonId> expected = said.gathering().expected().stream()
                .map(person -> person.id())
                .collect(java.util.stream.Collectors.toSet());
        List<PartRow> parts = new ArrayList<>();
        attendance.absences().stream()
                .filter(absence -> expected.contains(absence.person()))
                .map(absence -> new PartRow(absence.person(), "absent", absence.cause(), absence.note()))
                .forEach(parts::add);
        attendance.observers().stream()
                .filter(person -> !expected.contains(person))
                .map(person -> new PartRow(person, "observer", null, null))
                .forEach(parts::add);
        Stream.ofNullable(attendance.chair())
                .map(person -> new PartRow(person, "chair", null, null))
                .forEach(parts::add);
        Stream.ofNullable(attendance.minuteTaker())
                .map(person -> new PartRow(person, "minute_taker", null, null))
                .forEach(parts::add);
        return parts.stream().distinct().toList();
    }

    private static List<ItemRow> items(List<Draft.Item> agenda) {
        return numbered(agenda.size())
                .mapToObj(i ->
                        new ItemRow(i, agenda.get(i).subject(), agenda.get(i).study()))
                .toList();
    }

    private static List<DecisionRow> decisions(List<Draft.Decision> decisions) {
        return numbered(decisions.size())
                .mapToObj(i -> new DecisionRow(
                        i,
                        decisions.get(i).subject(),
                        decisions.get(i).owner(),
                        decisions.get(i).due()))
                .toList();
    }

    private static List<GuestRow> guests(List<Draft.Guest> guests) {
        return numbered(guests.size())
                .mapToObj(
                        i -> new GuestRow(i, guests.get(i).unit(), guests.get(i).name()))
                .toList();
    }

    private static String words(Draft draft) {
        List<String> words = new ArrayList<>(
                List.of(draft.occasion().title(), draft.content().minutes()));
        draft.content().agenda().forEach(item -> words.add(item.subject()));
        draft.content().decisions().forEach(decision -> words.add(decision.subject()));
        draft.sides().guests().forEach(guest -> words.add(guest.name()));
        return String.join("\n", words);
    }
}
