package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.yijitong.organization.People;
import org.yijitong.organization.Person;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Changing what is held on a person: on a page of its own, or within the row of the roster. */
@Controller
class PersonEditController {
    private final Templates html;
    private final Persons persons;
    private final People people;
    private final PersonRows rows;
    private final Deeds deeds;
    private final Days days;

    PersonEditController(Templates html, Persons persons, People people, PersonRows rows, Deeds deeds, Days days) {
        this.html = html;
        this.persons = persons;
        this.people = people;
        this.rows = rows;
        this.deeds = deeds;
        this.days = days;
    }

    @GetMapping("/units/{unit}/people/{person}/edit")
    Html form(Page page, Scope scope, @PathVariable String person, HttpServletRequest request) {
        Person held = persons.find(scope, PeopleAddress.person(person));
        PersonForm form = PersonForm.of(held.details(), held.revision());
        return answer(page, request, shown(scope, held, form, Map.of(), List.of()), HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/people/{person}/edit")
    View save(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String person,
            PersonForm sent,
            HttpServletRequest request) {
        PersonId id = PeopleAddress.person(person);
        Person held = persons.find(scope, id);
        PersonForm now = PersonForm.of(held.details(), held.revision());
        PersonForm form = sent.over(now, sent.revision());
        try {
            return stored(page, scope, user, id, form, request);
        } catch (Invalid invalid) {
            PersonFormPage again = shown(scope, held, form, invalid.faults(), List.of());
            return answer(page, request, again, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            if (form.revision() != null && held.revision() == form.revision()) {
                throw refused;
            }
            PersonForm mine = form.over(form, held.revision());
            PersonFormPage again = shown(scope, held, mine, Map.of(), meanwhile(page, now, form));
            return answer(page, request, again, HttpStatus.CONFLICT);
        }
    }

    private View stored(
            Page page, Scope scope, CurrentUser user, PersonId id, PersonForm form, HttpServletRequest request) {
        PersonTyped typed = new PersonTyped();
        PersonDetails details = form.details(typed, days.today());
        String reason = typed.text("reason", form.reason(), 500);
        typed.check();
        int revision = Objects.requireNonNullElse(form.revision(), 0);
        Supplier<String> amend = () -> {
            people.amend(scope, id, details, revision, reason);
            return new PeopleAddress(scope.unit()).person(id);
        };
        if (rows.asked(request)) {
            deeds.run(scope, request, amend);
            return rows.of(page, scope, user, id);
        }
        return deeds.run(scope, request, amend, page.t("people.edit.done", details.name()));
    }

    private Html answer(Page page, HttpServletRequest request, PersonFormPage shown, HttpStatus status) {
        return new Html(
                rows.asked(request)
                        ? html.organizationRosterRowForm(page, shown)
                        : html.organizationPersonForm(page, shown),
                status);
    }

    private PersonFormPage shown(
            Scope scope,
            Person held,
            PersonForm form,
            Map<String, Invalid.Fault> faults,
            List<PersonFormPage.Meanwhile> meanwhile) {
        return new PersonFormPage(
                new PeopleAddress(scope.unit()),
                held.id(),
                held.details().name(),
                form,
                faults,
                meanwhile,
                MoveForm.of(null, days.today()),
                Map.of());
    }

    /** Fields in which what is held differs from what was typed. */
    private static List<PersonFormPage.Meanwhile> meanwhile(Page page, PersonForm theirs, PersonForm mine) {
        Map<String, String> typed = mine.said(page);
        return theirs.said(page).entrySet().stream()
                .map(entry -> new PersonFormPage.Meanwhile(
                        entry.getKey(), entry.getValue(), Objects.requireNonNullElse(typed.get(entry.getKey()), "")))
                .filter(both -> !both.theirs().equals(both.mine()))
                .toList();
    }
}
