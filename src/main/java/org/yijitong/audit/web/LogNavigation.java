package org.yijitong.audit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** The entries of the log in the main navigation. */
@Configuration(proxyBeanMethods = false)
class LogNavigation {
    @Bean
    @Order(90)
    static NavItem logEntry() {
        return new NavItem("/log", "history", "audit.nav", "log.read");
    }

    @Bean
    @Order(91)
    static NavItem signaturesEntry() {
        return new NavItem("/log/signatures", "shield-check", "audit.signatures.nav", "log.keep");
    }
}
