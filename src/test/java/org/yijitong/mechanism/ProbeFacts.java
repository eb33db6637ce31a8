package org.yijitong.mechanism;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A kind of fact that only tests know, with a field of every type. */
@Configuration(proxyBeanMethods = false)
class ProbeFacts {
    static final FactKind KIND = new FactKind(
            "probe",
            List.of(
                    FactField.flag("open"),
                    FactField.number("size"),
                    FactField.choice("colour", List.of("red", "green", "blue")),
                    FactField.choices("tags", List.of("one", "two", "three")),
                    FactField.text("words")));

    @Bean
    static FactKind probeFact() {
        return KIND;
    }
}
