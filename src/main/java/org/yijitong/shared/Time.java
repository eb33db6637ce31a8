package org.yijitong.shared;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the product. {@code --now} moves it by an offset; it goes on ticking. */
@Configuration
class Time {
    @Bean
    Clock clock(@Value("${yijitong.now-offset:PT0S}") Duration offset) {
        return Moment.clock(Clock.offset(Clock.systemUTC(), offset));
    }
}
