package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Cursor;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Scope;
import tools.jackson.databind.json.JsonMapper;

/** How matters stand: what is to be done by whom, what is where, what happened. */
@Component
@Transactional(readOnly = true)
public class Board {
    private static final int MOST_EVENTS = 200;
    private static final int MOST_CANDIDATES = 1000;

    private final BoardStore store;
    private final SuperiorStore superiors;
    private final LineStore lines;
    private final EventStore events;
    private final Flows flows;
    private final Oneself oneself;
    private final AccountNames accounts;
    private final JsonMapper json;

    Board(
            BoardStore store,
            SuperiorStore superiors,
            LineStore lines,
            EventStore events,
            Flows flows,
            Oneself oneself,
            AccountNames accounts,
            JsonMapper json) {
        this.store = store;
        this.superiors = superiors;
        this.lines = lines;
        this.events = events;
        this.flows = flows;
        this.oneself = oneself;
        this.accounts = accounts;
        this.json = json;
    }

    /** Those that are asked for and within reach, by the day they are due. */
    public List<MatterLine> lines(Scope scope, MatterFilter filter, int limit) {
        return lines.lines(scope, filter, limit);
    }

    /**
     * One page.
     *
     * @param next where the next page begins; empty when this is the last
     */
    public record Shelf(List<MatterLine> lines, String next) {}

    /** A page of those that are asked for and within reach. */
    public Shelf page(Scope scope, MatterFilter filter, int size) {
        return shelf(lines.lines(scope, filter, size + 1), size);
    }

    private static Shelf shelf(List<MatterLine> found, int size) {
        if (found.size() <= size) {
            return new Shelf(found, "");
        }
        MatterLine last = found.get(size - 1);
        return new Shelf(
                found.subList(0, size), new Cursor(last.day(), last.matterId().value()).toString());
    }

    /** A page of what waits for a post that whoever acts holds, or for them as a judge. */
    public Shelf own(Scope scope, MatterFilter filter, int size) {
        return shelf(lines.own(scope, filter, oneself.in(scope).orElse(null), size + 1), size);
    }

    /** What became of those that were begun in a year, by flow. */
    public List<MatterSums> sums(Scope scope, int year) {
        Map<String, MatterSums> sums = new TreeMap<>();
        lines.sums(scope, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .forEach(sum -> sums.merge(sum.flow(), counted(sum), MatterSums::and));
        return List.copyOf(sums.values());
    }

    private MatterSums counted(LineStore.Sum sum) {
        Flow.Closing closing = sum.open()
                ? Flow.Closing.OPEN
                : flows.version(sum.versionId())
                        .state(sum.state())
                        .map(Flow.State::closing)
                        .filter(each -> each != Flow.Closing.OPEN)
                        .orElse(Flow.Closing.DROPPED);
        boolean done = closing == Flow.Closing.DONE;
        return new MatterSums(
                sum.flow(),
                sum.matters(),
                sum.open() ? sum.matters() : 0,
                sum.open() ? sum.late() : 0,
                done ? sum.matters() : 0,
                done ? sum.timely() : 0,
                sum.reopened(),
                closing == Flow.Closing.DROPPED ? sum.matters() : 0);
    }

    /** How many are in each state, of those on which something is due. */
    public List<MatterCount> counts(Scope scope) {
        return store.counts(scope);
    }

    /** What happened to a matter that was found within reach, the latest first. */
    public List<MatterEvent> history(Scope scope, Matter matter) {
        return events.of(scope.unit(), List.of(matter.matterId()), MOST_EVENTS).stream()
                .map(row -> row.event(json))
                .toList();
    }

    /** The names of those whose turn it is today; empty where nobody holds the post. */
    public List<String> holders(Scope scope, Matter matter) {
        if (matter.owner() == null) {
            return List.of();
        }
        List<String> holders = store.holders(scope.unit(), matter);
        return matter.judges()
                ? Stream.concat(holders.stream(), accounts.of(store.judges(scope.unit(), matter)).values().stream())
                        .distinct()
                        .sorted()
                        .toList()
                : holders;
    }

    /** What organizations are called. */
    public Map<UUID, String> names(Scope scope, Collection<UUID> organizations) {
        return store.names(scope.unit(), organizations).stream()
                .collect(Collectors.toMap(each -> each.organizationId().value(), BoardStore.Named::name));
    }

    /** An organization that may begin matters. */
    public record Host(OrganizationId organization, OrganizationKind kind, String name) {}

    /** Those of some kinds that are there today and within reach, in their order. */
    public List<Host> hosts(Scope scope, Collection<OrganizationKind> kinds) {
        return store.candidates(scope, kinds, MOST_CANDIDATES).stream()
                .map(each -> new Host(each.organizationId(), each.kind(), each.name()))
                .toList();
    }

    /**
     * Organizations within reach, or above, that may be parties named by some steps.
     *
     * @return for each party its candidates, by id, in their order
     */
    public Map<String, Map<String, String>> candidates(Scope scope, Flow flow, Collection<Flow.Step> steps) {
        List<Flow.Party> named = flow.parties().stream()
                .filter(party -> steps.stream().anyMatch(step -> step.chooses().contains(party.id())))
                .toList();
        Set<OrganizationKind> kinds =
                named.stream().flatMap(party -> party.kinds().stream()).collect(Collectors.toSet());
        List<BoardStore.Candidate> all = kinds.isEmpty() ? List.of() : candidates(scope, kinds);
        Map<String, Map<String, String>> candidates = new HashMap<>();
        named.forEach(party -> {
            Map<String, String> ours = new LinkedHashMap<>();
            all.stream()
                    .filter(each -> party.kinds().contains(each.kind()))
                    .forEach(each -> ours.put(each.organizationId().toString(), each.name()));
            candidates.put(party.id(), ours);
        });
        return candidates;
    }

    private List<BoardStore.Candidate> candidates(Scope scope, Set<OrganizationKind> kinds) {
        Stream<BoardStore.Candidate> above = superiors.above(scope).stream()
                .map(each -> new BoardStore.Candidate(each.organizationId(), each.kind(), each.name()));
        return Stream.concat(above, store.candidates(scope, kinds, MOST_CANDIDATES).stream())
                .toList();
    }
}
