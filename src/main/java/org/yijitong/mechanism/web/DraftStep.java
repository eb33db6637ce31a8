package org.yijitong.mechanism.web;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.Drafts;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** What can be done with a draft, by its word in addresses. */
enum DraftStep {
    TEXTS,
    SUBMISSION,
    RETURN,
    APPROVAL,
    DROPPING;

    /**
     * What is said with it.
     *
     * @param revision the one that was read
     * @param text another text; null for none
     * @param why the reason
     */
    record Said(int revision, @Nullable String text, String why) {}

    /** @throws NotFound when there is no such step */
    static DraftStep of(String word) {
        return Arrays.stream(values())
                .filter(step -> step.name().toLowerCase(java.util.Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    void on(Drafts drafts, Scope scope, DraftId draft, Said said) {
        switch (this) {
            case TEXTS -> drafts.write(scope, draft, said.revision(), Objects.requireNonNullElse(said.text(), ""));
            case SUBMISSION -> drafts.submit(scope, draft, said.revision());
            case RETURN -> drafts.giveBack(scope, draft, said.revision(), said.why());
            case APPROVAL -> drafts.approve(scope, draft, said.revision());
            case DROPPING -> drafts.drop(scope, draft, said.revision());
        }
    }
}
