package org.yijitong.mechanism.reading;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.mechanism.FactKind;
import org.yijitong.organization.Units;
import org.yijitong.shared.WorkingDays;

/** What is known before any document is read. */
@Configuration(proxyBeanMethods = false)
class Reading {
    @Bean
    static Vocabulary vocabulary(ObjectProvider<FactKind> declared) {
        return new Vocabulary(declared.orderedStream().toList());
    }

    @Bean
    static UnitCodes unitCodes(Units units) {
        return units::codes;
    }

    @Bean
    static WorkingDays workingDays(CalendarFiles files) {
        return files.workingDays();
    }
}
