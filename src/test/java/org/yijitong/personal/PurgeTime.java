package org.yijitong.personal;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.yijitong.access.MovableClock;

/** A clock of their own for the tests in which years pass. */
@TestConfiguration(proxyBeanMethods = false)
class PurgeTime {
    @Bean
    @Primary
    MovableClock timeOfThePurge() {
        return new MovableClock();
    }
}
