package org.yijitong.personal.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.personal.Register;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import yijitong.html.Templates;

/** The register of personal data, for everyone who is signed in (PIPL art. 17 and 48). */
@Controller
class RegisterController {
    private final Register register;
    private final ObjectProvider<Permitted> policy;
    private final Templates html;

    RegisterController(Register register, ObjectProvider<Permitted> policy, Templates html) {
        this.register = register;
        this.policy = policy;
        this.html = html;
    }

    @GetMapping("/personal-data")
    Html show(Page page) {
        CurrentUser user = page.user();
        Permitted permitted = policy.getIfAvailable();
        boolean due = user != null && permitted != null && permitted.permits(user, "personal.due");
        return new Html(html.personalRegister(page, register, due));
    }
}
