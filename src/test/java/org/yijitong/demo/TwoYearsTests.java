package org.yijitong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yijitong.ProductTest;
import org.yijitong.shared.Days;

/** Two years of records: alive, some late, some joint, some corrected, and all of it adds up. */
@ProductTest
@TestPropertySource(properties = "yijitong.demo=true")
class TwoYearsTests {
    private final Behind behind;
    private final TwoYears twoYears;

    TwoYearsTests(@Autowired JdbcClient product, @Autowired TwoYears twoYears) throws SQLException {
        this.twoYears = twoYears;
        behind = new Behind(product);
    }

    @AfterEach
    void leave() {
        behind.close();
    }

    @Test
    void everyBranchRecordsAndSomeOfItIsLateJointCorrectedOrWithdrawn() {
        assertThat(behind.count("SELECT count(*) FROM activity.records")).isBetween(3000L, 7000L);
        assertThat(behind.texts("""
                SELECT v.name FROM organization.organization_versions v
                WHERE v.recorded_to = 'infinity' AND v.valid_to = 'infinity' AND v.kind IN ('branch', 'joint_branch')
                  AND (SELECT count(*) FROM activity.records r
                       WHERE r.unit_id = v.unit_id AND r.organization_id = v.organization_id) < 12
                """)).isEmpty();
        assertThat(behind.count("SELECT count(*) FROM activity.records WHERE recorded_at::date > held_on + 9"))
                .isBetween(50L, 500L);
        assertThat(behind.count("SELECT count(*) FROM activity.records WHERE revision > 1 AND NOT withdrawn"))
                .isGreaterThan(20);
        assertThat(behind.count("SELECT count(*) FROM activity.records WHERE withdrawn"))
                .isBetween(1L, 15L);
        assertThat(behind.count("SELECT count(*) FROM activity.answers WHERE organization_id IS NOT NULL"))
                .isGreaterThan(20);
        assertThat(behind.count("""
                SELECT count(*) FROM activity.invitations i WHERE NOT EXISTS (SELECT FROM activity.answers a
                    WHERE a.unit_id = i.unit_id AND a.invitation_id = i.invitation_id)
                """)).isBetween(2L, 15L);
        assertThat(behind.count("SELECT count(*) FROM activity.records WHERE recorded_at > now() OR held_on > now()"))
                .isZero();
    }

    @Test
    void aLaterStartWritesNothingAgain() {
        assertThat(twoYears.write(Demonstration.SEED, LocalDate.now(Days.SHANGHAI)))
                .isZero();
    }

    @Test
    void theStandingIsTheSumOfWhatCounted() {
        assertThat(behind.count("""
                SELECT count(*) FROM ledger.standings s
                WHERE s.done <> coalesce((SELECT sum(c.amount) FROM ledger.contributions c
                    WHERE c.unit_id = s.unit_id AND c.obligation_id = s.obligation_id), 0)
                """)).isZero();
        assertThat(behind.count("""
                SELECT count(*) FROM ledger.v_matches m
                JOIN ledger.obligations o ON o.unit_id = m.unit_id AND o.obligation_id = m.obligation_id
                    AND o.recorded_to = 'infinity'
                WHERE NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = m.unit_id AND r.fact_id = m.fact_id)
                  AND NOT EXISTS (SELECT FROM ledger.contributions c WHERE c.unit_id = m.unit_id
                      AND c.fact_id = m.fact_id AND c.obligation_id = m.obligation_id AND NOT c.taken_back)
                """)).as("what matches and does not count").isZero();
    }

    @Test
    void mostIsDoneAndAFewBranchesStruggle() {
        assertThat(behind.count("""
                SELECT round(100.0 * sum((s.done >= o.need)::int) / count(*))::int FROM ledger.obligations o
                JOIN ledger.standings s ON s.unit_id = o.unit_id AND s.obligation_id = o.obligation_id
                WHERE o.person_id IS NULL AND o.due_on < now() AND o.period_from > now() - interval '22 months'
                """)).isBetween(75L, 98L);
    }

    @Test
    void noTextComesUpTooOften() {
        assertThat(behind.count("""
                SELECT max(n) FROM (SELECT count(*) AS n FROM activity.versions WHERE minutes <> '' GROUP BY minutes) t
                """)).isLessThan(20);
        assertThat(behind.texts("""
                SELECT title FROM activity.versions WHERE title || minutes ~ '%s|null|\\{'
                """)).isEmpty();
    }
}
