package org.yijitong.overview.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.overview.Inbox;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What one should know of today. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final Permitted permitted;
    private final Days days;
    private final Templates html;

    InboxController(Inbox inbox, Permitted permitted, Days days, Templates html) {
        this.inbox = inbox;
        this.permitted = permitted;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/inbox")
    Html inbox(Page page, Scope scope, CurrentUser user) {
        boolean decides = permitted.permits(user, "mechanism.write");
        int year = days.today().getYear();
        OverviewAddress at = new OverviewAddress(scope.unit());
        return new Html(html.overviewInbox(
                page,
                inbox.of(user, scope).stream()
                        .map(notice -> NoticeLine.of(page, at, notice, decides, year))
                        .toList()));
    }
}
