package org.yijitong.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.access.Accounts;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Invitation;
import org.yijitong.activity.Invitations;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.demo.Sitting.Reply;
import org.yijitong.organization.Companies;
import org.yijitong.organization.Company;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Scope;

/** Writes down, corrects and takes back the records of one unit, and answers for those it invited. */
final class Clerk {
    private final Unit unit;
    private final Map<UUID, UUID> writers;
    private final Wording wording;
    private final Topics topics;
    private final Verbs verbs;
    private final Chronicle chronicle;

    /** The verbs of the pages on records. */
    @Component
    record Verbs(Records records, Invitations invitations, Companies companies) {}

    Clerk(Unit unit, Map<UUID, UUID> writers, Wording wording, Topics topics, Verbs verbs, Chronicle chronicle) {
        this.unit = unit;
        this.writers = writers;
        this.wording = wording;
        this.topics = topics;
        this.verbs = verbs;
        this.chronicle = chronicle;
    }

    void plan(Sitting sitting) {
        chronicle.at(sitting.recorded(), () -> write(sitting));
    }

    private void write(Sitting sitting) {
        OrganizationId host = sitting.host().id();
        Scope scope = scope(unit, sitting.host().writer());
        List<Company> around = verbs.companies().around(scope, host, sitting.sides(), sitting.day());
        if (around.isEmpty()) {
            // Merged into another before it came to writing this down.
            return;
        }
        Draft draft = wording.draft(sitting, around);
        RecordId id = verbs.records().record(scope, host, draft);
        switch (sitting.fate()) {
            case STANDS -> {}
            case CORRECTED -> chronicle.at(sitting.later(), () -> correct(scope, id, draft, around));
            case WITHDRAWN ->
                chronicle.at(sitting.later(), () -> verbs.records().withdraw(scope, id, 1, topics.withdrawal()));
        }
        for (Sitting.Guest guest : sitting.guests()) {
            if (guest.reply() != Reply.NONE) {
                chronicle.at(sitting.later(), () -> answer(id, guest));
            }
        }
    }

    private void correct(Scope scope, RecordId id, Draft draft, List<Company> around) {
        verbs.records().correct(scope, id, 1, wording.corrected(draft, around), topics.correction());
    }

    private void answer(RecordId record, Sitting.Guest guest) {
        Scope theirs = scope(guest.unit(), guest.id());
        Invitation invitation = verbs.invitations().open(theirs).stream()
                .filter(each -> each.recordId().equals(record))
                .findFirst()
                .orElseThrow();
        if (guest.reply() == Reply.NO) {
            verbs.invitations().decline(theirs, invitation.invitationId());
            return;
        }
        List<Company.Attendee> members = verbs.companies()
                .around(theirs, guest.id(), List.of(), invitation.heldOn())
                .getFirst()
                .members();
        verbs.invitations()
                .confirm(
                        theirs,
                        invitation.invitationId(),
                        guest.id(),
                        List.of(members.getLast().id()));
    }

    private Scope scope(Unit of, OrganizationId top) {
        UUID writer = writers.getOrDefault(top.value(), Accounts.NOBODY);
        return new Scope(writer, of.unitId(), top.value());
    }
}
