package org.yijitong.activity.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yijitong.activity.imports.Asked;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.activity.imports.LedgerStep;
import org.yijitong.document.Contents;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** Last year's ledgers: brought in, asked about, shown, written down. */
@Controller
class LedgerController {
    private final LedgerDesk desk;
    private final LedgerPages pages;
    private final Profiles profiles;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    LedgerController(LedgerDesk desk, LedgerPages pages, Profiles profiles, Deeds deeds, Days days, Templates html) {
        this.desk = desk;
        this.pages = pages;
        this.profiles = profiles;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations/{organization}/ledgers")
    Html form(Page page, Scope scope, @PathVariable String organization) {
        return form(page, scope, RecordAddress.organizationId(organization), lastYear(), Map.of());
    }

    private String lastYear() {
        return Integer.toString(days.today().getYear() - 1);
    }

    private Html form(
            Page page, Scope scope, OrganizationId organization, String year, Map<String, Invalid.Fault> faults) {
        RecordAddress at = new RecordAddress(scope.unit());
        String name = profiles.life(scope, organization).name();
        return new Html(
                html.activityLedgers(page, at, organization, name, year, faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/units/{unit}/organizations/{organization}/ledgers")
    View begin(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        OrganizationId id = RecordAddress.organizationId(organization);
        byte[] bytes = file == null ? new byte[0] : Contents.read(file.getInputStream(), LedgerDesk.LARGEST);
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("key", key);
        values.add("file", name + " " + year + " " + Sha256.hex(bytes));
        try {
            return deeds.run(
                    scope,
                    "/" + id + "/ledgers",
                    values,
                    () -> address(scope, desk.begin(scope, id, name, bytes, year)));
        } catch (Invalid invalid) {
            return form(page, scope, id, year, invalid.faults());
        }
    }

    private static String address(Scope scope, UUID ledger) {
        return "/units/" + scope.unit() + "/ledgers/" + ledger;
    }

    /** @param from the place of the first line shown, from 0 */
    @GetMapping("/units/{unit}/ledgers/{id}")
    Html one(Page page, Scope scope, @PathVariable UUID id, @RequestParam(defaultValue = "0") String from) {
        return pages.of(page, scope, desk.find(scope, id), from, null);
    }

    /** A name is told, everything is written, or the writing is stopped. */
    @PostMapping("/units/{unit}/ledgers/{id}/{step}")
    View step(
            Page page,
            Scope scope,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> values) {
        LedgerStep done = LedgerStep.of(step);
        String name = Objects.requireNonNullElse(values.getFirst("name"), "");
        String person = Objects.requireNonNullElse(values.getFirst("person"), "");
        if (done == LedgerStep.ANSWERS && (person.isEmpty() || name.isEmpty())) {
            return pages.of(page, scope, desk.find(scope, id), "0", page.t("activity.ledger.choose"));
        }
        Asked asked = new Asked(organization(desk.find(scope, id), values.getFirst("organization")), name);
        PersonId meant =
                person.isEmpty() || person.equals(LedgerPage.NOBODY) ? null : new PersonId(Ids.inAddress(person));
        try {
            return deeds.run(scope, "/ledgers/" + id + "/" + step, values, () -> {
                done.on(desk, scope, id, asked, meant);
                return address(scope, id);
            });
        } catch (Refused refused) {
            return pages.of(page, scope, desk.find(scope, id), "0", page.t(refused.messageKey(), refused.arguments()));
        }
    }

    private static OrganizationId organization(LedgerImport ledger, @Nullable String typed) {
        return typed == null || typed.isEmpty() ? ledger.organization() : RecordAddress.organizationId(typed);
    }
}
