package org.yijitong.overview.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** Where one comes in: branches at what they have to do, committees at how those below them stand. */
@Configuration(proxyBeanMethods = false)
class OverviewNavigation {
    @Bean
    @Order(1)
    static NavItem homeEntry() {
        return new NavItem("/", "home", "overview.home.nav", "year.own", List.of("/duties"));
    }

    @Bean
    @Order(2)
    static NavItem overviewEntry() {
        return new NavItem("/", "chart-bar", "overview.nav", "overview.own", List.of("/overview", "/sums"));
    }

    @Bean
    @Order(6)
    static NavItem yearEntry() {
        return new NavItem("/year", "calendar", "overview.year.nav", "year.own");
    }
}
