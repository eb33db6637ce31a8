package org.yijitong.personal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Who handles what is held on people, by unit: whom the notice names (PIPL art. 17). */
@Component
@Transactional
public class Contacts {
    private final ContactStore store;
    private final Audit audit;
    private final Clock clock;

    Contacts(ContactStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A unit that handles personal data.
     *
     * @param superiorId the unit above it, if there is one
     */
    public record Handler(
            UnitId unitId, String name, @Nullable UnitId superiorId) {}

    /** All of them, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Handler> handlers() {
        return store.handlers();
    }

    @Transactional(readOnly = true)
    public Optional<Contact> of(UnitId unit) {
        return store.latest(unit);
    }

    /** @throws Invalid with the fields that are empty or too long */
    public void set(Scope scope, Contact typed) {
        store.add(scope.unit(), Contact.checked(typed), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(scope, "personal.contact", "unit", scope.unit().value(), Map.of());
    }
}
