package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.organization.Identities;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.People;
import org.yijitong.organization.Person;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Query;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Tags;
import org.yijitong.shared.Unmet;

/** Rosters, and what is held on one person. */
@RestController
@RequestMapping("/api/v1/units/{unit}/people")
@Tag(name = "people")
class ApiPeopleController {
    private final Rosters rosters;
    private final Persons persons;
    private final People people;
    private final Identities identities;
    private final Asked asked;
    private final Tags tags;
    private final Days days;

    ApiPeopleController(
            Rosters rosters, Persons persons, People people, Identities identities, Asked asked, Tags tags, Days days) {
        this.rosters = rosters;
        this.persons = persons;
        this.people = people;
        this.identities = identities;
        this.asked = asked;
        this.tags = tags;
        this.days = days;
    }

    @GetMapping
    @Operation(summary = "A page of the roster, in the order of pinyin; q takes characters or pinyin initials")
    ResponseEntity<PersonView.RosterView> roster(
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "now") String as,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        if (q.length() > 60 || !q.matches("\\P{Cntrl}*")) {
            throw new Invalid("q", "api.invalid.long", 60);
        }
        if (!after.matches("\\P{Cntrl}{0,500}")) {
            throw new Invalid("after", "api.invalid.after");
        }
        RosterFilter filter = new RosterFilter(
                q,
                organization == null ? null : new OrganizationId(organization),
                kind == null ? null : Query.choice("kind", kind, MemberKind.class),
                state == null ? null : Query.choice("state", state, MemberState.class));
        Rosters.RosterPage page = rosters.page(scope, filter, asked.asOf(on, as), after, Query.size(size));
        return answer(request, page);
    }

    private static ResponseEntity<PersonView.RosterView> answer(HttpServletRequest request, Rosters.RosterPage page) {
        String next = page.next().isEmpty() ? null : Query.next(request, "after", page.next());
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            headers.set(HttpHeaders.LINK, Query.link(next));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(new PersonView.RosterView(
                        page.rows().stream().map(PersonView.Row::of).toList(), next));
    }

    @GetMapping("/{person}")
    @Operation(summary = "One person: details, places and posts; the identity number is masked")
    ResponseEntity<PersonView> one(Scope scope, @PathVariable UUID person) {
        return tags.answer(view(scope, persons.find(scope, new PersonId(person))));
    }

    @PutMapping("/{person}")
    @Operation(summary = "Replace the details of a person; needs the ETag that was read in If-Match")
    ResponseEntity<PersonView> amend(
            Scope scope,
            @PathVariable UUID person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String read,
            @RequestBody PersonRequests.AmendmentRequest body) {
        PersonId id = new PersonId(person);
        Person held = persons.find(scope, id);
        tags.require(read, view(scope, held));
        Given given = new Given();
        PersonDetails details = PersonRequests.read(given, body.details(), days.today());
        String reason = given.optional("reason", body.reason(), 500);
        given.check();
        try {
            people.amend(scope, id, details, held.revision(), reason);
        } catch (Refused refused) {
            if (persons.find(scope, id).revision() == held.revision()) {
                throw refused;
            }
            throw new Unmet(HttpStatus.PRECONDITION_FAILED, "api.unmet.changed");
        }
        return tags.answer(view(scope, persons.find(scope, id)));
    }

    private PersonView view(Scope scope, Person person) {
        return PersonView.of(
                person,
                persons.life(scope, person.id()),
                identities.masked(scope, List.of(person.id())).get(person.id()));
    }
}
