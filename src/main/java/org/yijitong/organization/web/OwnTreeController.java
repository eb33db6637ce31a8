package org.yijitong.organization.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.shared.Scope;

/** The entry of organizations in the navigation, which knows no unit. */
@Controller
class OwnTreeController {
    /** The tree of the user's own unit has an address without the unit. */
    @GetMapping("/organizations")
    ResponseEntity<Void> own(Scope scope) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Addresses.tree(scope)))
                .build();
    }
}
