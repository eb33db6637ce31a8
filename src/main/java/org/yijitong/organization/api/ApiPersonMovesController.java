package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.Life;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.Sphere;
import org.yijitong.organization.api.PersonRequests.BelongingRequest;
import org.yijitong.organization.api.PersonRequests.LeavingRequest;
import org.yijitong.organization.api.PersonRequests.MergerRequest;
import org.yijitong.organization.api.PersonRequests.NewcomerRequest;
import org.yijitong.organization.api.PersonRequests.TransferRequest;
import org.yijitong.shared.Days;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Adding people, transferring them, their leaving, and joining two entries of one person. */
@RestController
@RequestMapping("/api/v1/units/{unit}/people")
@Tag(name = "changes of people")
class ApiPersonMovesController {
    private final Persons persons;
    private final People people;
    private final Posting posting;
    private final Days days;

    ApiPersonMovesController(Persons persons, People people, Posting posting, Days days) {
        this.persons = persons;
        this.people = people;
        this.posting = posting;
        this.days = days;
    }

    @PostMapping
    @Operation(summary = "Add a person")
    ResponseEntity<Done> add(Scope scope, HttpServletRequest request, @RequestBody NewcomerRequest body) {
        Given given = new Given();
        PersonDetails details = PersonRequests.read(given, body.details(), days.today());
        Belonging belonging = belonging(given, scope, body.belonging());
        LocalDate from = past(given, "from", body.from());
        given.check();
        return posting.made(
                scope,
                request,
                body,
                () -> Asked.person(
                        scope, people.add(scope, new People.Newcomer(details, Sphere.PARTY, belonging, from))));
    }

    @PostMapping("/{person}/transfers")
    @Operation(summary = "Belong elsewhere, or as another kind of member, from a day on")
    ResponseEntity<Done> transfer(
            Scope scope, HttpServletRequest request, @PathVariable UUID person, @RequestBody TransferRequest body) {
        PersonId id = new PersonId(person);
        Life life = persons.life(scope, id);
        Given given = new Given();
        Belonging belonging = belonging(given, scope, body.belonging());
        LocalDate on = past(given, "on", body.on());
        String reason = given.optional("reason", body.reason(), 500);
        given.check();
        return changed(scope, request, body, id, () -> {
            notBeforeTheLastMove(life, on);
            if (life.at(Sphere.PARTY, on).isPresent()) {
                people.transfer(scope, id, belonging, on, reason);
            } else {
                people.place(scope, id, Sphere.PARTY, belonging, on);
            }
        });
    }

    @PostMapping("/{person}/leavings")
    @Operation(summary = "Leave the roster from a day on; posts end too")
    ResponseEntity<Done> leave(
            Scope scope, HttpServletRequest request, @PathVariable UUID person, @RequestBody LeavingRequest body) {
        PersonId id = new PersonId(person);
        Life life = persons.life(scope, id);
        Given given = new Given();
        Leaving why = given.value("why", body.why(), Leaving.LEFT);
        if (why == Leaving.REORGANIZATION) {
            given.fault("why", "api.invalid.missing");
        }
        LocalDate on = past(given, "on", body.on());
        String reason = given.optional("reason", body.reason(), 500);
        given.check();
        return changed(scope, request, body, id, () -> {
            notBeforeTheLastMove(life, on);
            people.leave(scope, id, why, on, reason);
        });
    }

    @PostMapping("/{person}/mergers")
    @Operation(summary = "Join this entry with another of the same person, which is kept")
    ResponseEntity<Done> merge(
            Scope scope, HttpServletRequest request, @PathVariable UUID person, @RequestBody MergerRequest body) {
        Given given = new Given();
        PersonId into = new PersonId(given.value("into", body.into(), OrganizationRequests.NOBODY));
        String reason = given.optional("reason", body.reason(), 500);
        given.check();
        return changed(scope, request, body, into, () -> people.merge(scope, new PersonId(person), into, reason));
    }

    private Belonging belonging(Given given, Scope scope, @Nullable BelongingRequest sent) {
        BelongingRequest wanted = sent == null ? new BelongingRequest(null, null, null, null) : sent;
        return wanted.read(given, persons.places(scope, true));
    }

    private LocalDate past(Given given, String field, @Nullable LocalDate sent) {
        return given.value(field, given.optionalDay(field, sent, days.today()), days.today());
    }

    /** What was recorded of later days would be wiped out. Asked within the work: a repetition comes after the move. */
    private static void notBeforeTheLastMove(Life life, LocalDate on) {
        Given given = new Given();
        life.last()
                .map(Life.Stay::validFrom)
                .filter(on::isBefore)
                .ifPresent(from -> given.fault("on", "api.invalid.before", from));
        given.check();
    }

    private ResponseEntity<Done> changed(
            Scope scope, HttpServletRequest request, Object body, PersonId shown, Runnable work) {
        return posting.changed(scope, request, body, () -> {
            work.run();
            return Asked.person(scope, shown);
        });
    }
}
