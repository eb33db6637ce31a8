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

/** The matters of the demonstration world: of most flows, in all states, begun and carried on by its people. */
@ProductTest
@TestPropertySource(properties = "yijitong.demo=true")
class MatterMakerTests {
    private final Behind behind;
    private final MatterMaker maker;

    MatterMakerTests(@Autowired JdbcClient product, @Autowired MatterMaker maker) throws SQLException {
        this.maker = maker;
        behind = new Behind(product);
    }

    @AfterEach
    void leave() {
        behind.close();
    }

    @Test
    void mattersOfMostFlowsStandInAllStates() {
        assertThat(behind.count("SELECT count(*) FROM matter.matters")).isBetween(30L, 45L);
        assertThat(behind.count("SELECT count(DISTINCT flow) FROM matter.matters"))
                .isGreaterThanOrEqualTo(12);
        assertThat(behind.count("SELECT count(*) FROM matter.matters WHERE NOT open"))
                .isBetween(12L, 25L);
        assertThat(behind.count(
                        "SELECT count(*) FROM matter.matters WHERE open AND due_on < now() - interval '5 days'"))
                .as("overdue")
                .isPositive();
        assertThat(behind.count("SELECT count(*) FROM matter.matters WHERE reopened > 0"))
                .isPositive();
        assertThat(behind.count("SELECT count(*) FROM matter.parts")).isEqualTo(2);
        assertThat(behind.count("SELECT count(*) FROM matter.merger_answers WHERE agreed"))
                .isOne();
        assertThat(behind.count("SELECT count(*) FROM matter.sources WHERE record_id IS NOT NULL"))
                .as("from a decision in minutes")
                .isOne();
    }

    @Test
    void whoeverTookAStepIsOneOfTheAccountsAndMostlyHeldThePost() {
        assertThat(behind.texts("""
                SELECT DISTINCT e.step FROM matter.events e
                WHERE e.kind IN ('begun', 'step') AND NOT EXISTS (SELECT FROM access.accounts a
                    WHERE a.account_id = e.account_id)
                """)).isEmpty();
        assertThat(behind.count("""
                SELECT 100 * sum((NOT on_behalf)::int) / count(*) FROM matter.events WHERE kind = 'step'
                """)).isGreaterThan(55);
        assertThat(behind.count("SELECT count(*) FROM matter.events WHERE recorded_at > now()"))
                .isZero();
    }

    @Test
    void aLaterStartMakesNoneAgain() {
        assertThat(maker.make(Demonstration.SEED, LocalDate.now(Days.SHANGHAI))).isZero();
    }
}
