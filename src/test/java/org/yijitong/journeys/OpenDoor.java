package org.yijitong.journeys;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Lets the public pages be visited until the module that guards them is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingClass("org.yijitong.access.web.SecuritySetup")
class OpenDoor {
    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.csrf(csrf -> csrf.ignoringRequestMatchers("/preferences"))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; script-src 'self'; style-src 'self';"
                                + " img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
