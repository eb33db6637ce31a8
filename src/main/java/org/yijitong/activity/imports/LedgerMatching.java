package org.yijitong.activity.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.imports.LedgerLine.Becoming;
import org.yijitong.activity.imports.LedgerStore.Held;
import org.yijitong.activity.imports.LedgerStore.Somebody;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;

/**
 * Finds what becomes of the meetings of a ledger: names become organizations and people, what is recorded already is left
 * alone.
 *
 * @param answers names that were told by hand; an empty answer is nobody of the organization
 */
record LedgerMatching(LedgerKnowledge knowledge, Map<Asked, Optional<PersonId>> answers, LocalDate today) {
    /** Where and when something was held. */
    private record Occasion(OrganizationId organization, LocalDate day) {}

    /** Each meeting with what becomes of it, in the order of the file. */
    List<LedgerLine> lines(List<Meeting> meetings) {
        Map<Occasion, List<Held>> known = new HashMap<>();
        knowledge.held().values().forEach(all -> all.forEach(each -> add(known, each)));
        List<LedgerLine> lines = new ArrayList<>();
        for (Meeting meeting : meetings) {
            LedgerLine line = line(meeting, known);
            lines.add(line);
            OrganizationId organization = line.organization();
            LocalDate day = meeting.day();
            if (line.verdict() == Becoming.NEW && organization != null && day != null) {
                add(known, new Held(organization, day, List.copyOf(meeting.kinds()), starts(meeting)));
            }
        }
        return lines;
    }

    private static void add(Map<Occasion, List<Held>> known, Held held) {
        known.computeIfAbsent(new Occasion(held.organizationId(), held.heldOn()), _ -> new ArrayList<>())
                .add(held);
    }

    private LedgerLine line(Meeting meeting, Map<Occasion, List<Held>> known) {
        OrganizationId organization = knowledge.organization(meeting).orElse(null);
        if (organization == null) {
            return LedgerLine.refused(meeting, null, "activity.ledger.organization", meeting.organization());
        }
        LocalDate day = meeting.day();
        if (day == null) {
            return LedgerLine.refused(meeting, organization, "activity.ledger.day", meeting.said());
        }
        if (meeting.kinds().isEmpty()) {
            return LedgerLine.refused(meeting, organization, "activity.ledger.kinds", meeting.kindsSaid());
        }
        if (day.isAfter(today)) {
            return LedgerLine.refused(meeting, organization, "activity.ledger.future", day);
        }
        if (known.getOrDefault(new Occasion(organization, day), List.of()).stream()
                .anyMatch(each -> isSame(each, meeting))) {
            return new LedgerLine(meeting, organization, Becoming.LEFT, null, null, List.of());
        }
        return line(meeting, organization, day);
    }

    private LedgerLine line(Meeting meeting, OrganizationId organization, LocalDate day) {
        List<Asked> asked = meeting.names().stream()
                .map(name -> new Asked(organization, name))
                .filter(name -> person(name).isEmpty())
                .toList();
        if (!asked.isEmpty()) {
            return new LedgerLine(meeting, organization, Becoming.ASKED, null, null, asked);
        }
        LedgerDrafting drafting =
                new LedgerDrafting(name -> person(new Asked(organization, name)).flatMap(each -> each));
        return new LedgerLine(meeting, organization, Becoming.NEW, drafting.draft(meeting, day), null, List.of());
    }

    /** A kind in common; at another hour it was another meeting. */
    private static boolean isSame(Held held, Meeting meeting) {
        Instant starts = starts(meeting);
        Instant other = held.startsAt();
        return held.kinds().stream().anyMatch(meeting.kinds()::contains)
                && (starts == null || other == null || starts.equals(other));
    }

    private static @Nullable Instant starts(Meeting meeting) {
        LocalTime from = meeting.from();
        LocalDate day = meeting.day();
        return from == null || day == null
                ? null
                : day.atTime(from).atZone(Days.SHANGHAI).toInstant();
    }

    /** Whom a name means: nothing when it has to be asked, an empty answer when it is nobody of the organization. */
    private Optional<Optional<PersonId>> person(Asked asked) {
        if (answers.containsKey(asked)) {
            return Optional.ofNullable(answers.get(asked));
        }
        List<Somebody> named = knowledge.peopleOf(asked.organization()).stream()
                .filter(each -> plain(each.name()).equals(asked.name()))
                .toList();
        return named.size() == 1 ? Optional.of(Optional.of(named.getFirst().personId())) : Optional.empty();
    }

    /** Those a name may mean: the same name first, then those with all characters but one the same. */
    Map<PersonId, String> candidates(Asked asked) {
        List<Somebody> people = knowledge.peopleOf(asked.organization());
        Map<PersonId, String> candidates = new LinkedHashMap<>();
        Stream.of(
                        people.stream().filter(each -> plain(each.name()).equals(asked.name())),
                        people.stream().filter(each -> isNear(asked.name(), plain(each.name()))),
                        people.stream())
                .flatMap(each -> each)
                .forEach(each -> candidates.putIfAbsent(each.personId(), each.name()));
        return candidates;
    }

    private static boolean isNear(String name, String other) {
        long same = IntStream.range(0, Math.min(name.length(), other.length()))
                .filter(i -> name.charAt(i) == other.charAt(i))
                .count();
        return name.length() == other.length() && same >= name.length() - 1;
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s　]", "");
    }
}
