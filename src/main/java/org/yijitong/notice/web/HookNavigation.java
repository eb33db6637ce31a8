package org.yijitong.notice.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** Where hooks are found. */
@Configuration(proxyBeanMethods = false)
class HookNavigation {
    @Bean
    @Order(96)
    static NavItem hooksEntry() {
        return new NavItem("/hooks", "code", "notice.hook.nav", "hook.manage", List.of(), true);
    }
}
