package org.yijitong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.yijitong.mechanism.Publications;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** What a rehearsal says of this year up to today, and what comes of publishing, a line for each duty and organization. */
@TestComponent
class RehearsalProbe {
    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private Publications publications;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Days days;

    @Autowired
    private Db db;

    private record Line(String duty, OrganizationId organizationId, int owed, int met, BigDecimal missing) {
        @Override
        public String toString() {
            return duty + " " + organizationId + " " + met + "/" + owed + " -" + missing.stripTrailingZeros();
        }
    }

    /** A random one that judges the whole of this year. */
    static String document(Random random, LocalDate today) {
        LocalDate since = LocalDate.of(today.getYear(), 1, 1);
        return RandomDocuments.of(random, "rehearsed", 1, since)
                .replaceFirst("until: [-0-9]+", "until: " + since.plusYears(3));
    }

    List<String> rehearsed(UnitId unit, String document) {
        Rehearsal rehearsal = rehearsals.run(document, days.today().getYear(), List.of(unit), _ -> true);
        return rehearsal.outcomes().stream()
                .flatMap(outcome -> outcome.lines().stream()
                        .map(line -> new Line(
                                outcome.duty().id(), line.organization(), line.owed(), line.met(), line.missing())))
                .map(Line::toString)
                .sorted()
                .toList();
    }

    List<String> published(UnitId unit, String document) {
        assertThat(publications.publish("rehearsed.yaml", document)).isEmpty();
        rebuild.mend(unit, _ -> {});
        return db
                .in(unit, """
                        SELECT d.name AS duty, s.organization_id, count(*)::int AS owed,
                               (count(*) FILTER (WHERE s.done >= s.need))::int AS met,
                               sum(greatest(s.need - s.done, 0)) AS missing
                        FROM ledger.v_standings s
                        JOIN mechanism.duties d ON d.duty_id = s.duty_id AND d.mechanism = 'rehearsed'
                        WHERE s.unit_id = :unit AND s.period_from >= :first AND s.period_to <= :last
                        GROUP BY d.name, s.organization_id
                        """)
                .bind("first", LocalDate.of(days.today().getYear(), 1, 1))
                .bind("last", days.today())
                .list(Line.class)
                .stream()
                .map(Line::toString)
                .sorted()
                .toList();
    }
}
