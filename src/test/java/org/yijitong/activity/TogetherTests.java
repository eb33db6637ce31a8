package org.yijitong.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yijitong.ProductTest;
import org.yijitong.ledger.Openings;
import org.yijitong.ledger.Rebuild;
import org.yijitong.organization.Because;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/** Many record, correct and withdraw at once, while branches are merged: nothing is lost, and nothing counts twice. */
@ProductTest
@Import(SampleUnit.class)
class TogetherTests {
    private static final int WRITERS = 4;
    private static final int EACH = 9;
    /** Of three records one stands, one is corrected, one is taken back. */
    private static final int STANDING = WRITERS * EACH * 2 / 3;

    @Autowired
    SampleUnit sample;

    @Autowired
    Records records;

    @Autowired
    Openings openings;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    Rebuild rebuild;

    @Autowired
    Archives archives;

    @Autowired
    Days days;

    @Test
    void whatCountsIsWhatFollowsFromTheRecords() throws Exception {
        Made made = sample.make();
        UnitId unit = made.unit().unitId();
        openings.open(unit);
        LocalDate merged = days.today().withDayOfMonth(1).minusMonths(1);
        try (var pool = Executors.newFixedThreadPool(WRITERS + 2)) {
            List<Future<?>> started = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                started.add(pool.submit(() -> write(made)));
            }
            started.add(pool.submit(
                    () -> reorganizations.merge(made.scope(), made.small(), made.other(), Because.on(merged))));
            started.add(pool.submit(() -> rebuild.mend(unit, _ -> {})));
            for (Future<?> each : started) {
                each.get();
            }
        }
        assertThat(archives.count(made.scope(), RecordFilter.ALL, 1000)).isEqualTo(STANDING);
        assertThat(rebuild.look(unit, _ -> {}))
                .matches(Rebuild.Found::clean)
                .extracting(Rebuild.Found::facts)
                .isNotEqualTo(0);
    }

    /** A pledge sets off what must be looked back upon: it needs the book alone, the others share it. */
    private void write(Made made) {
        for (int i = 0; i < EACH; i++) {
            Draft draft = Drafts.of(
                    days.today().minusDays(i),
                    i % 2 == 0 ? ActivityKind.COMMITTEE_MEETING : ActivityKind.PLEDGE,
                    ActivityKind.THEME_DAY);
            RecordId id = records.record(made.branch(), made.third(), draft);
            switch (i % 3) {
                case 1 -> records.correct(made.branch(), id, 1, draft, "补一句");
                case 2 -> records.withdraw(made.branch(), id, 1, "记重了");
                default -> {}
            }
        }
    }
}
