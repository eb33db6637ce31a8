package org.yijitong.mechanism;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * What the page of a draft shows of any kind of document: what is wrong, what may be done, what was done.
 *
 * @param text as it was typed, or as it stands
 * @param problems what is wrong with it, each with its place
 * @param told whether it says something that could be published
 * @param self who reads
 * @param actors the names of those who did something with it
 * @param faults of the forms
 * @param refused why what was asked was not done; null when nothing was refused
 */
public record DraftFrame(
        DocumentDraft draft,
        String text,
        List<String> problems,
        boolean told,
        UUID self,
        List<DocumentDraft.Step> steps,
        Map<UUID, String> actors,
        Map<String, Invalid.Fault> faults,
        @Nullable String refused) {
    public DraftFrame {
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
        actors = Map.copyOf(actors);
        faults = Map.copyOf(faults);
    }

    /** What somebody typed, and what came of it. */
    public record Typed(
            @Nullable String text,
            Map<String, Invalid.Fault> faults,
            @Nullable String refused) {
        public static final Typed NOTHING = new Typed(null, Map.of(), null);
    }

    public String address() {
        return draft.address();
    }

    /** Its name, or that it has none yet. */
    public String title(Page page) {
        return draft.title().isEmpty() ? page.t("mechanism.draft.untitled") : draft.title();
    }

    public boolean open() {
        return draft.state() == DocumentDraft.State.OPEN;
    }

    public boolean waiting() {
        return draft.state() == DocumentDraft.State.SUBMITTED;
    }

    public boolean published() {
        return draft.state() == DocumentDraft.State.PUBLISHED;
    }

    /** Whether it could be sent in as it stands. */
    public boolean ready() {
        return open() && problems.isEmpty() && told;
    }

    /** Whether the reader is the second person. */
    public boolean mayApprove() {
        return draft.mayApprove(self);
    }

    public String actor(UUID account) {
        return actors.getOrDefault(account, "");
    }

    /** How the page answers. */
    public HttpStatus status() {
        return refused != null
                ? HttpStatus.CONFLICT
                : faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
