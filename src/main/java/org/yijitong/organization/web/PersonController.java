package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yijitong.organization.Identities;
import org.yijitong.organization.PersonEvent;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The page of one person. */
@Controller
class PersonController {
    private static final int CHANGES = 100;

    private final Templates html;
    private final Persons persons;
    private final Identities identities;
    private final AccountNames accounts;
    private final PersonRows rows;
    private final PeopleRights rights;
    private final Days days;

    PersonController(
            Templates html,
            Persons persons,
            Identities identities,
            AccountNames accounts,
            PersonRows rows,
            PeopleRights rights,
            Days days) {
        this.html = html;
        this.persons = persons;
        this.identities = identities;
        this.accounts = accounts;
        this.rows = rows;
        this.rights = rights;
        this.days = days;
    }

    @GetMapping("/units/{unit}/people/{person}")
    Html person(Page page, Scope scope, CurrentUser user, @PathVariable String person, HttpServletRequest request) {
        PersonId id = PeopleAddress.person(person);
        if (rows.asked(request)) {
            return rows.of(page, scope, user, id);
        }
        List<PersonEvent> history = persons.history(scope, id, CHANGES);
        Map<UUID, String> actors =
                accounts.of(history.stream().map(PersonEvent::account).collect(Collectors.toSet()));
        PersonPage shown = new PersonPage(
                new PeopleAddress(scope.unit()),
                persons.find(scope, id),
                persons.life(scope, id),
                history,
                identities.masked(scope, List.of(id)).get(id),
                actors,
                days.today(),
                rights.of(user, scope));
        return new Html(html.organizationPerson(page, shown));
    }
}
