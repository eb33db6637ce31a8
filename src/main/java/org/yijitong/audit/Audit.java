package org.yijitong.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Scope;

/** Writes the log. Called inside the transaction of the write it speaks of; if it fails, so does the write. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Audit {
    private final AuditStore store;

    public Audit(AuditStore store) {
        this.store = store;
    }

    /**
     * Notes a write in a unit.
     *
     * @param action what was done, such as {@code organization.renamed}
     * @param subjectKind what it was done to, such as {@code organization}
     * @param detail further facts; no personal values
     */
    public void record(Scope scope, String action, String subjectKind, UUID subject, Map<String, ?> detail) {
        record(scope, action, subjectKind, Map.of(subject, detail));
    }

    /** Notes the same write to several subjects, each with its own detail. */
    public void record(Scope scope, String action, String subjectKind, Map<UUID, Map<String, ?>> details) {
        store.add(scope, action, subjectKind, details);
    }

    /** Notes what concerns an account and no unit, such as a sign-in. */
    public void identity(@Nullable UUID account, String action, Map<String, ?> detail) {
        store.addIdentity(account, action, detail);
    }
}
