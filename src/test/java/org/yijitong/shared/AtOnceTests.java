package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work side by side. */
class AtOnceTests {
    @Test
    void whatWasMadeKeepsTheOrderOfTheWork() {
        List<Callable<Integer>> works = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int made = i;
            works.add(() -> made);
        }
        assertThat(AtOnce.all(works)).hasSize(50).isSorted();
        assertThat(AtOnce.all(List.<Callable<Integer>>of())).isEmpty();
    }

    @Test
    void aFailureIsToldAndNoOtherWorkBegins() {
        var begun = new AtomicInteger();
        var never = new CountDownLatch(1);
        List<Callable<Integer>> works = new ArrayList<>();
        works.add(() -> {
            throw new IllegalArgumentException("the first fails");
        });
        for (int i = 0; i < 100; i++) {
            works.add(() -> {
                begun.incrementAndGet();
                never.await();
                return 0;
            });
        }
        assertThatThrownBy(() -> AtOnce.all(works))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the first fails")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(begun).hasValueLessThan(5);
    }
}
