package org.yijitong.access.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.yijitong.shared.NavItem;

/** Puts the gate before every handler mapping there is, and hands controllers what it found. */
@Configuration(proxyBeanMethods = false)
class GateSetup {
    /** As a bean, because every handler mapping takes such beans, also those that no configurer reaches. */
    @Bean
    MappedInterceptor gateEverywhere(PolicyGate gate) {
        return new MappedInterceptor(new String[] {"/**"}, gate);
    }

    /** After the entries of the modules that hold the work. */
    @Bean
    @Order(900)
    NavItem accountsInTheNavigation() {
        return new NavItem("/accounts", "key", "access.nav.accounts", "account.see");
    }

    @Bean
    WebMvcConfigurer whoAndWhere() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new WhoAndWhere());
            }
        };
    }
}
