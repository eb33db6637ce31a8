package org.yijitong.organization;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** Rosters (花名册): who belongs where, found by any part of a name. */
@Component
@Transactional(readOnly = true)
public class Rosters {
    private static final int NAMESAKES = 20;

    private final RosterStore store;
    private final Days days;

    public Rosters(RosterStore store, Days days) {
        this.store = store;
        this.days = days;
    }

    /**
     * One page.
     *
     * @param next where the next page begins; empty when this is the last
     */
    public record RosterPage(List<RosterRow> rows, String next) {}

    /** How many belong to a branch, by kind and by state. */
    public record Tallies(int total, Map<MemberKind, Integer> kinds, Map<MemberState, Integer> states) {}

    /** A page of the present roster. */
    public RosterPage page(Scope scope, RosterFilter filter, String after, int size) {
        return page(scope, filter, AsOf.knownNow(days.today()), after, size);
    }

    /** A page of the roster as of a day. */
    public RosterPage page(Scope scope, RosterFilter filter, AsOf asOf, String after, int size) {
        List<RosterRow> rows = store.page(scope, filter, asOf, RosterPlace.parse(after), size + 1);
        boolean more = rows.size() > size;
        List<RosterRow> shown = more ? rows.subList(0, size) : rows;
        return new RosterPage(shown, more ? shown.getLast().key() : "");
    }

    /** One person's row of the present roster, if the scope reaches it. */
    public Optional<RosterRow> row(Scope scope, PersonId person) {
        return store.row(scope, person, AsOf.knownNow(days.today()));
    }

    /** How many of the present roster the filter finds; counting stops at {@code most}. */
    public int count(Scope scope, RosterFilter filter, int most) {
        return store.count(scope, filter, AsOf.knownNow(days.today()), most);
    }

    /** How many probationary members' year (预备期) has ended, or ends within some days; counting stops at {@code most}. */
    public int probationsEnding(Scope scope, int within, int most) {
        return store.probationsEnding(scope, days.today().plusDays(within), most);
    }

    /** Others whose name contains this one, who may be the same person entered twice; at most 20, each within reach. */
    public List<RosterRow> namesakes(Scope scope, PersonId person, String name) {
        return store
                .page(
                        scope,
                        new RosterFilter(name, null, null, null),
                        AsOf.knownNow(days.today()),
                        RosterPlace.START,
                        NAMESAKES + 1)
                .stream()
                .filter(row -> !row.personId().equals(person))
                .limit(NAMESAKES)
                .toList();
    }

    /** The numbers above a branch's roster. */
    public Tallies tallies(Scope scope, OrganizationId organization, AsOf asOf) {
        Map<MemberKind, Integer> kinds = new EnumMap<>(MemberKind.class);
        Map<MemberState, Integer> states = new EnumMap<>(MemberState.class);
        int total = 0;
        for (RosterStore.Tally tally : store.tally(scope, organization, asOf)) {
            total += tally.people();
            kinds.merge(tally.kind(), tally.people(), Integer::sum);
            tally.states().forEach(state -> states.merge(state, tally.people(), Integer::sum));
        }
        return new Tallies(total, kinds, states);
    }
}
