package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** What is kept of a unit, and what a naive reckoning needs of it. */
@TestComponent
class StandingProbe {
    @Autowired
    private Db db;

    @Autowired
    private Mechanisms mechanisms;

    private record Kept(
            UUID dutyVersionId,
            OrganizationId organizationId,
            @Nullable PersonId personId,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate dueOn,
            BigDecimal need,
            BigDecimal done,
            boolean excused) {}

    /** Each open obligation with its standing, as {@link NaiveStanding} writes it. */
    List<String> kept(UnitId unit) {
        return lines(db.in(unit, "SELECT * FROM ledger.v_standings WHERE unit_id = :unit")
                .list(Kept.class));
    }

    /** The same, from what was written down, without the cache of the present. */
    List<String> known(UnitId unit, java.time.Instant moment) {
        return lines(db.in(unit, "SELECT * FROM ledger.known(:unit, NULL, '2000-01-01', '2100-01-01', :moment)")
                .bind("moment", moment)
                .list(Kept.class));
    }

    private List<String> lines(List<Kept> kept) {
        Map<UUID, Duty> duties =
                mechanisms.all().stream().collect(Collectors.toMap(Duty::dutyVersionId, Function.identity()));
        return kept.stream()
                .map(each -> line(each, java.util.Objects.requireNonNull(duties.get(each.dutyVersionId()))))
                .sorted()
                .toList();
    }

    private static String line(Kept kept, Duty duty) {
        return NaiveStanding.line(
                duty.mechanism().id(),
                duty.id(),
                kept.organizationId(),
                kept.personId(),
                kept.periodFrom(),
                kept.periodTo(),
                kept.dueOn(),
                kept.need(),
                kept.done(),
                kept.excused());
    }

    List<UUID> open(UnitId unit) {
        return db.in(unit, """
                SELECT obligation_id FROM ledger.v_standings
                WHERE unit_id = :unit AND person_id IS NULL AND done < need AND NOT excused
                ORDER BY duty_id, organization_id, period_from LIMIT 50
                """).list(UUID.class);
    }

    List<UUID> excused(UnitId unit) {
        return db.in(unit, """
                SELECT obligation_id FROM ledger.v_standings WHERE unit_id = :unit AND excused
                ORDER BY duty_id, organization_id, period_from LIMIT 50
                """).list(UUID.class);
    }

    LocalDate openedTo(UnitId unit) {
        return db.in(unit, "SELECT opened_to FROM ledger.books WHERE unit_id = :unit")
                .one(LocalDate.class);
    }

    List<NaiveStanding.Place> places(UnitId unit) {
        return db.in(unit, "SELECT * FROM organization.v_organizations WHERE unit_id = :unit")
                .list(NaiveStanding.Place.class);
    }

    List<NaiveStanding.Member> members(UnitId unit) {
        return db.in(unit, "SELECT * FROM organization.v_memberships WHERE unit_id = :unit")
                .list(NaiveStanding.Member.class);
    }

    List<NaiveStanding.Held> posts(UnitId unit) {
        return db.in(unit, "SELECT * FROM organization.v_appointments WHERE unit_id = :unit AND NOT deputy")
                .list(NaiveStanding.Held.class);
    }

    List<NaiveStanding.Excused> excuses(UnitId unit) {
        return db.in(unit, """
                SELECT organization_id, duty_id, period_from FROM ledger.excuses
                WHERE unit_id = :unit AND recorded_to = 'infinity'
                """).list(NaiveStanding.Excused.class);
    }
}
