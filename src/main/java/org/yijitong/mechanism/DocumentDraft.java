package org.yijitong.mechanism;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that is being written, as it stands.
 *
 * @param kind what it is a document of, as {@link DraftKind#word} says
 * @param revision whoever changes it names the one that was read
 * @param title the Chinese name in it, as far as it can be read; else empty
 * @param content the text in YAML, at most 200,000 characters
 * @param writtenBy who wrote the text as it stands
 * @param submittedBy who sent it in; null while it is open
 * @param approvedBy who agreed; null before it is published
 */
public record DocumentDraft(
        DraftId draftId,
        String kind,
        int revision,
        State state,
        String title,
        String content,
        Instant changedAt,
        UUID writtenBy,
        @Nullable UUID submittedBy,
        @Nullable UUID approvedBy) {
    /** How far it has come. */
    public enum State {
        /** Being written. */
        OPEN,
        /** Waiting for another person. */
        SUBMITTED,
        PUBLISHED,
        /** Given up. */
        DROPPED
    }

    /** What was done with it, by whom. */
    public record Step(int revision, Kind step, String note, Instant recordedAt, UUID accountId) {
        /** What was done. */
        public enum Kind {
            WRITTEN,
            SUBMITTED,
            RETURNED,
            PUBLISHED,
            DROPPED
        }
    }

    /** Where it is written. */
    public String address() {
        return "/" + kind + "-drafts/" + draftId;
    }

    /** Whether somebody may agree to it: neither who wrote it nor who sent it in. */
    public boolean mayApprove(UUID account) {
        return state == State.SUBMITTED && !account.equals(writtenBy) && !account.equals(submittedBy);
    }
}
