package org.yijitong.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationStore.Trouble;
import org.yijitong.organization.OrganizationStore.Version;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** One change of a unit's tree: takes the tree, rewrites timelines, keeps the closure, refuses what cannot stand. */
@Component
class TreeChange {
    private final OrganizationStore organizations;
    private final PathStore paths;
    private final ChangeStore changes;
    private final ReachStore reach;
    private final Clock clock;
    private final Uuid7 ids;
    private final ApplicationEventPublisher events;

    TreeChange(
            OrganizationStore organizations,
            PathStore paths,
            ChangeStore changes,
            ReachStore reach,
            Clock clock,
            Uuid7 ids,
            ApplicationEventPublisher events) {
        this.organizations = organizations;
        this.paths = paths;
        this.changes = changes;
        this.reach = reach;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    /** Begins a change; every organization named must lie within the scope. */
    Instant begin(Scope scope, Collection<OrganizationId> touched) {
        if (!reach.covers(scope, touched)) {
            throw new NotFound();
        }
        return organizations.lockTree(scope.unit(), clock.instant());
    }

    Timeline<OrganizationState> timeline(UnitId unit, OrganizationId organization) {
        return lived(organizations.versions(unit, List.of(organization)).get(organization));
    }

    private static Timeline<OrganizationState> lived(@Nullable List<Version> versions) {
        return versions == null
                ? Timeline.empty()
                : new Timeline<>(versions.stream().map(Version::segment).toList());
    }

    Map<OrganizationId, Timeline<OrganizationState>> timelines(UnitId unit, Collection<OrganizationId> several) {
        return organizations.versions(unit, several).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, held -> lived(held.getValue())));
    }

    /** Writes the difference between what is held and what shall be held about one organization. */
    void save(UnitId unit, OrganizationId organization, Timeline<OrganizationState> wanted, Instant recorded) {
        Map<OrganizationId, List<Version>> held = organizations.versions(unit, List.of(organization));
        saveAll(unit, held, Map.of(organization, wanted), recorded);
    }

    /** The same for many, in two statements. */
    void saveAll(
            UnitId unit,
            Map<OrganizationId, List<Version>> held,
            Map<OrganizationId, Timeline<OrganizationState>> wanted,
            Instant recorded) {
        List<UUID> gone = new ArrayList<>();
        List<Version> added = new ArrayList<>();
        wanted.forEach((organization, timeline) -> {
            List<Segment<OrganizationState>> remaining = new ArrayList<>(timeline.segments());
            held.getOrDefault(organization, List.of()).stream()
                    .filter(version -> !remaining.remove(version.segment()))
                    .forEach(version -> gone.add(version.versionId()));
            remaining.forEach(segment -> added.add(version(organization, segment)));
        });
        if (!gone.isEmpty()) {
            organizations.close(unit, gone, recorded);
        }
        if (!added.isEmpty()) {
            organizations.add(unit, added, recorded);
        }
        wanted.entrySet().stream()
                .map(each -> each.getValue().differsFrom(lived(held.get(each.getKey()))))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .ifPresent(from -> bearersChanged(unit, from));
    }

    /** Tells whoever counts by bearers that people or posts are others from a day on. */
    void bearersChanged(UnitId unit, LocalDate from) {
        events.publishEvent(new BearersChanged(unit, from));
    }

    /** Ends a change: the closure follows, and nothing may hang under what does not exist. */
    void finish(UnitId unit, Instant recorded) {
        List<Trouble> hanging = organizations.hanging(unit);
        if (!hanging.isEmpty()) {
            Trouble first = hanging.getFirst();
            throw new Refused("organization.refused.hanging", first.name(), first.validFrom(), hanging.size());
        }
        paths.recompute(unit, recorded);
    }

    UUID note(
            Scope scope,
            OrganizationId organization,
            ChangeKind kind,
            Because because,
            Instant recorded,
            Map<String, String> detail) {
        UUID id = ids.next();
        changes.add(scope, id, organization, kind, because, recorded, detail);
        return id;
    }

    /** The founding of many, in one statement. */
    void noteFounded(Scope scope, Map<OrganizationId, Foundings.Founded> founded, Instant recorded) {
        changes.addAll(
                scope,
                founded.entrySet().stream()
                        .map(each -> new ChangeStore.Noted(
                                ids.next(),
                                each.getKey(),
                                ChangeKind.FOUNDED,
                                each.getValue().because().on(),
                                each.getValue().because().reason(),
                                each.getValue().because().documentNumber(),
                                Map.of(
                                        "name",
                                        each.getValue().founding().state().display())))
                        .toList(),
                recorded);
    }

    /** What a plan did, in one statement. */
    void noteAll(Scope scope, List<PlanNotes.Note> notes, Instant recorded) {
        changes.addAll(
                scope,
                notes.stream()
                        .map(note -> new ChangeStore.Noted(
                                ids.next(), note.organization(), note.kind(), note.on(), null, null, note.detail()))
                        .toList(),
                recorded);
    }

    static OrganizationState present(Timeline<OrganizationState> timeline, LocalDate on) {
        return timeline.at(on).orElseThrow(() -> new Refused("organization.refused.notThere", on));
    }

    private Version version(OrganizationId organization, Segment<OrganizationState> segment) {
        OrganizationState state = segment.value();
        return new Version(
                ids.next(),
                organization,
                state.name(),
                state.shortName(),
                state.kind(),
                state.superior(),
                state.position(),
                state.approvalNumber(),
                segment.from(),
                segment.to());
    }
}
