package org.yijitong.activity.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** The entry of records in the main navigation. */
@Configuration(proxyBeanMethods = false)
class RecordNavigation {
    @Bean
    @Order(5)
    static NavItem recordsEntry() {
        return new NavItem(
                "/records",
                "pencil",
                "activity.nav",
                "record.read",
                List.of("/plans", "/arrears", "/ledgers", "/ledger-imports", "/papers", "/paper-templates"));
    }
}
