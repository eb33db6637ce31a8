package org.yijitong.matter;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * Two matters about the same become one, when whoever has the one asks and whoever has the other agrees. The one that
 * closes keeps its history; those it came from see the one that goes on, and when that is done it counts for both.
 */
@Component
@Transactional
public class Mergers {
    private static final int MOST = 20;
    private static final int LONGEST = 500;

    private final MergerStore store;
    private final MatterStore matters;
    private final Audit audit;
    private final Notes notes;
    private final Uuid7 ids;
    private final Clock clock;

    Mergers(MergerStore store, MatterStore matters, Audit audit, Notes notes, Uuid7 ids, Clock clock) {
        this.store = store;
        this.matters = matters;
        this.audit = audit;
        this.notes = notes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks whoever has another matter to take this one in.
     *
     * @throws Refused when this one is not in hands within reach, waits for parts, or waits for an answer already, and when
     *     either was raised at the door or is about somebody
     * @throws Invalid when the other one is not there, over, or the same
     */
    public UUID ask(Scope scope, MatterId id, MatterId into, String reason) {
        MatterRow row = matters.hold(scope, id).orElseThrow(NotFound::new);
        if (!row.within() || row.closed()) {
            throw new Refused("matter.refused.turn");
        }
        if (row.parts()) {
            throw new Refused("matter.refused.parts");
        }
        if (store.of(scope, id, MOST).stream().anyMatch(Merger::waits)) {
            throw new Refused("matter.refused.merging");
        }
        boolean other = !into.equals(id)
                && matters.find(scope, into).filter(each -> !each.closed()).isPresent();
        if (!other) {
            throw new Invalid("into", "matter.invalid.into");
        }
        apart(scope, id, into);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new Invalid("why", "matter.invalid.reason", LONGEST);
        }
        UUID merger = ids.next();
        store.ask(scope, merger, id, into, why, clock.instant());
        audit.record(scope, "matter.merger", "matter", id.value(), Map.of("into", into.toString()));
        return merger;
    }

    /**
     * What whoever has the one that goes on says; once that is over, it can only be that they do not agree.
     *
     * @return the one that goes on
     * @throws Refused when it is not theirs to say, whoever asked says it, it was said, one of both is over that are to
     *     become one, or either was raised at the door or is about somebody
     */
    public MatterId answer(Scope scope, UUID merger, boolean agreed) {
        MergerStore.Asked asked = store.asked(scope.unit(), merger).orElseThrow(NotFound::new);
        MatterRow into = matters.hold(scope, asked.intoId()).orElseThrow(NotFound::new);
        if (!into.within() && !into.closed()) {
            throw new Refused("matter.refused.turn");
        }
        if (asked.accountId().equals(scope.account())) {
            throw new Refused("matter.refused.second");
        }
        boolean said =
                store.asked(scope.unit(), merger).map(MergerStore.Asked::agreed).isPresent();
        if (said || (agreed && into.closed())) {
            throw new Refused("matter.refused.merged");
        }
        if (agreed) {
            apart(scope, asked.matterId(), asked.intoId());
        }
        store.answer(scope, merger, agreed, clock.instant());
        if (agreed) {
            merge(scope, asked, into);
        }
        audit.record(
                scope,
                agreed ? "matter.merged" : "matter.merger-refused",
                "matter",
                asked.matterId().value(),
                Map.of("into", asked.intoId().toString()));
        return asked.intoId();
    }

    /**
     * What was raised at the door is seen by those it was sent to and by nobody it is about, and its receipt is answered; what
     * is about somebody is read by them, and says nothing of another one.
     */
    private void apart(Scope scope, MatterId one, MatterId other) {
        if (!store.apart(scope.unit(), List.of(one, other)).isEmpty()) {
            throw new Refused("matter.refused.raised");
        }
    }

    /** Those of some matters that are merged with none: raised at the door, or about somebody. */
    @Transactional(readOnly = true)
    public Set<MatterId> apart(Scope scope, Collection<MatterId> some) {
        return Set.copyOf(store.apart(scope.unit(), some));
    }

    private void merge(Scope scope, MergerStore.Asked asked, MatterRow into) {
        MatterRow merged = matters.holdAny(scope.unit(), asked.matterId()).orElseThrow(NotFound::new);
        if (merged.closed() || merged.parts()) {
            throw new Refused("matter.refused.merged");
        }
        store.close(scope.unit(), asked.matterId());
        notes.overtaking(scope, asked.matterId(), MatterEvent.Kind.MERGED, Map.of("title", into.title()));
        store.join(scope.unit(), asked.intoId(), asked.matterId());
        notes.beside(scope, asked.intoId(), MatterEvent.Kind.JOINED, Map.of("title", merged.title()));
    }

    /** The mergers that a matter that was found within reach is or was to be part of, the latest first. */
    @Transactional(readOnly = true)
    public List<Merger> of(Scope scope, Matter matter) {
        return store.of(scope, matter.matterId(), MOST);
    }
}
