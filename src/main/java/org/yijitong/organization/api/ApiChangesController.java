package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.api.OrganizationRequests.AmendmentRequest;
import org.yijitong.organization.api.OrganizationRequests.ClosureRequest;
import org.yijitong.organization.api.OrganizationRequests.CorrectionRequest;
import org.yijitong.organization.api.OrganizationRequests.FoundingRequest;
import org.yijitong.organization.api.OrganizationRequests.MergerRequest;
import org.yijitong.organization.api.OrganizationRequests.MoveRequest;
import org.yijitong.organization.api.OrganizationRequests.RenamingRequest;
import org.yijitong.organization.api.OrganizationRequests.SplitRequest;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Founding, renaming, moving, merging, splitting, closing and correcting organizations. */
@RestController
@RequestMapping("/api/v1/units/{unit}/organizations")
@Tag(name = "changes of organizations")
class ApiChangesController {
    private final Organizations organizations;
    private final Reorganizations reorganizations;
    private final Posting posting;

    ApiChangesController(Organizations organizations, Reorganizations reorganizations, Posting posting) {
        this.organizations = organizations;
        this.reorganizations = reorganizations;
        this.posting = posting;
    }

    @PostMapping
    @Operation(summary = "Found an organization")
    ResponseEntity<Done> found(Scope scope, HttpServletRequest request, @RequestBody FoundingRequest body) {
        Given given = new Given();
        Founding founding = body.read(given);
        Because because = given.because(body.on(), body.reason(), body.documentNumber());
        given.check();
        return posting.made(scope, request, body, () -> at(scope, organizations.found(scope, founding, because)));
    }

    @PostMapping("/{organization}/renamings")
    @Operation(summary = "Give it another name from a day on")
    ResponseEntity<Done> rename(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody RenamingRequest body) {
        Given given = new Given();
        String name = given.text("name", body.name(), 100);
        String shortName = given.optional("shortName", body.shortName(), 40);
        Because because = given.because(body.on(), body.reason(), body.documentNumber());
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(scope, request, body, id, () -> organizations.rename(scope, id, name, shortName, because));
    }

    @PostMapping("/{organization}/moves")
    @Operation(summary = "Put it under another superior from a day on")
    ResponseEntity<Done> move(
            Scope scope, HttpServletRequest request, @PathVariable UUID organization, @RequestBody MoveRequest body) {
        Given given = new Given();
        OrganizationId superior =
                new OrganizationId(given.value("superior", body.superior(), OrganizationRequests.NOBODY));
        Because because = given.because(body.on(), body.reason(), body.documentNumber());
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(scope, request, body, id, () -> organizations.move(scope, id, superior, because));
    }

    @PostMapping("/{organization}/amendments")
    @Operation(summary = "Change its kind, its place among its siblings or its approval number from a day on")
    ResponseEntity<Done> amend(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody AmendmentRequest body) {
        Given given = new Given();
        OrganizationKind kind = given.value("kind", body.kind(), OrganizationKind.BRANCH);
        int position = OrganizationRequests.position(given, body.position());
        String approval = given.optional("approvalNumber", body.approvalNumber(), 100);
        Because because = given.because(body.on(), body.reason(), body.documentNumber());
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(
                scope, request, body, id, () -> organizations.amend(scope, id, kind, position, approval, because));
    }

    @PostMapping("/{organization}/mergers")
    @Operation(summary = "Merge it into another from a day on; its people pass over")
    ResponseEntity<Done> merge(
            Scope scope, HttpServletRequest request, @PathVariable UUID organization, @RequestBody MergerRequest body) {
        Given given = new Given();
        OrganizationId into = new OrganizationId(given.value("into", body.into(), OrganizationRequests.NOBODY));
        Because because = given.because(body.on(), body.reason(), body.documentNumber());
        given.check();
        OrganizationId from = new OrganizationId(organization);
        return changed(scope, request, body, into, () -> reorganizations.merge(scope, from, into, because));
    }

    @PostMapping("/{organization}/splits")
    @Operation(summary = "Split a new organization off with some of the people")
    ResponseEntity<Done> split(
            Scope scope, HttpServletRequest request, @PathVariable UUID organization, @RequestBody SplitRequest body) {
        if (body.founding() == null) {
            throw new Invalid("founding", "api.invalid.missing");
        }
        Given given = new Given();
        FoundingRequest sent = body.founding();
        Founding founding = sent.read(given);
        List<PersonId> people = given.some("people", body.people()).stream()
                .distinct()
                .map(PersonId::new)
                .toList();
        Because because = given.because(sent.on(), sent.reason(), sent.documentNumber());
        given.check();
        OrganizationId from = new OrganizationId(organization);
        return posting.made(
                scope, request, body, () -> at(scope, reorganizations.split(scope, from, founding, people, because)));
    }

    @PostMapping("/{organization}/closures")
    @Operation(summary = "Close it from a day on; refused while people are left in it")
    ResponseEntity<Done> close(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody ClosureRequest body) {
        Given given = new Given();
        Because because = given.because(body.on(), body.reason(), body.documentNumber());
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(scope, request, body, id, () -> organizations.close(scope, id, because));
    }

    @PostMapping("/{organization}/corrections")
    @Operation(summary = "Correct what was recorded wrongly; what was known before stays readable")
    ResponseEntity<Done> correct(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody CorrectionRequest body) {
        Given given = new Given();
        LocalDate segment = given.day("segment", body.segment());
        LocalDate from = given.day("from", body.from());
        OrganizationState state = body.read(given);
        String reason = given.text("reason", body.reason(), 500);
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(scope, request, body, id, () -> organizations.correct(scope, id, segment, from, state, reason));
    }

    private ResponseEntity<Done> changed(
            Scope scope, HttpServletRequest request, Object body, OrganizationId shown, Runnable work) {
        return posting.changed(scope, request, body, () -> {
            work.run();
            return at(scope, shown);
        });
    }

    private static String at(Scope scope, OrganizationId id) {
        return Asked.organization(scope, id);
    }
}
