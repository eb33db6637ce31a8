package org.yijitong.personal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register as a bean. */
@Configuration(proxyBeanMethods = false)
class RegisterSetup {
    @Bean
    RegisterWords personalWords() {
        return RegisterWords.shipped();
    }

    @Bean
    Register personalRegister() {
        return RegisterFile.shipped();
    }
}
