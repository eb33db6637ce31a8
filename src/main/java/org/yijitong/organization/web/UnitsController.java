package org.yijitong.organization.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.organization.UnitSums;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What a working committee sees first: the units below it, in sums. */
@Controller
class UnitsController {
    private final UnitSums sums;
    private final Days days;
    private final Templates html;

    UnitsController(UnitSums sums, Days days, Templates html) {
        this.sums = sums;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units")
    Html units(Page page, Scope scope) {
        List<UnitSums.Sum> units = sums.atOrBelow(scope, days.today());
        int branches = units.stream().mapToInt(UnitSums.Sum::branches).sum();
        int members = units.stream().mapToInt(UnitSums.Sum::members).sum();
        String title = units.size() == 1
                ? page.t("organization.units.title.none")
                : page.t("organization.units.title", units.size() - 1, branches);
        return new Html(
                html.organizationUnits(page, new UnitsPage(title, page.t("organization.units.lead", members), units)));
    }
}
