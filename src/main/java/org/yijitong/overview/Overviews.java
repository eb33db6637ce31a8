package org.yijitong.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ledger.Standings;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.OverviewStore.Asked;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** How the organizations of a unit stand, by place and month, as of any day and as known then. */
@Component
@Transactional(readOnly = true)
public class Overviews {
    private static final int LONGEST_LATE = 10;

    private final OverviewStore store;
    private final Standings standings;
    private final Mechanisms mechanisms;
    private final Clock clock;

    Overviews(OverviewStore store, Standings standings, Mechanisms mechanisms, Clock clock) {
        this.store = store;
        this.standings = standings;
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
        Behind late = new Behind(of, false, first, choice.last(), Behind.Show.LATE);
        Table<Overview.Place> table = Table.of(
                store.lines(scope, of, asked),
                OverviewStore.Line::place,
                OverviewStore.Line::month,
                OverviewStore.Line::tally);
        List<Item> longest =
                table.sum().late() == 0 ? List.of() : store.items(scope, late, asked, Items.Place.START, LONGEST_LATE);
        return new Overview(of, name, table, longest);
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
        return Items.of(store.items(scope, behind, asked, Items.Place.parse(after), Items.MOST + 1));
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
