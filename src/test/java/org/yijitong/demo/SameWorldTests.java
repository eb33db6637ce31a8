package org.yijitong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Db;

/** The same seed and day give the same world, and a making that is broken off leaves nothing. */
@ProductTest
class SameWorldTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 28);

    @Autowired
    WorldMaker maker;

    @Autowired
    TwoYears twoYears;

    @Autowired
    Units units;

    @Autowired
    Db db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theSameSeedAndDayGiveTheSameWorldAndABrokenOffMakingLeavesNothing() {
        List<String> first = made();
        assertThat(units.byCode("LH-GW")).isEmpty();
        List<String> second = made();
        assertThat(first).hasSizeGreaterThan(4000).isEqualTo(second);
    }

    @Test
    void whereTheWorldIsNotNothingIsWrittenDown() {
        assertThat(twoYears.write(1, TODAY)).isZero();
    }

    /** Makes the world, reads it, and gives it up. */
    private List<String> made() {
        return Objects.requireNonNull(transaction.execute(status -> {
            maker.make(1, TODAY);
            status.setRollbackOnly();
            Unit first = units.byCode("LH-GW").orElseThrow();
            twoYears.alone(first, Map.of(), 1, TODAY);
            List<String> all = new ArrayList<>(records(first));
            units.atOrBelow(units.byCode("LH-GW").orElseThrow().unitId()).forEach(unit -> all.addAll(read(unit)));
            return all;
        }));
    }

    /** Everything but the identifiers that the database makes and what is sealed. */
    private List<String> read(Unit unit) {
        return db.in(unit.unitId(), """
                        SELECT to_jsonb(v)::text FROM organization.organization_versions v WHERE unit_id = :unit
                        UNION ALL
                        SELECT to_jsonb(p)::text FROM organization.people p WHERE unit_id = :unit
                        UNION ALL
                        SELECT (to_jsonb(m) - 'membership_id')::text FROM organization.memberships m
                        WHERE unit_id = :unit
                        UNION ALL
                        SELECT (to_jsonb(a) - 'appointment_id')::text FROM organization.appointments a
                        WHERE unit_id = :unit
                        UNION ALL
                        SELECT to_jsonb(c)::text FROM organization.organization_changes c WHERE unit_id = :unit
                        ORDER BY 1
                        """).list(String.class);
    }

    private List<String> records(Unit unit) {
        List<String> all = db.in(unit.unitId(), """
                        SELECT to_jsonb(r)::text FROM activity.records r WHERE unit_id = :unit
                        UNION ALL
                        SELECT to_jsonb(v)::text FROM activity.versions v WHERE unit_id = :unit
                        ORDER BY 1
                        """).list(String.class);
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }
}
