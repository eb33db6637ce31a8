package org.yijitong.mechanism;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** What can be done with a draft, by its word in addresses. */
public enum DraftStep {
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
    public record Said(int revision, @Nullable String text, String why) {
        /** As a form says it; a revision that is none is no revision that anybody read. */
        public static Said of(Map<String, List<String>> form) {
            String revision = first(form, "revision", "");
            return new Said(
                    revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0,
                    form.containsKey("text") ? first(form, "text", "") : null,
                    first(form, "why", ""));
        }

        private static String first(Map<String, List<String>> form, String field, String otherwise) {
            return form.getOrDefault(field, List.of(otherwise)).getFirst();
        }
    }

    /** @throws NotFound when there is no such step */
    public static DraftStep of(String word) {
        return Arrays.stream(values())
                .filter(step -> step.name().toLowerCase(java.util.Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Does it, for a draft of a kind. */
    public void on(Drafts drafts, Scope scope, DraftKind kind, DraftId draft, Said said) {
        switch (this) {
            case TEXTS ->
                drafts.write(scope, kind, draft, said.revision(), Objects.requireNonNullElse(said.text(), ""));
            case SUBMISSION -> drafts.submit(scope, kind, draft, said.revision());
            case RETURN -> drafts.giveBack(scope, kind, draft, said.revision(), said.why());
            case APPROVAL -> drafts.approve(scope, kind, draft, said.revision());
            case DROPPING -> drafts.drop(scope, kind, draft, said.revision());
        }
    }
}
