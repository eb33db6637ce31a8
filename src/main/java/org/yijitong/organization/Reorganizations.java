package org.yijitong.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.OrganizationStore.Version;
import org.yijitong.shared.Days;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Merging and splitting organizations, with the people and the organizations below them. */
@Component
@Transactional
public class Reorganizations {
    private final TreeChange tree;
    private final Organizations organizations;
    private final OrganizationStore store;
    private final MembershipStore memberships;
    private final AppointmentStore appointments;
    private final Audit audit;

    public Reorganizations(
            TreeChange tree,
            Organizations organizations,
            OrganizationStore store,
            MembershipStore memberships,
            AppointmentStore appointments,
            Audit audit) {
        this.tree = tree;
        this.organizations = organizations;
        this.store = store;
        this.memberships = memberships;
        this.appointments = appointments;
        this.audit = audit;
    }

    /**
     * Merges an organization into another of the same tree from a day on: its people and the organizations below it
     * pass over, its posts end, and the successor sees its history.
     */
    public void merge(Scope scope, OrganizationId from, OrganizationId into, Because because) {
        Instant recorded = tree.begin(scope, List.of(from, into));
        Timeline<OrganizationState> ending = tree.timeline(scope.unit(), from);
        OrganizationState before = TreeChange.present(ending, because.on());
        OrganizationState target = TreeChange.present(tree.timeline(scope.unit(), into), because.on());
        Organizations.requireSameTree(before.kind(), target.kind());
        if (from.equals(into) || store.below(scope.unit(), into, from, because.on())) {
            throw new Refused("organization.refused.cycle");
        }
        passChildren(scope, from, into, because, recorded);
        long moved = memberships.reassign(scope.unit(), from, into, because.on(), recorded);
        appointments.endAll(scope.unit(), from, because.on(), recorded);
        tree.save(scope.unit(), from, ending.without(because.on(), Days.FOREVER), recorded);
        UUID change = tree.note(
                scope,
                from,
                ChangeKind.MERGED,
                because,
                recorded,
                Map.of("name", before.display(), "after", target.display(), "people", Long.toString(moved)));
        tree.note(
                scope,
                into,
                ChangeKind.ABSORBED,
                because,
                recorded,
                Map.of("name", before.display(), "other", from.toString(), "people", Long.toString(moved)));
        store.succeed(scope.unit(), change, from, into, change);
        audit.record(scope, "organization.merged", "organization", from.value(), Map.of("into", into.value()));
        tree.finish(scope.unit(), recorded);
        tree.bearersChanged(scope.unit(), because.on());
    }

    /**
     * Splits a new organization off from a day on, with some of its people.
     *
     * @param people who pass over to the new one; they must belong to {@code from} on that day
     * @throws Refused when one of them does not
     */
    public OrganizationId split(
            Scope scope, OrganizationId from, Founding founding, List<PersonId> people, Because because) {
        Instant recorded = tree.begin(scope, List.of(from));
        OrganizationState before = TreeChange.present(tree.timeline(scope.unit(), from), because.on());
        OrganizationId created = organizations.create(scope, founding, because, recorded, ChangeKind.SPLIT_OFF);
        long moved = memberships.reassignPeople(scope.unit(), from, created, people, because.on(), recorded);
        if (moved != people.size()) {
            throw new Refused("organization.refused.notAllMembers", before.display(), people.size() - moved);
        }
        UUID change = tree.note(
                scope,
                from,
                ChangeKind.SPLIT,
                because,
                recorded,
                Map.of(
                        "name", before.display(),
                        "after", founding.state().display(),
                        "other", created.toString(),
                        "people", Long.toString(moved)));
        store.succeed(scope.unit(), change, from, created, change);
        audit.record(scope, "organization.split", "organization", from.value(), Map.of("new", created.value()));
        tree.finish(scope.unit(), recorded);
        tree.bearersChanged(scope.unit(), because.on());
        return created;
    }

    private void passChildren(
            Scope scope, OrganizationId from, OrganizationId into, Because because, Instant recorded) {
        List<OrganizationId> children = store.childrenFrom(scope.unit(), from, because.on());
        Map<OrganizationId, List<Version>> held = store.versions(scope.unit(), children);
        Map<OrganizationId, Timeline<OrganizationState>> wanted = new HashMap<>();
        held.forEach((child, versions) -> wanted.put(child, passed(versions, from, into, because)));
        tree.saveAll(scope.unit(), held, wanted, recorded);
    }

    private static Timeline<OrganizationState> passed(
            List<Version> versions, OrganizationId from, OrganizationId into, Because because) {
        Timeline<OrganizationState> timeline =
                new Timeline<>(versions.stream().map(Version::segment).toList());
        for (Segment<OrganizationState> each : new ArrayList<>(timeline.segments())) {
            if (from.equals(each.value().superior()) && each.to().isAfter(because.on())) {
                java.time.LocalDate start = each.from().isAfter(because.on()) ? each.from() : because.on();
                timeline = timeline.put(start, each.to(), each.value().under(into));
            }
        }
        return timeline;
    }
}
