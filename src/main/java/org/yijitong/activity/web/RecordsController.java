package org.yijitong.activity.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Invitations;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Counted;
import org.yijitong.ledger.Receipts;
import org.yijitong.ledger.Source;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What was recorded, found by words, kind and days. */
@Controller
class RecordsController {
    private static final int ROWS = 20;

    private final Archives archives;
    private final Receipts receipts;
    private final Invitations invitations;
    private final Profiles profiles;
    private final AccountNames accounts;
    private final RecordRights rights;
    private final Templates html;

    RecordsController(
            Archives archives,
            Receipts receipts,
            Invitations invitations,
            Profiles profiles,
            AccountNames accounts,
            RecordRights rights,
            Templates html) {
        this.archives = archives;
        this.receipts = receipts;
        this.invitations = invitations;
        this.profiles = profiles;
        this.accounts = accounts;
        this.rights = rights;
        this.html = html;
    }

    /** The entry of the navigation, which knows neither unit nor organization. */
    @GetMapping("/records")
    ResponseEntity<Void> own(Scope scope) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(new RecordAddress(scope.unit()).of(new OrganizationId(scope.top()))))
                .build();
    }

    @GetMapping("/units/{unit}/organizations/{organization}/records")
    Html list(Page page, Scope scope, CurrentUser user, @PathVariable String organization, RecordQuery query) {
        OrganizationId id = RecordAddress.organizationId(organization);
        String name = profiles.life(scope, id).name();
        boolean whole = id.value().equals(scope.top());
        RecordFilter filter = query.filter(whole ? null : id);
        Archives.Shelf shelf = archives.page(scope, filter, Objects.requireNonNullElse(query.after(), ""), ROWS);
        return new Html(html.activityRecords(
                page,
                new RecordsPage(
                        new RecordAddress(scope.unit()),
                        id,
                        name,
                        whole,
                        query,
                        shelf.lines(),
                        counted(page, scope, shelf.lines()),
                        accounts.of(shelf.lines().stream()
                                .filter(RecordLine::onBehalf)
                                .map(RecordLine::accountId)
                                .collect(Collectors.toSet())),
                        rights.mayWrite(user, scope) && query.isEverything() ? invitations.open(scope) : List.of(),
                        shelf.next(),
                        archives.count(scope, filter, RecordsPage.MOST),
                        rights.mayTake(user),
                        rights.mayWrite(user, scope))));
    }

    private Map<RecordLine, List<String>> counted(Page page, Scope scope, List<RecordLine> lines) {
        Map<Source, List<Counted>> all = receipts.ofAll(
                scope,
                lines.stream()
                        .map(line -> new Source("record", line.recordId().value()))
                        .toList());
        Map<RecordLine, List<String>> counted = new LinkedHashMap<>();
        lines.forEach(line -> counted.put(
                line,
                all.getOrDefault(new Source("record", line.recordId().value()), List.of()).stream()
                        .map(each -> each.name().in(page.words()))
                        .toList()));
        return counted;
    }
}
