package org.yijitong.matter.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** The entry of matters in the main navigation. */
@Configuration(proxyBeanMethods = false)
class MatterNavigation {
    @Bean
    @Order(8)
    static NavItem mattersEntry() {
        return new NavItem("/matters", "git-merge", "matter.nav", "matter.own", List.of("/flows", "/migrations"));
    }
}
