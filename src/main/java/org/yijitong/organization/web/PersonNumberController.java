package org.yijitong.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.organization.Identities;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** A person's identity number: masked; whole for a reason, which the log keeps; set anew. */
@Controller
class PersonNumberController {
    private static final int REASON = 200;

    private final Templates html;
    private final Persons persons;
    private final Identities identities;
    private final Deeds deeds;

    PersonNumberController(Templates html, Persons persons, Identities identities, Deeds deeds) {
        this.html = html;
        this.persons = persons;
        this.identities = identities;
        this.deeds = deeds;
    }

    @GetMapping("/units/{unit}/people/{person}/number")
    Html form(Page page, Scope scope, @PathVariable String person) {
        return shown(page, scope, PeopleAddress.person(person), Told.NOTHING, HttpStatus.OK);
    }

    /** Answers with the page itself: a redirect would have to carry the number. */
    @PostMapping("/units/{unit}/people/{person}/number/disclosure")
    Html disclose(
            Page page, Scope scope, @PathVariable String person, @RequestParam(defaultValue = "") String because) {
        PersonId id = PeopleAddress.person(person);
        PersonTyped typed = new PersonTyped();
        String reason = typed.needed("because", because, REASON, "people.invalid.reason");
        try {
            typed.check();
        } catch (Invalid invalid) {
            Told told = new Told(null, because, "", invalid.faults(), null);
            return shown(page, scope, id, told, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String whole = identities.reveal(scope, id, reason).orElse(null);
        return shown(page, scope, id, new Told(whole, "", "", Map.of(), null), HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/people/{person}/number")
    View set(
            Page page,
            Scope scope,
            @PathVariable String person,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request) {
        PersonId id = PeopleAddress.person(person);
        try {
            String accepted = Identities.checked(number);
            return deeds.run(
                    scope,
                    request,
                    () -> {
                        identities.keep(scope, id, accepted);
                        return new PeopleAddress(scope.unit()).person(id);
                    },
                    page.t("people.number.kept"));
        } catch (Invalid invalid) {
            Told told = new Told(null, "", number, invalid.faults(), null);
            return shown(page, scope, id, told, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            String sentence = page.t(refused.messageKey(), refused.arguments());
            return shown(page, scope, id, new Told(null, "", number, Map.of(), sentence), HttpStatus.CONFLICT);
        }
    }

    private record Told(
            @Nullable String whole,
            String because,
            String typed,
            Map<String, Invalid.Fault> faults,
            @Nullable String refused) {
        private static final Told NOTHING = new Told(null, "", "", Map.of(), null);
    }

    private Html shown(Page page, Scope scope, PersonId id, Told told, HttpStatus status) {
        NumberPage shown = new NumberPage(
                new PeopleAddress(scope.unit()),
                persons.find(scope, id),
                identities.masked(scope, List.of(id)).get(id),
                told.whole(),
                told.because(),
                told.typed(),
                told.faults(),
                told.refused());
        return new Html(html.organizationPersonNumber(page, shown), status);
    }
}
