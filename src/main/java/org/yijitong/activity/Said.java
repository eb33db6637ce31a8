package org.yijitong.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.ledger.Fact;
import org.yijitong.organization.Company;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Scope;

/**
 * One version of a record on its way into the tables.
 *
 * @param reason why it was corrected; null in the first version
 */
record Said(
        RecordId record, int revision, Instant at, @Nullable String reason, Draft draft, Gathering gathering) {
    /** A superior's office writes for a branch; a branch writes for its own groups. */
    boolean onBehalf(Scope scope) {
        Company host = gathering.host().company();
        boolean part = host.kind() == OrganizationKind.GROUP || host.kind() == OrganizationKind.YOUTH_GROUP;
        return !part && !host.id().value().equals(scope.top());
    }

    /** What the log notes of a new record. */
    Map<String, ?> detail() {
        return Map.of(
                "organization",
                gathering.host().id().toString(),
                "day",
                draft.occasion().day().toString());
    }

    /** What it tells the ledger. */
    List<Fact> facts() {
        return ActivityFacts.of(draft, gathering);
    }
}
