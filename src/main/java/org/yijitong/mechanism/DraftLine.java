package org.yijitong.mechanism;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft as programs see it, without its text. */
public record DraftLine(UUID id, int revision, DocumentDraft.State state, String title, Instant changedAt) {
    public static DraftLine of(DocumentDraft draft) {
        return new DraftLine(
                draft.draftId().value(), draft.revision(), draft.state(), draft.title(), draft.changedAt());
    }

    /** The same with its text. */
    public record DraftView(DraftLine draft, String text) {
        public static DraftView of(DocumentDraft draft) {
            return new DraftView(DraftLine.of(draft), draft.content());
        }
    }

    /**
     * What a program says of a draft.
     *
     * @param revision the one that was read; not for a new one
     * @param text the document in YAML, for a new one and for another text
     * @param why what it is for, or why it goes back
     */
    public record DraftBody(
            @Nullable Integer revision,
            @Nullable String text,
            @Nullable String why) {
        /** For a step. */
        public DraftStep.Said step() {
            return new DraftStep.Said(revision == null ? 0 : revision, text, reason());
        }

        /** The text of a new one. */
        public String said() {
            return text == null ? "" : text;
        }

        public String reason() {
            return why == null ? "" : why.strip();
        }
    }
}
