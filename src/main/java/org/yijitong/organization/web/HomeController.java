package org.yijitong.organization.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/**
 * Where one comes in: a committee at the units below it, everyone else at the organization they work for. Later the list
 * of what is due takes this place.
 */
@Controller
class HomeController {
    private final Permitted permitted;

    HomeController(Permitted permitted) {
        this.permitted = permitted;
    }

    @GetMapping("/")
    String home(CurrentUser user) {
        if (permitted.permits(user, "unit.sums")) {
            return "redirect:/units";
        }
        return "redirect:/units/" + user.unit() + "/organizations/" + user.top();
    }

    /** The tree of the user's own unit has an address without the unit. */
    @GetMapping("/organizations")
    ResponseEntity<Void> own(Scope scope) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Addresses.tree(scope)))
                .build();
    }
}
