package org.yijitong.organization.web;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.shared.NavItem;
import org.yijitong.shared.Scope;

/** The entries of the main navigation that lead to organizations. */
@Controller
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

    /** The tree of the user's own unit has an address without the unit. */
    @GetMapping("/organizations")
    ResponseEntity<Void> own(Scope scope) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Addresses.tree(scope)))
                .build();
    }
}
