package org.yijitong.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.access.Policy;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** The policy file in plain words, for everybody whom it binds. */
@Controller
class PolicyController {
    private final Policy policy;
    private final Templates html;

    PolicyController(Policy policy, Templates html) {
        this.policy = policy;
        this.html = html;
    }

    @GetMapping("/policy")
    Html show(Page page, SignedIn who) {
        @Nullable CurrentUser user = who.user();
        String own = user == null ? "" : user.role();
        return new Html(html.accessPolicy(page, PolicyPage.of(policy, page.words(), own)));
    }
}
