package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.ProductTest;

/** A key does its work once. */
@ProductTest
class OnceTests {
    @Autowired
    Once once;

    @Autowired
    Db db;

    @Autowired
    TransactionOperations transaction;

    final AtomicInteger ran = new AtomicInteger();
    final Scope scope = new Scope(UUID.randomUUID(), new UnitId(UUID.randomUUID()), UUID.randomUUID());

    @Test
    void theSecondCallReturnsWhatTheFirstOneMade() {
        assertThat(once.run(scope, "k", "f", this::work)).isEqualTo("/things/1");
        assertThat(once.run(scope, "k", "f", this::work)).isEqualTo("/things/1");
        assertThat(once.run(scope, "k2", "f", this::work)).isEqualTo("/things/2");
    }

    @Test
    void workWhoseAddressIsKnownBeforeIsDoneOnceToo() {
        assertThat(once.run(scope, "k", "f", "/known", ran::incrementAndGet)).isEqualTo("/known");
        assertThat(once.run(scope, "k", "f", "/known", ran::incrementAndGet)).isEqualTo("/known");
        assertThat(ran).hasValue(1);
        assertThatThrownBy(() -> once.run(scope, "k", "other", "/known", ran::incrementAndGet))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> once.run(scope, "k2", "f", "/known", () -> {
                    throw new Refused("shared.once.other");
                }))
                .isInstanceOf(Refused.class);
        assertThat(once.run(scope, "k2", "f", "/known", ran::incrementAndGet)).isEqualTo("/known");
        assertThat(ran).hasValue(2);
    }

    @Test
    void aKeyCountsWithinItsAccountAndItsUnit() {
        once.run(scope, "k", "f", this::work);
        Scope colleague = new Scope(UUID.randomUUID(), scope.unit(), scope.top());
        Scope elsewhere = new Scope(scope.account(), new UnitId(UUID.randomUUID()), scope.top());
        assertThat(once.run(colleague, "k", "f", this::work)).isEqualTo("/things/2");
        assertThat(once.run(elsewhere, "k", "f", this::work)).isEqualTo("/things/3");
    }

    @Test
    void aKeyUsedForSomethingElseIsRefused() {
        once.run(scope, "k", "f", this::work);
        assertThatThrownBy(() -> once.run(scope, "k", "other", this::work)).isInstanceOf(Refused.class);
        assertThat(ran).hasValue(1);
    }

    @Test
    void workThatFailedCanBeTriedAgain() {
        assertThatThrownBy(() -> once.run(scope, "k", "f", () -> {
                    throw new Refused("shared.once.other");
                }))
                .isInstanceOf(Refused.class);
        assertThat(once.run(scope, "k", "f", this::work)).isEqualTo("/things/1");
    }

    @Test
    void theKeyGoesWithTheTransactionOfTheVerb() {
        transaction.executeWithoutResult(status -> {
            once.run(scope, "k", "f", this::work);
            status.setRollbackOnly();
        });
        assertThat(once.run(scope, "k", "f", this::work)).isEqualTo("/things/2");
    }

    @Test
    void fiftyAtOnceDoItOnce() throws Exception {
        CountDownLatch gun = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> {
                    gun.await();
                    return once.run(scope, "same", "f", this::work);
                }));
            }
            gun.countDown();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("/things/1");
            }
        }
        assertThat(ran).hasValue(1);
    }

    @Test
    void keysAreForgottenAfterSevenDaysInEveryUnitAndNotBefore() {
        age("old", "8 days");
        age("young", "6 days");
        once.purge();
        assertThat(keys()).containsExactly("young");
    }

    @Test
    void anotherUnitsKeysCannotBeSeen() {
        once.run(scope, "k", "f", this::work);
        List<String> seen = transaction.execute(
                status -> db.in(new UnitId(UUID.randomUUID()), """
                        SELECT key FROM shared.once_keys
                        """).list(String.class));
        assertThat(seen).isEmpty();
    }

    private void age(String key, String age) {
        transaction.executeWithoutResult(status -> db.in(scope.unit(), """
                        INSERT INTO shared.once_keys (unit_id, account_id, key, fingerprint, location, recorded_at)
                        VALUES (:unit, :account, :key, 'f', '/x', now() - :age::interval)
                        """)
                .bind("account", scope.account())
                .bind("key", key)
                .bind("age", age)
                .run());
    }

    private List<String> keys() {
        return transaction.execute(status -> db.in(scope.unit(), """
                        SELECT key FROM shared.once_keys WHERE unit_id = :unit ORDER BY key
                        """).list(String.class));
    }

    private String work() {
        return "/things/" + ran.incrementAndGet();
    }
}
