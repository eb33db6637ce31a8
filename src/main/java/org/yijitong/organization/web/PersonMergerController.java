package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.organization.Identities;
import org.yijitong.organization.Life;
import org.yijitong.organization.People;
import org.yijitong.organization.Person;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.Rosters;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Joining two entries of one person. */
@Controller
class PersonMergerController {
    private final Templates html;
    private final Persons persons;
    private final People people;
    private final Rosters rosters;
    private final Identities identities;
    private final Deeds deeds;
    private final Days days;

    PersonMergerController(
            Templates html,
            Persons persons,
            People people,
            Rosters rosters,
            Identities identities,
            Deeds deeds,
            Days days) {
        this.html = html;
        this.persons = persons;
        this.people = people;
        this.rosters = rosters;
        this.identities = identities;
        this.deeds = deeds;
        this.days = days;
    }

    @GetMapping("/units/{unit}/people/{person}/merger")
    Html form(
            Page page,
            Scope scope,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String kept) {
        PersonId id = PeopleAddress.person(person);
        PersonId second = other.isEmpty() ? null : PeopleAddress.person(other);
        PersonId stays = second == null || kept.isEmpty() ? null : PeopleAddress.person(kept);
        if (id.equals(second) || (stays != null && !stays.equals(id) && !stays.equals(second))) {
            throw new NotFound();
        }
        MergerPage.Entry first = entry(page, scope, id);
        String query = q == null ? first.person().details().name() : q.strip();
        List<RosterLine> found = second != null || query.isEmpty()
                ? List.of()
                : rosters.namesakes(scope, id, query).stream()
                        .map(row -> RosterLine.of(page, row, days.today()))
                        .toList();
        MergerPage shown = new MergerPage(
                new PeopleAddress(scope.unit()),
                query,
                found,
                first,
                second == null ? null : entry(page, scope, second),
                stays);
        return new Html(html.organizationPersonMerger(page, shown));
    }

    @PostMapping("/units/{unit}/people/{person}/merger")
    View merge(
            Page page,
            Scope scope,
            @PathVariable String person,
            @RequestParam String kept,
            @RequestParam(defaultValue = "") String because,
            HttpServletRequest request) {
        PersonId goes = PeopleAddress.person(person);
        PersonId stays = PeopleAddress.person(kept);
        PersonTyped typed = new PersonTyped();
        String reason = typed.text("because", because, 500);
        typed.check();
        return deeds.run(
                scope,
                request,
                () -> {
                    people.merge(scope, goes, stays, reason);
                    return new PeopleAddress(scope.unit()).person(stays);
                },
                page.t("people.merger.done"));
    }

    private MergerPage.Entry entry(Page page, Scope scope, PersonId id) {
        Person person = persons.find(scope, id);
        Life life = persons.life(scope, id);
        Map<PersonId, String> numbers = identities.masked(scope, List.of(id));
        String where = life.at(Sphere.PARTY, days.today())
                .map(stay -> page.t(
                        "people.life.party",
                        stay.organizationName(),
                        RosterLine.state(page, stay.kind(), stay.states())))
                .orElseGet(() -> page.t("people.move.nowhere"));
        return new MergerPage.Entry(person, where, numbers.get(id));
    }
}
