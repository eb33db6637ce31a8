package org.yijitong.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** A superior allows that a duty need not be done in a period: it does not apply, or was merged with another. */
@Component
@Transactional
public class Excuses {
    private static final int NOTE = 500;

    private final StandingStore standings;
    private final ExcuseStore store;
    private final Openings openings;
    private final Mechanisms mechanisms;
    private final Audit audit;
    private final Days days;
    private final Clock clock;
    private final Uuid7 ids;

    Excuses(
            StandingStore standings,
            ExcuseStore store,
            Openings openings,
            Mechanisms mechanisms,
            Audit audit,
            Days days,
            Clock clock,
            Uuid7 ids) {
        this.standings = standings;
        this.store = store;
        this.openings = openings;
        this.mechanisms = mechanisms;
        this.audit = audit;
        this.days = days;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Excuses an obligation.
     *
     * @param note why, 1 to 500 characters
     * @throws Refused when the duty allows no such ground, when it is met, or excused already
     */
    public void allow(Scope scope, UUID obligation, Duty.Excuse ground, String note) {
        if (note.isBlank() || note.strip().length() > NOTE) {
            throw new Invalid("note", "ledger.invalid.note", NOTE);
        }
        openings.hold(scope.unit());
        StandingStore.Row row = find(scope, obligation);
        if (!mechanisms.version(row.dutyVersionId()).excuses().contains(ground)) {
            throw new Refused("ledger.refused.ground");
        }
        if (row.done().compareTo(row.need()) >= 0) {
            throw new Refused("ledger.refused.met");
        }
        if (!store.add(scope, ids.next(), row, ground, note.strip(), now())) {
            throw new Refused("ledger.refused.excused");
        }
        store.mark(scope, obligation, true);
        audit.record(scope, "obligation.excused", "obligation", obligation, Map.of("ground", ground));
    }

    /** Takes an excuse back. */
    public void end(Scope scope, UUID obligation) {
        openings.hold(scope.unit());
        StandingStore.Row row = find(scope, obligation);
        if (!store.end(scope, row, now())) {
            throw new Refused("ledger.refused.notExcused");
        }
        store.mark(scope, obligation, false);
        audit.record(scope, "obligation.excuse-ended", "obligation", obligation, Map.of());
    }

    /**
     * An excuse that stands.
     *
     * @param note why, in the words of who allowed it
     * @param accountId who allowed it
     */
    public record Allowed(Duty.Excuse ground, String note, UUID accountId, Instant recordedFrom) {}

    /** The excuse of an obligation, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Allowed> of(Scope scope, UUID obligation) {
        return store.of(scope.unit(), find(scope, obligation));
    }

    private StandingStore.Row find(Scope scope, UUID obligation) {
        return standings
                .one(scope, obligation, days.today())
                .filter(row -> row.personId() == null)
                .orElseThrow(NotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
