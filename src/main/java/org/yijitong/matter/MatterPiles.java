package org.yijitong.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import tools.jackson.databind.json.JsonMapper;

/** Matters with all that happened to them, for papers. */
@Component
@Transactional(readOnly = true)
public class MatterPiles {
    /** Before every matter. */
    public static final UUID FIRST = new UUID(0, 0);

    /** Of one matter; a pile has as many times more. */
    private static final int MOST_EVENTS = 200;

    private final MatterPileStore store;
    private final EventStore events;
    private final Matters matters;
    private final Board board;
    private final Flows flows;
    private final PeopleNamed people;
    private final JsonMapper json;

    MatterPiles(
            MatterPileStore store,
            EventStore events,
            Matters matters,
            Board board,
            Flows flows,
            PeopleNamed people,
            JsonMapper json) {
        this.store = store;
        this.events = events;
        this.matters = matters;
        this.board = board;
        this.flows = flows;
        this.people = people;
        this.json = json;
    }

    /**
     * A matter with what is told of it.
     *
     * @param flow the version that it stands under
     * @param versions of its flow: what happened under another one is told in the words of that one
     * @param events the earliest first
     * @param names of the organizations that take part, of people who were named and of files that were shown, by their ids
     */
    public record Whole(
            Matter matter, Flow flow, List<Flow> versions, List<MatterEvent> events, Map<UUID, String> names) {
        public Whole {
            versions = List.copyOf(versions);
            events = List.copyOf(events);
            names = Map.copyOf(names);
        }
    }

    /** @throws NotFound when there is none, or none of its organizations is within reach */
    public Whole one(Scope scope, MatterId id) {
        return whole(scope, List.of(matters.find(scope, id))).getFirst();
    }

    /**
     * Those within reach that were open on some day of a year, in the order in which they were begun; in as many statements
     * for many as for one.
     *
     * @param after the last one of the pile before, or {@link #FIRST}
     */
    public List<Whole> of(Scope scope, int year, UUID after, int size) {
        List<Matter> found =
                store.open(scope, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), after, size).stream()
                        .map(row -> row.matter(json))
                        .toList();
        return found.isEmpty() ? List.of() : whole(scope, found);
    }

    private List<Whole> whole(Scope scope, List<Matter> found) {
        Map<MatterId, List<MatterEvent>> told = new HashMap<>();
        events.of(scope.unit(), found.stream().map(Matter::matterId).toList(), found.size() * MOST_EVENTS)
                .forEach(row -> told.computeIfAbsent(row.matterId(), _ -> new ArrayList<>())
                        .addFirst(row.event(json)));
        Map<UUID, String> names = new HashMap<>(board.names(scope, organizations(found)));
        Set<UUID> named =
                PeopleNamed.ids(told.values().stream().flatMap(List::stream).toList());
        names.putAll(people.byId(scope, named));
        store.files(scope.unit(), named).forEach(file -> names.put(file.fileId(), file.name()));
        return found.stream()
                .map(matter -> new Whole(
                        matter,
                        flows.version(matter.versionId()),
                        flows.versions(matter.flow()).stream()
                                .map(FlowVersion::flow)
                                .toList(),
                        told.getOrDefault(matter.matterId(), List.of()),
                        names))
                .toList();
    }

    private static Set<UUID> organizations(Collection<Matter> found) {
        Set<UUID> all = new HashSet<>();
        found.forEach(matter -> {
            all.add(matter.hostId().value());
            all.addAll(matter.known().parties().values());
        });
        return all;
    }
}
