package org.yijitong.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Archives;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Explanations;
import org.yijitong.ledger.Source;
import org.yijitong.ledger.Standings;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.OverviewStore.Asked;
import org.yijitong.shared.Cursor;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** How the organizations of a unit stand, by place and month, as of any day and as known then. */
@Component
@Transactional(readOnly = true)
public class Overviews {
    private static final int LONGEST_LATE = 10;
    private static final int RECORDS = 3;

    private final OverviewStore store;
    private final Standings standings;
    private final Explanations explanations;
    private final Archives archives;
    private final Mechanisms mechanisms;
    private final Clock clock;

    Overviews(
            OverviewStore store,
            Standings standings,
            Explanations explanations,
            Archives archives,
            Mechanisms mechanisms,
            Clock clock) {
        this.store = store;
        this.standings = standings;
        this.explanations = explanations;
        this.archives = archives;
        this.mechanisms = mechanisms;
        this.clock = clock;
    }

    /**
     * An organization with those below it.
     *
     * @throws NotFound when the scope does not reach it, or it was not there on that day
     */
    public Overview of(Scope scope, OrganizationId of, Choice choice, AsOf asOf) {
        String name = name(scope, of, asOf.on());
        LocalDate first = choice.first(asOf.on());
        Asked asked = asked(choice, first, choice.last(), asOf);
        List<OverviewStore.Line> lines = store.lines(scope, of, asked);
        Table<Overview.Place> table =
                Table.of(lines, OverviewStore.Line::place, OverviewStore.Line::month, OverviewStore.Line::tally);
        return new Overview(of, name, table, longestLate(scope, of, asked, lines));
    }

    /** What is late longest. Ten cells whose oldest was due by a day hold ten that were: nothing younger need be read. */
    private List<Item> longestLate(Scope scope, OrganizationId of, Asked asked, List<OverviewStore.Line> lines) {
        List<LocalDate> oldest = lines.stream()
                .map(OverviewStore.Line::oldest)
                .filter(Objects::nonNull)
                .sorted()
                .limit(LONGEST_LATE)
                .toList();
        if (oldest.isEmpty()) {
            return List.of();
        }
        LocalDate last = oldest.size() < LONGEST_LATE ? asked.last() : oldest.getLast();
        Behind late = new Behind(of, false, asked.first(), last, Behind.Show.LATE);
        return store.items(scope, late, asked.until(last), Items.START, LONGEST_LATE);
    }

    /**
     * A page of what lies behind a figure.
     *
     * @param after where it begins, as {@link Items#next} says; empty for the beginning
     * @throws NotFound when the scope does not reach the organization, or it was not there on that day
     */
    public Items behind(Scope scope, Behind behind, Choice choice, AsOf asOf, String after) {
        name(scope, behind.of(), asOf.on());
        Asked asked = asked(choice, behind.first(), behind.last(), asOf);
        List<Item> found = store.items(scope, behind, asked, Cursor.read(after).orElse(Items.START), Items.MOST + 1);
        List<Item> page = found.subList(0, Math.min(found.size(), Items.MOST));
        return new Items(page, records(scope, page, asked), Items.next(found));
    }

    /** What counted; what is recorded at a moment is known just after it. */
    private Map<UUID, List<RecordLine>> records(Scope scope, List<Item> items, Asked asked) {
        Instant known = asked.past() ? asked.asOf().known() : clock.instant().plus(1, ChronoUnit.MICROS);
        List<UUID> obligations = items.stream().map(Item::obligationId).toList();
        Map<UUID, List<Source>> sources = explanations.sources(scope, obligations, known, RECORDS);
        Map<RecordId, RecordLine> lines = archives.lines(
                scope,
                sources.values().stream()
                        .flatMap(List::stream)
                        .filter(source -> source.kind().equals("record"))
                        .map(source -> new RecordId(source.id()))
                        .collect(Collectors.toSet()));
        return sources.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(source -> lines.get(new RecordId(source.id())))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    /** The days on which periods may end that an overview of a choice reads. */
    public LocalDate first(Choice choice, AsOf asOf) {
        return choice.first(asOf.on());
    }

    /** What an organization is called on a day. */
    public String name(Scope scope, OrganizationId organization, LocalDate day) {
        return standings.household(scope, organization, day).stream()
                .findFirst()
                .map(Standings.Bearer::name)
                .orElseThrow(NotFound::new);
    }

    private Asked asked(Choice choice, LocalDate first, LocalDate last, AsOf asOf) {
        return new Asked(
                choice.duties(mechanisms), first, last, asOf, asOf.known().isBefore(clock.instant()));
    }
}
