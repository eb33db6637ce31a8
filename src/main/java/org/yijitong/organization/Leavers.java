package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/**
 * People who left long ago. What was needed only while they belonged is removed (PIPL art. 19 and 47): contacts, the
 * details of the roster, the identity number, what changes said before and after, what the log said about them. Names,
 * the days of joining and confirmation, where they belonged and which posts they held stay: they are the history of the
 * organizations.
 */
@Component
@Transactional
public class Leavers {
    private static final UUID NOBODY = new UUID(0, 0);

    private final LeaverStore store;
    private final IdentityStore numbers;
    private final Audit audit;

    Leavers(LeaverStore store, IdentityStore numbers, Audit audit) {
        this.store = store;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * Of how many there is anything to remove.
     *
     * @param before they left before this day
     * @param noted and that was noted before this day
     * @param most up to how many are counted
     */
    @Transactional(readOnly = true)
    public int due(UnitId unit, LocalDate before, LocalDate noted, int most) {
        return store.count(unit, before, noted, most);
    }

    /**
     * Removes it.
     *
     * @param before they left before this day
     * @param noted and that was noted before this day
     * @param most of how many people at once
     * @return of how many; call again while it is {@code most}
     */
    public int forget(UnitId unit, LocalDate before, LocalDate noted, int most) {
        List<PersonId> people = store.take(unit, before, noted, most);
        if (people.isEmpty()) {
            return 0;
        }
        store.clear(unit, people);
        numbers.remove(unit, people);
        Scope scope = new Scope(NOBODY, unit, unit.value());
        List<UUID> subjects = people.stream().map(PersonId::value).toList();
        boolean more = true;
        while (more) {
            more = audit.erase(scope, "person", subjects) > 0;
        }
        audit.record(scope, "personal.purged", "unit", unit.value(), Map.of("people", people.size()));
        return people.size();
    }
}
