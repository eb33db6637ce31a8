package org.yijitong.operation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** The entry of bundles in the main navigation. */
@Configuration(proxyBeanMethods = false)
class BundleNavigation {
    @Bean
    @Order(95)
    static NavItem bundlesEntry() {
        return new NavItem("/bundles", "download", "operation.bundle.nav", "bundle.see");
    }
}
