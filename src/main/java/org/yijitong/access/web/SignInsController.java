package org.yijitong.access.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.access.SignIns;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** The sign-ins of one's own account. */
@Controller
class SignInsController {
    private final SignIns signIns;
    private final Templates html;

    SignInsController(SignIns signIns, Templates html) {
        this.signIns = signIns;
        this.html = html;
    }

    @GetMapping("/account/sign-ins")
    Html show(Page page, SignedIn who, @RequestParam(defaultValue = "0") int part) {
        List<SignIns.Attempt> found = signIns.of(who.account(), part);
        boolean more = found.size() > SignIns.PAGE;
        return new Html(html.accessSignIns(page, more ? found.subList(0, SignIns.PAGE) : found, part, more));
    }
}
