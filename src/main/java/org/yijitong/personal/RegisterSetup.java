package org.yijitong.personal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.shared.Announced;

/** The register as a bean, and who says when it changed. */
@Configuration(proxyBeanMethods = false)
class RegisterSetup {
    @Bean
    RegisterWords personalWords() {
        return RegisterWords.shipped();
    }

    @Bean
    Announced personalAnnounced(NoticeChanges changes) {
        return changes::since;
    }

    @Bean
    Register personalRegister() {
        return RegisterFile.shipped();
    }
}
