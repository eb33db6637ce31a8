package org.yijitong.organization.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** The entries of the main navigation that lead to organizations. */
@Configuration(proxyBeanMethods = false)
class OrganizationNavigation {
    @Bean
    @Order(10)
    static NavItem unitsEntry() {
        return new NavItem("/units", "list-details", "organization.units.name", "unit.sums");
    }

    @Bean
    @Order(20)
    static NavItem organizationsEntry() {
        return new NavItem("/organizations", "building-community", "organization.tree.name", "organization.read");
    }
}
