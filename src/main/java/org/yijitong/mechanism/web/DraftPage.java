package org.yijitong.mechanism.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.mechanism.MechanismDraft;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * A draft with what it says and what may be done with it.
 *
 * @param text as it was typed, or as it stands
 * @param form the text as a form; null where the form cannot say all that it says, or nothing can be changed
 * @param activities the kinds of activity that the form offers
 * @param problems what is wrong with it, each with its place
 * @param duties what it says
 * @param beside the published version, if there is one; null otherwise
 * @param year on which it may be rehearsed
 * @param self who reads
 * @param actors the names of those who did something with it
 * @param faults of the forms
 * @param refused why what was asked was not done; null when nothing was refused
 */
public record DraftPage(
        MechanismDraft draft,
        String text,
        @Nullable MechanismForm form,
        Map<String, String> activities,
        List<String> problems,
        List<DutyInWords> duties,
        @Nullable Comparison beside,
        int year,
        UUID self,
        List<MechanismDraft.Step> steps,
        Map<UUID, String> actors,
        Map<String, Invalid.Fault> faults,
        @Nullable String refused) {
    public String address() {
        return "/mechanism-drafts/" + draft.draftId();
    }

    /** Its name, or that it has none yet. */
    public String title(Page page) {
        return draft.title().isEmpty() ? page.t("mechanism.draft.untitled") : draft.title();
    }

    public boolean open() {
        return draft.state() == MechanismDraft.State.OPEN;
    }

    public boolean waiting() {
        return draft.state() == MechanismDraft.State.SUBMITTED;
    }

    /** Whether it could be sent in as it stands. */
    public boolean ready() {
        return open() && problems.isEmpty() && !duties.isEmpty();
    }

    /** Whether the reader is the second person. */
    public boolean mayApprove() {
        return draft.mayApprove(self);
    }

    public String actor(UUID account) {
        return actors.getOrDefault(account, "");
    }
}
