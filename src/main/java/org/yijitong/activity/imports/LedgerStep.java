package org.yijitong.activity.imports;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** What can be done with a ledger that is being brought in, as addresses call it. */
public enum LedgerStep {
    /** A name is told. */
    ANSWERS,
    /** All that is new is written down. */
    APPLICATION,
    /** The writing is stopped. */
    CANCELLATION;

    /** @throws NotFound when there is no such step */
    public static LedgerStep of(String word) {
        return Arrays.stream(values())
                .filter(step -> step.name().toLowerCase(java.util.Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Does it.
     *
     * @param asked the name that is told; does not matter otherwise
     * @param person whom it means; null when nobody of the organization
     */
    public void on(LedgerDesk desk, Scope scope, UUID id, Asked asked, @Nullable PersonId person) {
        switch (this) {
            case ANSWERS -> desk.answer(scope, id, asked, person);
            case APPLICATION -> desk.write(scope, id);
            case CANCELLATION -> desk.stop(scope, id);
        }
    }
}
