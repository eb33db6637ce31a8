package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.Persons;
import org.yijitong.organization.PlaceToBe;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Adding a person. */
@Controller
class PersonAddController {
    private final Templates html;
    private final Persons persons;
    private final People people;
    private final Deeds deeds;
    private final Days days;

    PersonAddController(Templates html, Persons persons, People people, Deeds deeds, Days days) {
        this.html = html;
        this.persons = persons;
        this.people = people;
        this.deeds = deeds;
        this.days = days;
    }

    @GetMapping("/units/{unit}/people/new")
    Html form(Page page, Scope scope) {
        MoveForm move = MoveForm.of(null, days.today());
        return shown(page, scope, PersonForm.EMPTY, move, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/people")
    View add(Page page, Scope scope, PersonForm sent, MoveForm move, HttpServletRequest request) {
        PersonForm form = sent.over(PersonForm.EMPTY, 0);
        PersonTyped typed = new PersonTyped();
        PersonDetails details = form.details(typed, days.today());
        List<PlaceToBe> places = persons.places(scope, true);
        Belonging belonging = move.belonging(typed, places);
        LocalDate from = move.day(typed, days.today());
        try {
            typed.check();
            Belonging there = Objects.requireNonNull(belonging);
            PeopleAddress at = new PeopleAddress(scope.unit());
            return deeds.run(
                    scope,
                    request,
                    () -> at.person(people.add(scope, new People.Newcomer(details, Sphere.PARTY, there, from))),
                    page.t("people.add.done", details.name()));
        } catch (Invalid invalid) {
            return shown(page, scope, form, move, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html shown(
            Page page,
            Scope scope,
            PersonForm form,
            MoveForm move,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        PersonFormPage shown = new PersonFormPage(
                new PeopleAddress(scope.unit()),
                null,
                "",
                form,
                faults,
                List.of(),
                move,
                PersonChoices.places(persons.places(scope, true)));
        return new Html(html.organizationPersonForm(page, shown), status);
    }
}
