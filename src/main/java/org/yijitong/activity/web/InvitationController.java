package org.yijitong.activity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Invitation;
import org.yijitong.activity.Invitations;
import org.yijitong.organization.Companies;
import org.yijitong.organization.Company;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Answering that one took part in what another organization recorded. */
@Controller
class InvitationController {
    private final Invitations invitations;
    private final Companies companies;
    private final Persons persons;
    private final Deeds deeds;
    private final Templates html;

    InvitationController(Invitations invitations, Companies companies, Persons persons, Deeds deeds, Templates html) {
        this.invitations = invitations;
        this.companies = companies;
        this.persons = persons;
        this.deeds = deeds;
        this.html = html;
    }

    @GetMapping("/units/{unit}/invitations/{invitation}")
    Html asked(
            Page page,
            Scope scope,
            @PathVariable String invitation,
            @RequestParam(required = false) @Nullable String organization) {
        Invitation asked = invitations.find(scope, Ids.inAddress(invitation));
        @Nullable
        OrganizationId chosen =
                organization == null ? asked.organizationId() : RecordAddress.organizationId(organization);
        return shown(page, scope, asked, chosen, List.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/invitations/{invitation}/confirmation")
    View confirm(
            Page page,
            Scope scope,
            @PathVariable String invitation,
            @RequestParam MultiValueMap<String, String> values) {
        UUID id = Ids.inAddress(invitation);
        OrganizationId organization =
                RecordAddress.organizationId(Objects.requireNonNullElse(values.getFirst("organization"), ""));
        List<String> absent = values.getOrDefault("absent", List.of());
        List<PersonId> people = absent.stream()
                .distinct()
                .map(person -> new PersonId(Ids.inAddress(person)))
                .toList();
        try {
            return deeds.run(scope, "/invitations/" + id, values, () -> {
                invitations.confirm(scope, id, organization, people);
                return new RecordAddress(scope.unit()).of(organization);
            });
        } catch (Invalid invalid) {
            Invitation asked = invitations.find(scope, id);
            HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
            return shown(page, scope, asked, organization, absent, invalid.faults(), status);
        }
    }

    @PostMapping("/units/{unit}/invitations/{invitation}/refusal")
    View decline(Scope scope, @PathVariable String invitation, @RequestParam MultiValueMap<String, String> values) {
        UUID id = Ids.inAddress(invitation);
        return deeds.run(scope, "/invitations/" + id + "/refusal", values, () -> {
            invitations.decline(scope, id);
            return new RecordAddress(scope.unit()).of(new OrganizationId(scope.top()));
        });
    }

    private Html shown(
            Page page,
            Scope scope,
            Invitation asked,
            @Nullable OrganizationId chosen,
            List<String> absent,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        Map<String, String> places = new LinkedHashMap<>();
        persons.places(scope, true).forEach(place -> places.put(place.id().toString(), place.display()));
        List<Company> around = chosen == null ? List.of() : companies.around(scope, chosen, List.of(), asked.heldOn());
        InvitationPage answer = new InvitationPage(
                new RecordAddress(scope.unit()).invitation(asked.invitationId()),
                asked,
                places,
                Objects.toString(chosen, ""),
                around.isEmpty() ? null : around.getFirst(),
                absent,
                faults);
        return new Html(html.activityInvitation(page, answer), status);
    }
}
