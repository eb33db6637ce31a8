package org.yijitong.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** Takes rosters out of the system: all rows of a filter, noted in the log. */
@Component
@Transactional
public class RosterCopies {
    /** More than any unit has; a bound all the same. */
    private static final int MOST = 200_000;

    private final RosterStore store;
    private final Identities identities;
    private final Audit audit;
    private final Days days;

    public RosterCopies(RosterStore store, Identities identities, Audit audit, Days days) {
        this.store = store;
        this.identities = identities;
        this.audit = audit;
        this.days = days;
    }

    /**
     * Hands over every row of the present roster that the filter finds, in the order of the page; how many.
     *
     * @param taker takes a row and, if numbers were asked for and one is held, the identity number
     * @param why the reason for taking identity numbers along; null to leave them out
     */
    public int all(
            Scope scope, RosterFilter filter, @Nullable String why, BiConsumer<RosterEntry, Optional<String>> taker) {
        int[] taken = {0};
        try (Stream<RosterEntry> entries = store.everything(scope, filter, AsOf.knownNow(days.today()), MOST)) {
            if (why == null) {
                entries.forEach(entry -> {
                    taker.accept(entry, Optional.empty());
                    taken[0]++;
                });
            } else {
                taken[0] = withNumbers(scope, entries.toList(), why, taker);
            }
        }
        audit.record(
                scope,
                "people.exported",
                "unit",
                scope.unit().value(),
                Map.of("people", taken[0], "whole", why != null));
        return taken[0];
    }

    /** The first rows of the filter, for paper. */
    @Transactional(readOnly = true)
    public List<RosterEntry> first(Scope scope, RosterFilter filter, int most) {
        try (Stream<RosterEntry> entries = store.everything(scope, filter, AsOf.knownNow(days.today()), most)) {
            return entries.toList();
        }
    }

    private int withNumbers(
            Scope scope, List<RosterEntry> entries, String why, BiConsumer<RosterEntry, Optional<String>> taker) {
        Map<PersonId, String> numbers = identities.revealAll(
                scope, entries.stream().map(RosterEntry::personId).toList(), why);
        entries.forEach(entry -> taker.accept(entry, Optional.ofNullable(numbers.get(entry.personId()))));
        return entries.size();
    }
}
