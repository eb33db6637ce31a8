package org.yijitong.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Histories;
import org.yijitong.organization.History;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Everything that was ever done to an organization, corrections and predecessors included. */
@Controller
class HistoryController {
    private static final int LENGTH = 30;

    private final Profiles profiles;
    private final Histories histories;
    private final Telling telling;
    private final Templates html;

    HistoryController(Profiles profiles, Histories histories, Telling telling, Templates html) {
        this.profiles = profiles;
        this.histories = histories;
        this.telling = telling;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations/{organization}/history")
    Html history(Page page, Scope scope, @PathVariable String organization, @RequestParam @Nullable String from) {
        OrganizationId id = Addresses.id(organization);
        AsOf everything = AsOf.knownNow(Days.FOREVER);
        Profiles.Life life = profiles.life(scope, id);
        History history = histories.of(scope, id, everything, from, LENGTH);
        long all = histories.count(scope, id, everything);
        String base = Addresses.of(scope, id);
        return new Html(html.organizationHistory(
                page,
                new HistoryPage(
                        base,
                        List.of(
                                new Link(Addresses.tree(scope), page.t("organization.tree.name")),
                                new Link(base, life.name())),
                        page.t("organization.history.title", life.name(), all),
                        telling.tell(page, history, id, base),
                        all,
                        from == null,
                        history.next() == null ? null : base + "/history?from=" + history.next())));
    }
}
