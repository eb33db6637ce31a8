package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.Life;
import org.yijitong.organization.People;
import org.yijitong.organization.Person;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Passing to another branch, becoming another kind of member, leaving, coming back. */
@Controller
class PersonMoveController {
    private final Templates html;
    private final Persons persons;
    private final People people;
    private final Deeds deeds;
    private final Days days;

    PersonMoveController(Templates html, Persons persons, People people, Deeds deeds, Days days) {
        this.html = html;
        this.persons = persons;
        this.people = people;
        this.deeds = deeds;
        this.days = days;
    }

    @GetMapping("/units/{unit}/people/{person}/transfer")
    Html transferForm(Page page, Scope scope, @PathVariable String person) {
        PersonId id = PeopleAddress.person(person);
        Life.Stay now = now(persons.life(scope, id));
        MovePage shown = shown(scope, id, MoveForm.of(now, days.today()), "", Map.of(), null);
        return new Html(html.organizationPersonTransfer(page, shown));
    }

    @PostMapping("/units/{unit}/people/{person}/transfer")
    View transfer(Page page, Scope scope, @PathVariable String person, MoveForm form, HttpServletRequest request) {
        PersonId id = PeopleAddress.person(person);
        Life life = persons.life(scope, id);
        PersonTyped typed = new PersonTyped();
        Belonging belonging = form.belonging(typed, persons.places(scope, true));
        LocalDate on = day(typed, form, life);
        String reason = typed.text("because", form.because(), 500);
        try {
            typed.check();
            Belonging there = Objects.requireNonNull(belonging);
            return deeds.run(
                    scope, request, () -> move(scope, id, life, there, on, reason), page.t("people.transfer.done", on));
        } catch (Invalid invalid) {
            return new Html(
                    html.organizationPersonTransfer(page, shown(scope, id, form, "", invalid.faults(), null)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            String sentence = page.t(refused.messageKey(), refused.arguments());
            return new Html(
                    html.organizationPersonTransfer(page, shown(scope, id, form, "", Map.of(), sentence)),
                    HttpStatus.CONFLICT);
        }
    }

    private String move(Scope scope, PersonId id, Life life, Belonging there, LocalDate on, @Nullable String reason) {
        if (life.at(Sphere.PARTY, on).isPresent()) {
            people.transfer(scope, id, there, on, reason);
        } else {
            people.place(scope, id, Sphere.PARTY, there, on);
        }
        return new PeopleAddress(scope.unit()).person(id);
    }

    @GetMapping("/units/{unit}/people/{person}/departure")
    Html departureForm(Page page, Scope scope, @PathVariable String person) {
        PersonId id = PeopleAddress.person(person);
        MoveForm form = MoveForm.of(null, days.today());
        return new Html(html.organizationPersonDeparture(page, shown(scope, id, form, "", Map.of(), null)));
    }

    @PostMapping("/units/{unit}/people/{person}/departure")
    View leave(
            Page page,
            Scope scope,
            @PathVariable String person,
            MoveForm form,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request) {
        PersonId id = PeopleAddress.person(person);
        PersonTyped typed = new PersonTyped();
        Leaving chosen = typed.choice("why", why, Leaving.class);
        if (chosen == null || chosen == Leaving.REORGANIZATION) {
            typed.fault("why", "people.invalid.choice");
        }
        LocalDate on = day(typed, form, persons.life(scope, id));
        String reason = typed.text("because", form.because(), 500);
        try {
            typed.check();
            Leaving because = Objects.requireNonNull(chosen);
            return deeds.run(
                    scope,
                    request,
                    () -> {
                        people.leave(scope, id, because, on, reason);
                        return new PeopleAddress(scope.unit()).person(id);
                    },
                    page.t("people.departure.done", on));
        } catch (Invalid invalid) {
            return new Html(
                    html.organizationPersonDeparture(page, shown(scope, id, form, why, invalid.faults(), null)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The day; not before the last move, which would be wiped out. */
    private LocalDate day(PersonTyped typed, MoveForm form, Life life) {
        LocalDate on = form.day(typed, days.today());
        life.last()
                .map(Life.Stay::validFrom)
                .filter(from -> on.isBefore(from))
                .ifPresent(from -> typed.fault("on", "people.invalid.beforeLastMove", from));
        return on;
    }

    private Life.@Nullable Stay now(Life life) {
        return life.at(Sphere.PARTY, days.today()).orElse(null);
    }

    private MovePage shown(
            Scope scope,
            PersonId id,
            MoveForm form,
            String why,
            Map<String, Invalid.Fault> faults,
            @Nullable String refused) {
        Person person = persons.find(scope, id);
        return new MovePage(
                new PeopleAddress(scope.unit()),
                person,
                now(persons.life(scope, id)),
                form,
                why,
                PersonChoices.places(persons.places(scope, true)),
                faults,
                refused);
    }
}
