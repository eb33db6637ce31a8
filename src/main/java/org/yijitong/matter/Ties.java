package org.yijitong.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * Calls of the hotline about the same cause: one leads and is worked, the others are tied to it. Each keeps its receipt,
 * its page and its verdict, and gets the public answer of the leading one, nothing else of it. A complaint is never tied:
 * those it is about would be answered together with it.
 */
@Component
@Transactional
public class Ties {
    /** The only flow whose matters are tied. */
    static final String FLOW = "hotline";

    private static final int MOST = 200;
    private static final int OFFERED = 50;

    private final TieStore store;
    private final MatterStore matters;
    private final Following following;
    private final Flows flows;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;

    Ties(TieStore store, MatterStore matters, Following following, Flows flows, Audit audit, Uuid7 ids, Clock clock) {
        this.store = store;
        this.matters = matters;
        this.following = following;
        this.flows = flows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Another call, as it is shown beside one.
     *
     * @param seen whether whoever asks may see it; of others nothing is told but that they are there
     */
    public record Other(MatterId matter, String title, java.time.LocalDate begunOn, boolean seen) {}

    /**
     * How a call is tied.
     *
     * @param leading the one it is tied to; null for none
     * @param tied those that are tied to it
     * @param offered to which it may be tied
     */
    public record Tied(@Nullable Other leading, List<Other> tied, List<Other> offered) {
        static final Tied NONE = new Tied(null, List.of(), List.of());
    }

    /**
     * Ties a call that was not dispatched yet to another one. From now on it is due when that one is.
     *
     * @throws Refused when it is not in hands within reach, was dispatched or tied, or others are tied to it; and when
     *     calls of its flow are not tied
     * @throws Invalid on {@code into} when the other one is not there, answered, tied itself, or of another host or version
     */
    public void tie(Scope scope, MatterId id, MatterId into) {
        boolean first = id.value().compareTo(into.value()) < 0;
        Optional<MatterRow> one = matters.hold(scope, first ? id : into);
        Optional<MatterRow> other = matters.hold(scope, first ? into : id);
        MatterRow row = (first ? one : other).orElseThrow(NotFound::new);
        Flow flow = tieable(scope, row);
        MatterRow leading = (first ? other : one)
                .filter(each -> !id.equals(into) && leads(scope, each, row, flow))
                .orElseThrow(() -> new Invalid("into", "matter.invalid.tie"));
        if (store.tied(scope.unit(), into).size() >= MOST) {
            throw new Invalid("into", "matter.invalid.ties", MOST);
        }
        Instant now = now();
        store.tie(scope, ids.next(), id, into, now);
        following.goWith(scope, List.of(row), leading, now);
        audit.record(scope, "matter.tied", "matter", id.value(), Map.of("into", into.toString()));
    }

    /** @throws Refused when it is not to be tied */
    private Flow tieable(Scope scope, MatterRow row) {
        Flow flow = flows.version(row.versionId());
        if (!row.flow().equals(FLOW) || Following.publishing(flow).isEmpty()) {
            throw new Refused("matter.refused.tie-flow");
        }
        if (!row.within() || row.closed()) {
            throw new Refused("matter.refused.turn");
        }
        boolean busy = row.parts()
                || !row.state().equals(flow.begin().to())
                || store.leading(scope.unit(), row.matterId()).isPresent()
                || !store.tied(scope.unit(), row.matterId()).isEmpty();
        if (busy) {
            throw new Refused("matter.refused.tie");
        }
        return flow;
    }

    /** Whether another one may lead: not answered yet, and itself tied to none. */
    private boolean leads(Scope scope, MatterRow other, MatterRow row, Flow flow) {
        return !other.closed()
                && other.versionId().equals(row.versionId())
                && other.hostId().equals(row.hostId())
                && !following.answered(other, flow)
                && store.leading(scope.unit(), other.matterId()).isEmpty();
    }

    /**
     * Unties a call; it is dispatched for itself.
     *
     * @throws Refused when it is tied to none (any more), or not in hands within reach
     */
    public void untie(Scope scope, MatterId id) {
        MatterId leading = store.leading(scope.unit(), id).orElseThrow(() -> new Refused("matter.refused.untied"));
        var _ = matters.holdAny(scope.unit(), leading).orElseThrow(NotFound::new);
        MatterRow row = matters.hold(scope, id).orElseThrow(NotFound::new);
        if (!row.within()) {
            throw new Refused("matter.refused.turn");
        }
        if (store.leading(scope.unit(), id).filter(leading::equals).isEmpty()) {
            throw new Refused("matter.refused.untied");
        }
        following.free(scope, List.of(row), TieStore.How.UNTIED, now());
        audit.record(scope, "matter.untied", "matter", id.value(), Map.of("from", leading.toString()));
    }

    /** How a matter that was found within reach is tied, and to which it may be. */
    @Transactional(readOnly = true)
    public Tied of(Scope scope, Matter matter) {
        if (!matter.flow().equals(FLOW)) {
            return Tied.NONE;
        }
        Optional<MatterId> leading = store.leading(scope.unit(), matter.matterId());
        List<MatterId> tied = store.tied(scope.unit(), matter.matterId());
        List<Other> all = store
                .lines(scope, Stream.concat(leading.stream(), tied.stream()).toList())
                .stream()
                .map(Ties::other)
                .toList();
        return new Tied(
                all.stream()
                        .filter(each -> leading.filter(each.matter()::equals).isPresent())
                        .findFirst()
                        .orElse(null),
                all.stream().filter(each -> tied.contains(each.matter())).toList(),
                leading.isEmpty() && tied.isEmpty() ? offered(scope, matter) : List.of());
    }

    private List<Other> offered(Scope scope, Matter matter) {
        Flow flow = flows.version(matter.versionId());
        if (matter.closed() || !matter.state().equals(flow.begin().to())) {
            return List.of();
        }
        return Following.publishing(flow)
                .map(step -> store.candidates(scope, matter, step.id(), OFFERED).stream()
                        .map(Ties::other)
                        .toList())
                .orElse(List.of());
    }

    private static Other other(TieStore.Line line) {
        return new Other(line.matterId(), line.seen() ? line.title() : "", line.begunOn(), line.seen());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
