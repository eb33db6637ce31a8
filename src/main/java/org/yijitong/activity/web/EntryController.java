package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Attachments;
import org.yijitong.activity.Entry;
import org.yijitong.activity.Invitations;
import org.yijitong.activity.Outcomes;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.imports.ImportedLedger;
import org.yijitong.activity.imports.ImportedLedgers;
import org.yijitong.ledger.Receipts;
import org.yijitong.ledger.Source;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** One record: what it says, what it counts for, who changed it; and the receipt after it was saved. */
@Controller
class EntryController {
    private final Archives archives;
    private final Receipts receipts;
    private final Invitations invitations;
    private final Attachments attachments;
    private final Outcomes outcomes;
    private final ImportedLedgers ledgers;
    private final AccountNames accounts;
    private final RecordRights rights;
    private final Templates html;

    EntryController(
            Archives archives,
            Receipts receipts,
            Invitations invitations,
            Attachments attachments,
            Outcomes outcomes,
            ImportedLedgers ledgers,
            AccountNames accounts,
            RecordRights rights,
            Templates html) {
        this.archives = archives;
        this.receipts = receipts;
        this.invitations = invitations;
        this.attachments = attachments;
        this.outcomes = outcomes;
        this.ledgers = ledgers;
        this.accounts = accounts;
        this.rights = rights;
        this.html = html;
    }

    /** @param revision a version that no longer holds */
    @GetMapping("/units/{unit}/records/{record}")
    Html record(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String record,
            @RequestParam(required = false) @Nullable String revision) {
        RecordId id = RecordAddress.recordId(record);
        Entry entry = revision != null && revision.matches("[1-9]\\d{0,5}")
                ? archives.find(scope, id, Integer.parseInt(revision))
                : archives.find(scope, id);
        List<Entry.Version> versions = archives.versions(scope, id);
        Map<UUID, String> actors =
                accounts.of(versions.stream().map(Entry.Version::accountId).collect(Collectors.toSet()));
        return new Html(html.activityRecord(
                page,
                new EntryPage(
                        new RecordAddress(scope.unit()),
                        entry,
                        versions,
                        actors,
                        invitations.answers(scope, id),
                        attachments.of(scope, id),
                        outcomes(page, scope, user, entry),
                        counted(page, scope, entry),
                        rights.mayTake(user),
                        rights.mayWrite(user, scope),
                        imported(scope, user, entry),
                        null)));
    }

    /** @param plan from which it was written down */
    @GetMapping("/units/{unit}/records/{record}/receipt")
    Html receipt(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String record,
            @RequestParam(required = false) @Nullable String plan) {
        Entry entry = archives.find(scope, RecordAddress.recordId(record));
        Object typed = entry.version().revision() == 1
                ? entry.line().organizationId()
                : entry.line().recordId();
        return new Html(html.activityReceipt(
                page,
                new EntryPage(
                        new RecordAddress(scope.unit()),
                        entry,
                        List.of(),
                        accounts.of(Set.of(entry.line().accountId())),
                        Map.of(),
                        List.of(),
                        Outcomes.Came.NOTHING,
                        counted(page, scope, entry),
                        rights.mayTake(user),
                        rights.mayWrite(user, scope),
                        null,
                        scope.account() + "-" + (plan == null ? typed : RecordAddress.planId(plan)))));
    }

    private Outcomes.Came outcomes(Page page, Scope scope, CurrentUser user, Entry entry) {
        Outcomes.Came came = outcomes.of(scope, entry, page.words());
        boolean begins = rights.mayFollow(user, scope)
                && entry.current()
                && !entry.line().withdrawn();
        return begins ? came : new Outcomes.Came(came.outcomes(), List.of());
    }

    private @Nullable ImportedLedger imported(Scope scope, CurrentUser user, Entry entry) {
        UUID imported = entry.line().importId();
        return imported == null || !rights.mayWrite(user, scope)
                ? null
                : ledgers.look(scope, imported).orElse(null);
    }

    private Panel counted(Page page, Scope scope, Entry entry) {
        Map<OrganizationId, String> names = entry.sides().stream()
                .collect(Collectors.toMap(Entry.SideCount::organizationId, Entry.SideCount::name));
        return new Panels(page, names, entry.line().organizationId())
                .of(receipts.of(
                        scope, new Source("record", entry.line().recordId().value())));
    }
}
