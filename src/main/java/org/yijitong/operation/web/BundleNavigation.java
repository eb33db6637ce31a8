package org.yijitong.operation.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yijitong.shared.NavItem;

/** Where bundles are found. */
@Configuration(proxyBeanMethods = false)
class BundleNavigation {
    @Bean
    @Order(95)
    static NavItem bundlesEntry() {
        return new NavItem("/bundles", "download", "operation.bundle.nav", "bundle.see", List.of(), true);
    }
}
