package org.yijitong.overview.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** How a unit below stands, one level at a time, in sums. */
@Controller
class SumsController {
    private final SumsPages pages;

    SumsController(SumsPages pages) {
        this.pages = pages;
    }

    @GetMapping("/units/{unit}/sums")
    Html sums(Page page, Scope scope, CurrentUser user, OverviewQuery query) {
        return pages.of(page, scope, user, query);
    }
}
