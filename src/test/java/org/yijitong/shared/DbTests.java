package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;

/** Plans are kept for statements that find their rows by keys, and made anew for all others, whatever ran before. */
@ProductTest
class DbTests {
    private static final String MODE = "SELECT current_setting('plan_cache_mode') WHERE :unit IS NOT NULL";
    private static final String KEPT = "force_generic_plan";
    private static final String ANEW = "force_custom_plan";

    @Autowired
    Db db;

    @Autowired
    PlatformTransactionManager transactions;

    final UnitId unit = new UnitId(UUID.randomUUID());

    @Test
    void onlyStatementsByKeyKeepTheirPlan() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            assertThat(anew()).isEqualTo(ANEW);
            assertThat(byKey()).isEqualTo(KEPT);
            assertThat(byKey()).isEqualTo(KEPT);
            assertThat(anew()).isEqualTo(ANEW);
        });
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(byKey()).isEqualTo(KEPT));
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(anew()).isEqualTo(ANEW));
    }

    @Test
    void aTransactionThatWaitedForAnotherGoesOnAsItWas() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            assertThat(byKey()).isEqualTo(KEPT);
            in(
                    TransactionDefinition.PROPAGATION_REQUIRES_NEW,
                    () -> assertThat(anew()).isEqualTo(ANEW));
            assertThat(anew()).isEqualTo(ANEW);
            assertThat(byKey()).isEqualTo(KEPT);
        });
    }

    @Test
    void anotherUnitIsSeenWhicheverWayItIsAsked() {
        UnitId other = new UnitId(UUID.randomUUID());
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            assertThat(seen(unit)).isEqualTo(unit.toString());
            assertThat(byKey()).isEqualTo(KEPT);
            assertThat(seen(other)).isEqualTo(other.toString());
        });
    }

    private void in(int propagation, Runnable work) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(_ -> work.run());
    }

    private String byKey() {
        return db.byKey(unit, MODE).one(String.class);
    }

    private String anew() {
        return db.in(unit, MODE).one(String.class);
    }

    private String seen(UnitId asked) {
        return db.in(asked, "SELECT current_setting('app.unit') WHERE :unit IS NOT NULL")
                .one(String.class);
    }
}
