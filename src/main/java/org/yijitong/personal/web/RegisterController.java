package org.yijitong.personal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.personal.Register;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** The register of personal data, for everyone who is signed in (PIPL art. 17 and 48). */
@Controller
class RegisterController {
    private final Register register;
    private final Templates html;

    RegisterController(Register register, Templates html) {
        this.register = register;
        this.html = html;
    }

    @GetMapping("/personal-data")
    Html show(Page page) {
        return new Html(html.personalRegister(page, register));
    }
}
