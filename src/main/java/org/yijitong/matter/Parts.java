package org.yijitong.matter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import tools.jackson.databind.json.JsonMapper;

/**
 * A matter in several hands: whoever has it gives parts of it to others (协办), each a matter of its own with a weight. No
 * part stays open when the whole is reported as done or closed; how far the whole has come is the sum of what is closed.
 */
@Component
@Transactional
public class Parts {
    private static final int MOST = 30;
    private static final int HEAVIEST = 100;
    private static final int LONGEST = 500;

    private final PartStore store;
    private final MatterStore matters;
    private final Matters beginning;
    private final Flows flows;
    private final Audit audit;
    private final Notes notes;
    private final Clock clock;
    private final JsonMapper json;

    Parts(
            PartStore store,
            MatterStore matters,
            Matters beginning,
            Flows flows,
            Audit audit,
            Notes notes,
            Clock clock,
            JsonMapper json) {
        this.store = store;
        this.matters = matters;
        this.beginning = beginning;
        this.flows = flows;
        this.audit = audit;
        this.notes = notes;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Begins a part of a matter, under whoever has the whole. A page of the whole that was read before no longer holds.
     *
     * @throws Refused when the whole is not in hands within reach, or over
     * @throws Invalid with every field that cannot be taken, {@code weight} among them
     */
    public MatterId begin(Scope scope, MatterId whole, Beginning part, int weight) {
        Matter parent = held(scope, whole);
        if (weight < 1 || weight > HEAVIEST) {
            throw new Invalid("weight", "matter.invalid.weight", HEAVIEST);
        }
        if (store.of(scope, whole, MOST).size() >= MOST) {
            throw new Invalid("title", "matter.invalid.parts", MOST);
        }
        OrganizationId owner = java.util.Objects.requireNonNull(parent.owner());
        MatterId id = beginning.begin(scope, owner, part);
        store.add(scope, id, whole, weight, clock.instant());
        notes.overtaking(
                scope,
                whole,
                MatterEvent.Kind.SPLIT,
                Map.of("title", part.title().strip()));
        return id;
    }

    /**
     * Lets a part go: the whole no longer waits for it.
     *
     * @throws Refused when the whole is not in hands within reach, or the part was let go before
     */
    public void release(Scope scope, MatterId whole, MatterId part, String reason) {
        held(scope, whole);
        Part found = store.of(scope, whole, MOST).stream()
                .filter(each -> each.matterId().equals(part))
                .findFirst()
                .orElseThrow(NotFound::new);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new Invalid("reason", "matter.invalid.reason", LONGEST);
        }
        if (found.released() || found.closed()) {
            throw new Refused("matter.refused.released");
        }
        store.release(scope, part, why, clock.instant());
        notes.overtaking(scope, whole, MatterEvent.Kind.RELEASED, Map.of("title", found.title(), "reason", why));
        audit.record(scope, "matter.released", "matter", part.value(), Map.of());
    }

    private Matter held(Scope scope, MatterId whole) {
        MatterRow row = matters.hold(scope, whole).orElseThrow(NotFound::new);
        if (!row.within() || row.closed()) {
            throw new Refused("matter.refused.turn");
        }
        Turn.others(row);
        return row.matter(json);
    }

    /**
     * The parts of a matter.
     *
     * @param parts in the order in which they were begun
     * @param closed the weights of those that are done
     * @param all the weights of those that count: neither let go nor dropped
     */
    public record Split(List<Part> parts, int closed, int all) {}

    /** The parts of a matter that was found within reach; how far it has come is reckoned from them. */
    @Transactional(readOnly = true)
    public Split of(Scope scope, Matter whole) {
        List<Part> parts = store.of(scope, whole.matterId(), MOST);
        List<Part> counted = parts.stream()
                .filter(part -> !part.released() && closing(part) != Flow.Closing.DROPPED)
                .toList();
        return new Split(
                parts,
                counted.stream()
                        .filter(part -> closing(part) == Flow.Closing.DONE)
                        .mapToInt(Part::weight)
                        .sum(),
                counted.stream().mapToInt(Part::weight).sum());
    }

    private Flow.Closing closing(Part part) {
        return part.closed()
                ? flows.version(part.versionId())
                        .state(part.state())
                        .map(Flow.State::closing)
                        .filter(each -> each != Flow.Closing.OPEN)
                        .orElse(Flow.Closing.DROPPED)
                : Flow.Closing.OPEN;
    }

    /** Of which matter one is a part. */
    @Transactional(readOnly = true)
    public Optional<MatterId> whole(Scope scope, Matter part) {
        return store.whole(scope.unit(), part.matterId());
    }
}
