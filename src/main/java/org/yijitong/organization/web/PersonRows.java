package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** One row of the roster alone, by which the roster's script replaces the row on the screen. */
@Component
class PersonRows {
    /** The parameter by which the script asks for one row as the answer: {@code in=row}. */
    private static final String IN = "in";

    private final Templates html;
    private final Rosters rosters;
    private final PeopleRights rights;
    private final Days days;

    PersonRows(Templates html, Rosters rosters, PeopleRights rights, Days days) {
        this.html = html;
        this.rosters = rosters;
        this.rights = rights;
        this.days = days;
    }

    boolean asked(HttpServletRequest request) {
        return "row".equals(request.getParameter(IN));
    }

    Html of(Page page, Scope scope, CurrentUser user, PersonId person) {
        RosterLine line = rosters.row(scope, person)
                .map(row -> RosterLine.of(page, row, days.today()))
                .orElseThrow(NotFound::new);
        return new Html(
                html.organizationRosterRow(page, new PeopleAddress(scope.unit()), line, rights.of(user, scope)));
    }
}
