package org.yijitong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;

/** When more sign in than there are processors for, the surplus is told to come back, and nothing is held against it. */
@AccessTest
class BusySignInTests {
    @Autowired
    private Passwords passwords;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private World world;

    @Test
    void theSurplusIsToldToComeBackAndThenComesIn() {
        String name = world.name("ban");
        world.account(name, "officer", world.tree().department());
        var release = new CountDownLatch(1);
        var waiting = new AtomicInteger();
        try (var line = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Passwords.IN_LINE; i++) {
                line.execute(() -> passwords.inLine(() -> stands(waiting, release)));
            }
            await().atMost(30, TimeUnit.SECONDS).until(() -> waiting.get() == Passwords.IN_LINE);
            MvcTestResult told = new Browser(mvc).signIn(name);
            assertThat(status(told)).isEqualTo(429);
            assertThat(told.getResponse().getHeader("Retry-After")).isEqualTo(String.valueOf(Busy.SECONDS));
            assertThat(page(told).select("main").text()).contains("现在登录的人太多", "不算输错");
            release.countDown();
        }
        assertThat(status(new Browser(mvc).signIn(name))).isEqualTo(303);
    }

    private static boolean stands(AtomicInteger waiting, CountDownLatch release) {
        waiting.incrementAndGet();
        try {
            return release.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
