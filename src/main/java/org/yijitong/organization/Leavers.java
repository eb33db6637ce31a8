package org.yijitong.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.audit.Erasures;
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
    private final Erasures erasures;

    Leavers(LeaverStore store, IdentityStore numbers, Audit audit, Erasures erasures) {
        this.store = store;
        this.numbers = numbers;
        this.audit = audit;
        this.erasures = erasures;
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
        clear(unit, people);
        return people.size();
    }

    /**
     * Removes it again, after a backup from before was restored.
     *
     * @param people some of whom there may be nothing in the backup
     * @return of how many there was
     */
    public int forgetAgain(UnitId unit, Collection<UUID> people) {
        List<PersonId> there = store.present(unit, people);
        if (!there.isEmpty()) {
            clear(unit, there);
        }
        return there.size();
    }

    private void clear(UnitId unit, List<PersonId> people) {
        store.clear(unit, people);
        numbers.remove(unit, people);
        Scope scope = new Scope(NOBODY, unit, unit.value());
        List<UUID> subjects = people.stream().map(PersonId::value).toList();
        boolean more = true;
        while (more) {
            more = audit.erase(scope, "person", subjects) > 0;
        }
        Map<UUID, Map<String, ?>> notes = new HashMap<>();
        subjects.forEach(person -> notes.put(person, Map.of()));
        audit.record(scope, Erasures.PERSON, "person", notes);
        audit.record(scope, "personal.purged", "unit", unit.value(), Map.of("people", people.size()));
        erasures.people(unit.value(), subjects);
    }
}
