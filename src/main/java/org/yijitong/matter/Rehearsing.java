package org.yijitong.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.AlikeStore.Alike;
import org.yijitong.matter.Moving.Way;
import org.yijitong.matter.reading.Onward;
import org.yijitong.shared.Scope;

/**
 * Looks at all running matters of a unit, however many there are, for whoever writes the next version of their flow: where
 * one would go depends on its state and on what it has settled, so that all that are alike in this are reckoned at once.
 */
@Component
@Transactional(readOnly = true)
public class Rehearsing {
    /** How many that could not be moved are named. */
    static final int NAMED = 20;

    private final AlikeStore store;
    private final Flows flows;

    Rehearsing(AlikeStore store, Flows flows) {
        this.store = store;
        this.flows = flows;
    }

    /** What would come of those running under the newest version before, were a text the next one; nothing is stored. */
    public Rehearsal of(Scope scope, Flow next) {
        Optional<FlowVersion> from = flows.versions(next.head().id()).stream()
                .filter(each -> each.flow().head().version() < next.head().version())
                .max(Comparator.comparingInt(each -> each.flow().head().version()));
        return from.isEmpty() ? Rehearsal.NOTHING : looked(scope, next, from.get());
    }

    private Rehearsal looked(Scope scope, Flow next, FlowVersion from) {
        Map<Rehearsal.Count, Long> counts = new LinkedHashMap<>();
        Map<UUID, Rehearsal.Count> staying = new LinkedHashMap<>();
        store.alike(scope.unit(), from.versionId(), NAMED).forEach(each -> {
            Way way = way(next, each);
            Rehearsal.Count count = new Rehearsal.Count(each.state(), way.to(), way.why(), way.what(), 0);
            counts.merge(count, each.matters(), Long::sum);
            if (way.to() == null) {
                each.first().stream()
                        .limit(NAMED - Math.min(NAMED, staying.size()))
                        .forEach(matter -> staying.put(matter, count));
            }
        });
        List<Rehearsal.Count> all = new ArrayList<>();
        counts.forEach((count, matters) ->
                all.add(new Rehearsal.Count(count.from(), count.to(), count.why(), count.what(), matters)));
        return new Rehearsal(from.flow(), all, lines(scope, staying));
    }

    private static Way way(Flow next, Alike alike) {
        return Moving.way(
                next,
                alike.state(),
                alike.closed(),
                new Onward.Settled(Set.copyOf(alike.parties()), Set.copyOf(alike.days()), Set.copyOf(alike.done())));
    }

    private List<Migration.Line> lines(Scope scope, Map<UUID, Rehearsal.Count> staying) {
        if (staying.isEmpty()) {
            return List.of();
        }
        Map<UUID, AlikeStore.Titled> titles = new HashMap<>();
        store.titled(scope.unit(), staying.keySet())
                .forEach(each -> titles.put(each.matterId().value(), each));
        return staying.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(titles.get(each.getKey())).stream()
                        .map(matter -> new Migration.Line(
                                matter.matterId(),
                                matter.title(),
                                each.getValue().from(),
                                null,
                                matter.dueOn(),
                                null,
                                each.getValue().why(),
                                each.getValue().what())))
                .toList();
    }
}
