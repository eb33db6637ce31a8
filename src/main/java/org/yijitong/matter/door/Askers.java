package org.yijitong.matter.door;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Who raised a matter, for those who handle it: a telephone is shown for a reason only, and that is logged. */
@Component
@Transactional
public class Askers {
    private static final int LONGEST_REASON = 200;

    private final DoorStore store;
    private final ContactVault vault;
    private final Matters matters;
    private final Audit audit;

    Askers(DoorStore store, ContactVault vault, Matters matters, Audit audit) {
        this.store = store;
        this.vault = vault;
        this.matters = matters;
        this.audit = audit;
    }

    /**
     * Who raised a matter.
     *
     * @param person whose record it is about; null for others
     * @param contact whether a name or a telephone was left
     */
    public record Asker(Matter matter, @Nullable UUID person, boolean contact) {}

    /** @throws NotFound when the matter is out of reach or was not raised at the door */
    @Transactional(readOnly = true)
    public Asker of(Scope scope, MatterId id) {
        Matter matter = matters.find(scope, id);
        DoorStore.Kept kept = store.kept(scope.unit(), id).orElseThrow(NotFound::new);
        return new Asker(matter, kept.personId(), kept.sealed() != null);
    }

    /** Whether it was raised at the door; one begun by hand, or brought from another server, was not. */
    @Transactional(readOnly = true)
    public boolean raised(Scope scope, MatterId id) {
        return store.kept(scope.unit(), id).isPresent();
    }

    /**
     * Name and telephone; the reason goes into the log.
     *
     * @throws Invalid on {@code because} when no reason is given
     * @throws NotFound as {@link #of}, and when nothing was left
     */
    public Contact contact(Scope scope, MatterId id, String because) {
        matters.find(scope, id);
        byte[] kept = store.kept(scope.unit(), id)
                .flatMap(each -> Optional.ofNullable(each.bytes()))
                .orElseThrow(NotFound::new);
        String reason = because.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Invalid("because", "door.invalid.because");
        }
        audit.record(scope, "matter.contactRevealed", "matter", id.value(), Map.of("reason", reason));
        return vault.open(id, kept);
    }
}
