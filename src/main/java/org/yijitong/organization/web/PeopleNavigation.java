package org.yijitong.organization.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** The entry of the roster in the main navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleNavigation {
    @Bean
    @Order(30)
    NavItem peopleEntry() {
        return new NavItem("/people", "users", "people.nav", "people.see");
    }
}
