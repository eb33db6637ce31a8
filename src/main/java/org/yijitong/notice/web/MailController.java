package org.yijitong.notice.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.notice.MailServer;
import org.yijitong.notice.Mailboxes;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.SeeOther;
import yijitong.html.Templates;

/** Whether and where one is reminded by mail. Setting the same address twice is setting it once. */
@Controller
class MailController {
    private final Mailboxes mailboxes;
    private final MailServer server;
    private final Templates html;

    MailController(Mailboxes mailboxes, MailServer server, Templates html) {
        this.mailboxes = mailboxes;
        this.server = server;
        this.html = html;
    }

    @GetMapping("/account/mail")
    Html form(Page page) {
        String address = mailboxes.of(user(page).account()).orElse("");
        return new Html(html.noticeMail(page, address, !address.isEmpty(), server.isSet(), Map.of()));
    }

    @PostMapping("/account/mail")
    View set(Page page, @RequestParam(defaultValue = "") String address) {
        try {
            mailboxes.set(user(page).account(), address);
            return SeeOther.to("/account/mail");
        } catch (Invalid invalid) {
            boolean kept = mailboxes.of(user(page).account()).isPresent();
            return new Html(
                    html.noticeMail(page, address, kept, server.isSet(), invalid.faults()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/account/mail/removal")
    View remove(Page page) {
        mailboxes.remove(user(page).account());
        return SeeOther.to("/account/mail");
    }

    private static CurrentUser user(Page page) {
        return Optional.ofNullable(page.user()).orElseThrow(NotFound::new);
    }
}
