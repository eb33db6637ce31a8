package org.yijitong.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Scope;

/** Writes the log. Called inside the transaction of the write it speaks of; if it fails, so does the write. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Audit {
    /** The deed that names, in its detail, the entries whose detail is gone. */
    static final String ERASED = "entries.erased";

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

    /**
     * Erases what the entries about a subject said, where the rules ask for it (PIPL art. 47): who, when and which deed
     * stay, and so does the proof. The log says which entries were erased; a detail that is gone without that is found as
     * an alteration.
     *
     * @param subjectKind such as {@code person}
     * @return how many entries were erased, at most a thousand; call again until it is none
     */
    public int erase(Scope scope, String subjectKind, UUID subject) {
        return erase(scope, subjectKind, List.of(subject));
    }

    /** Erases what the entries about several subjects said, at most a thousand of all of them; each has its own note. */
    public int erase(Scope scope, String subjectKind, Collection<UUID> subjects) {
        List<AuditStore.Erased> erased = store.erase(scope.unit(), subjectKind, subjects);
        Map<UUID, List<UUID>> entries = erased.stream()
                .collect(Collectors.groupingBy(
                        AuditStore.Erased::subjectId,
                        Collectors.mapping(AuditStore.Erased::entryId, Collectors.toList())));
        if (!entries.isEmpty()) {
            Map<UUID, Map<String, ?>> notes = new HashMap<>();
            entries.forEach((subject, each) -> notes.put(subject, Map.of("entries", each)));
            record(scope, ERASED, subjectKind, notes);
        }
        return erased.size();
    }

    /** Notes what concerns an account and no unit, such as a sign-in. */
    public void identity(@Nullable UUID account, String action, Map<String, ?> detail) {
        store.addIdentity(account, action, detail);
    }
}
