package org.yijitong.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.OrganizationStore.Version;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** What organizations are on any day, as known at any moment, and what about them should be seen to. */
@Component
@Transactional(readOnly = true)
public class Profiles {
    private final ProfileStore store;
    private final TreeStore trees;
    private final CensusStore census;
    private final HoldingStore holdings;
    private final ReachStore reach;
    private final Rules rules;

    public Profiles(
            ProfileStore store,
            TreeStore trees,
            CensusStore census,
            HoldingStore holdings,
            ReachStore reach,
            Rules rules) {
        this.store = store;
        this.trees = trees;
        this.census = census;
        this.holdings = holdings;
        this.reach = reach;
        this.rules = rules;
    }

    /** One organization on a day; nothing when there was none that day, not yet or no longer. */
    public Optional<Profile> of(Scope scope, OrganizationId organization, AsOf asOf) {
        reach.find(scope, organization);
        return store.version(scope.unit(), organization, asOf).map(version -> profile(scope, version, asOf));
    }

    /**
     * From when to when an organization was, as known now.
     *
     * @param name its last name
     * @param closed the day on which it was no more; {@link Days#FOREVER} while it is
     */
    public record Life(String name, LocalDate founded, LocalDate closed) {}

    public Life life(Scope scope, OrganizationId organization) {
        ProfileStore.Span span = store.span(scope.unit(), reach.find(scope, organization));
        return new Life(span.name(), span.founded(), span.closed());
    }

    /** Every segment of its life as known now, the latest first: from when it was what. */
    public Map<LocalDate, OrganizationState> segments(Scope scope, OrganizationId organization) {
        Map<LocalDate, OrganizationState> segments = new LinkedHashMap<>();
        store.segments(scope.unit(), reach.find(scope, organization))
                .forEach(version ->
                        segments.put(version.validFrom(), version.segment().value()));
        return segments;
    }

    /**
     * What a whole tree needs to know of each organization in it.
     *
     * @param census of its own people and everyone below it
     */
    public record Line(TreeRow row, Census census, List<Warning> warnings) {}

    /** One tree with people and warnings, superiors before those below them; a fixed number of statements. */
    public List<Line> tree(Scope scope, Tree tree, AsOf asOf) {
        List<TreeRow> rows = trees.tree(scope, tree, asOf);
        List<OrganizationId> ids = rows.stream().map(TreeRow::organizationId).toList();
        Sphere sphere = tree == Tree.PARTY ? Sphere.PARTY : Sphere.ADMINISTRATIVE;
        Map<OrganizationId, Census> sums = summed(rows, census.of(scope.unit(), ids, sphere, asOf));
        Posted posted = posted(scope.unit(), ids, asOf);
        Map<OrganizationId, Integer> groups = census.inGroups(scope.unit(), ids, asOf);
        return rows.stream()
                .map(row -> {
                    Census people = row.kind() == OrganizationKind.GROUP
                            ? inGroup(groups.getOrDefault(row.organizationId(), 0))
                            : sums.getOrDefault(row.organizationId(), Census.NOBODY);
                    Facts facts = posted.facts(row.organizationId(), row.kind(), people);
                    return new Line(row, people, Warnings.of(facts, rules, asOf.on()));
                })
                .toList();
    }

    /** Who belongs to an organization or to one below it on a day, by name; at most 2,000. */
    public Map<PersonId, String> people(Scope scope, OrganizationId organization, AsOf asOf) {
        Version version = store.version(scope.unit(), reach.find(scope, organization), asOf)
                .orElseThrow(NotFound::new);
        List<TreeRow> rows = trees.tree(scope, version.kind().tree(), asOf);
        List<OrganizationId> ids = subtree(rows, organization).stream()
                .map(TreeRow::organizationId)
                .toList();
        Map<PersonId, String> people = new LinkedHashMap<>();
        store.people(scope.unit(), ids, asOf).forEach(each -> people.put(each.personId(), each.name()));
        return people;
    }

    private static Census inGroup(int people) {
        return new Census(0, 0, 0, 0, 0, 0, 0, 0, 0, people);
    }

    private Profile profile(Scope scope, Version version, AsOf asOf) {
        UnitId unit = scope.unit();
        OrganizationId id = version.organizationId();
        OrganizationState state = version.segment().value();
        List<TreeRow> subtree = subtree(trees.tree(scope, state.kind().tree(), asOf), id);
        List<OrganizationId> ids = subtree.stream().map(TreeRow::organizationId).toList();
        Sphere sphere = state.kind().tree() == Tree.PARTY ? Sphere.PARTY : Sphere.ADMINISTRATIVE;
        Map<OrganizationId, Integer> groups = census.inGroups(unit, ids, asOf);
        Census people = state.kind() == OrganizationKind.GROUP
                ? inGroup(groups.getOrDefault(id, 0))
                : census.of(unit, ids, sphere, asOf).values().stream().reduce(Census.NOBODY, Census::plus);
        Posted posted = posted(unit, List.of(id), asOf);
        Facts facts = posted.facts(id, state.kind(), people);
        return new Profile(
                id,
                state,
                version.validFrom(),
                store.span(unit, id).founded(),
                store.above(scope, id, asOf),
                subtree.stream().filter(row -> id.equals(row.superiorId())).toList(),
                people,
                groups,
                store.elsewhere(unit, id, Sphere.ADMINISTRATIVE, asOf),
                store.elsewhere(unit, id, Sphere.YOUTH, asOf),
                facts.held(),
                facts.last(),
                facts.term(),
                Warnings.of(facts, rules, asOf.on()));
    }

    private Posted posted(UnitId unit, Collection<OrganizationId> ids, AsOf asOf) {
        return new Posted(
                holdings.held(unit, ids, asOf).stream().collect(Collectors.groupingBy(Holding::organizationId)),
                holdings.last(unit, ids, asOf).stream().collect(Collectors.groupingBy(Holding::organizationId)),
                holdings.terms(unit, ids, asOf).stream().collect(Collectors.toMap(Term::organizationId, term -> term)));
    }

    private record Posted(
            Map<OrganizationId, List<Holding>> held,
            Map<OrganizationId, List<Holding>> last,
            Map<OrganizationId, Term> terms) {
        Facts facts(OrganizationId id, OrganizationKind kind, Census census) {
            return new Facts(
                    kind, census, held.getOrDefault(id, List.of()), last.getOrDefault(id, List.of()), terms.get(id));
        }
    }

    /** Superiors come before those below them, so one pass finds the subtree. */
    private static List<TreeRow> subtree(List<TreeRow> rows, OrganizationId top) {
        Set<OrganizationId> inside = new HashSet<>(Set.of(top));
        List<TreeRow> result = new ArrayList<>();
        for (TreeRow row : rows) {
            if (inside.contains(row.organizationId())
                    || (row.superiorId() != null && inside.contains(row.superiorId()))) {
                inside.add(row.organizationId());
                result.add(row);
            }
        }
        return result;
    }

    /** Backwards, so that each sum is complete before it is added to the superior's. */
    private static Map<OrganizationId, Census> summed(List<TreeRow> rows, Map<OrganizationId, Census> own) {
        Map<OrganizationId, Census> sums = new LinkedHashMap<>(own);
        for (TreeRow row : rows.reversed()) {
            Census sum = sums.getOrDefault(row.organizationId(), Census.NOBODY);
            if (row.superiorId() != null) {
                sums.merge(row.superiorId(), sum, Census::plus);
            }
        }
        return sums;
    }
}
