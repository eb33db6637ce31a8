package org.yijitong.organization.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.organization.Persons;
import org.yijitong.organization.RosterCopies;
import org.yijitong.organization.RosterEntry;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The roster on the screen and on paper. */
@Controller
class RosterController {
    private static final int ROWS = 20;
    /** Within a month the branch has to prepare its decision. */
    private static final int SOON = 30;

    private static final int ON_PAPER = 1000;

    private final Templates html;
    private final Rosters rosters;
    private final RosterCopies copies;
    private final Persons persons;
    private final PeopleRights rights;
    private final Days days;

    RosterController(
            Templates html, Rosters rosters, RosterCopies copies, Persons persons, PeopleRights rights, Days days) {
        this.html = html;
        this.rosters = rosters;
        this.copies = copies;
        this.persons = persons;
        this.rights = rights;
        this.days = days;
    }

    /** The entry of the navigation, which does not know the unit. */
    @GetMapping("/people")
    ResponseEntity<Void> own(Scope scope) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(new PeopleAddress(scope.unit()).roster()))
                .build();
    }

    @GetMapping("/units/{unit}/people")
    Html roster(Page page, Scope scope, CurrentUser user, RosterQuery query) {
        Rosters.RosterPage found =
                rosters.page(scope, query.filter(), java.util.Objects.requireNonNullElse(query.after(), ""), ROWS);
        List<RosterLine> lines = found.rows().stream()
                .map(row -> RosterLine.of(page, row, days.today()))
                .toList();
        RosterPage shown = new RosterPage(
                new PeopleAddress(scope.unit()),
                query,
                lines,
                rosters.count(scope, query.filter(), RosterPage.MOST),
                query.isEverything() ? rosters.probationsEnding(scope, SOON, RosterPage.MANY) : 0,
                found.next(),
                PersonChoices.places(persons.places(scope, false)),
                rights.of(user, scope));
        return new Html(html.organizationRoster(page, shown));
    }

    @GetMapping("/units/{unit}/people/print")
    Html print(Page page, Scope scope, CurrentUser user, RosterQuery query) {
        List<RosterEntry> entries = copies.first(scope, query.filter(), ON_PAPER + 1);
        boolean more = entries.size() > ON_PAPER;
        RosterPaper paper = new RosterPaper(
                new PeopleAddress(scope.unit()),
                query,
                user.where(),
                days.today(),
                more ? entries.subList(0, ON_PAPER) : entries,
                more);
        return new Html(html.organizationRosterPrint(page, paper));
    }
}
