package org.yijitong.audit.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yijitong.shared.Page;

/** Deeds and subjects of the log in plain words; what has none yet is shown as it is written. */
public final class LogWords {
    /** What can be looked for, in the order of the choice. */
    static final List<String> ACTIONS = List.of(
            "record.made",
            "record.corrected",
            "record.withdrawn",
            "record.attached",
            "record.detached",
            "records.imported",
            "records.undone",
            "plan.made",
            "plan.moved",
            "plan.cancelled",
            "plan.recorded",
            "plan.leave",
            "plan.leave.ended",
            "invitation.confirmed",
            "invitation.declined",
            "obligation.excused",
            "obligation.excuse-ended",
            "people.added",
            "people.placed",
            "people.exported",
            "person.placed",
            "person.amended",
            "person.transferred",
            "person.left",
            "person.merged",
            "person.numberKept",
            "person.numberRevealed",
            "matter.contactRevealed",
            "matter.readByConcerned",
            "open311.keyIssued",
            "open311.keyWithdrawn",
            "flow.checked",
            "person.numbersRevealed",
            "import.brought",
            "import.kept",
            "import.applied",
            "import.cancelled",
            "import.undone",
            "unit.founded",
            "organization.founded",
            "organization.renamed",
            "organization.moved",
            "organization.amended",
            "organization.merged",
            "organization.split",
            "organization.closed",
            "organization.corrected",
            "organizations.founded",
            "organizations.imported",
            "organizations.exported",
            "chart.brought",
            "chart.cancelled",
            "post.appointed",
            "post.relieved",
            "post.handedOver",
            "post.corrected",
            "account.created",
            "account.code-issued",
            "account.opened-from-roster",
            "account.post-given",
            "account.factor-reset",
            "account.identity-removed",
            "account.signed-out",
            "account.suspended",
            "account.reinstated",
            "account.grant-ended",
            "account.holder",
            "unit.bundled",
            "unit.unbundled",
            "bundle.asked",
            "bundle.cancelled",
            "bundle.released",
            "bundle.taken",
            "hook.set",
            "hook.tested",
            "hook.repeated",
            "hook.woken",
            "hook.ended",
            "hook.rested",
            "matter.begun",
            "matter.step",
            "matter.file",
            "matter.linked",
            "matter.merger",
            "matter.merged",
            "matter.merger-refused",
            "matter.tied",
            "matter.untied",
            "matter.released",
            "matter.migration",
            "matter.migrated",
            "matter.migration-dropped",
            "insight.given",
            "entries.erased",
            "person.forgotten",
            "personal.contact",
            "personal.purged",
            "mechanism.draft.written",
            "mechanism.draft.submitted",
            "mechanism.draft.returned",
            "mechanism.draft.published",
            "mechanism.draft.dropped",
            "flow.draft.written",
            "flow.draft.submitted",
            "flow.draft.returned",
            "flow.draft.published",
            "flow.draft.dropped");

    private LogWords() {}

    /** What was done. */
    public static String did(Page page, String action) {
        return word(page, "audit.did." + action, action);
    }

    /** What it was done to. */
    public static String kind(Page page, String kind) {
        return word(page, "audit.kind." + kind, kind);
    }

    /** The choices of a form: the action, its words. */
    static Map<String, String> choices(Page page) {
        return ACTIONS.stream()
                .collect(Collectors.toMap(
                        action -> action, action -> did(page, action), (one, _) -> one, LinkedHashMap::new));
    }

    private static String word(Page page, String key, String otherwise) {
        return String.valueOf(page.words()
                .messages()
                .getMessage(key, null, otherwise, page.words().language().locale()));
    }
}
