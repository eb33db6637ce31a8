package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * The life of organizations in both trees: founding, renaming, moving, closing, and correcting what was recorded
 * wrongly. Merging and splitting are in {@link Reorganizations}. Every verb is one transaction, noted in the
 * organization's history and in the audit log.
 */
@Component
@Transactional
public class Organizations {
    private final TreeChange tree;
    private final OrganizationStore store;
    private final Audit audit;
    private final Uuid7 ids;

    public Organizations(TreeChange tree, OrganizationStore store, Audit audit, Uuid7 ids) {
        this.tree = tree;
        this.store = store;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Founds an organization under another.
     *
     * @throws Invalid when the code is taken
     * @throws Refused when its superior does not exist on all its days, or stands in the other tree
     */
    public OrganizationId found(Scope scope, Founding founding, Because because) {
        OrganizationId superior = Objects.requireNonNull(founding.state().superior(), "only a unit has no superior");
        Instant recorded = tree.begin(scope, List.of(superior));
        OrganizationId id = create(scope, founding, because, recorded, ChangeKind.FOUNDED);
        tree.finish(scope.unit(), recorded);
        return id;
    }

    /** Gives it another name from a day on. */
    public void rename(
            Scope scope, OrganizationId organization, String name, @Nullable String shortName, Because because) {
        Instant recorded = tree.begin(scope, List.of(organization));
        Timeline<OrganizationState> timeline = tree.timeline(scope.unit(), organization);
        OrganizationState before = TreeChange.present(timeline, because.on());
        refuseIfSame(before, before.named(name, shortName));
        Timeline<OrganizationState> after = timeline.change(
                because.on(),
                state -> new Names(state.name(), state.shortName()),
                state -> state.named(name, shortName));
        tree.save(scope.unit(), organization, after, recorded);
        note(
                scope,
                organization,
                ChangeKind.RENAMED,
                because,
                recorded,
                Map.of("before", before.display(), "after", shortName == null ? name : shortName));
        tree.finish(scope.unit(), recorded);
    }

    private record Names(String name, @Nullable String shortName) {}

    /** Puts it, with everything below it, under another superior from a day on. */
    public void move(Scope scope, OrganizationId organization, OrganizationId superior, Because because) {
        Instant recorded = tree.begin(scope, List.of(organization, superior));
        if (store.below(scope.unit(), superior, organization, because.on())) {
            throw new Refused("organization.refused.cycle");
        }
        Timeline<OrganizationState> timeline = tree.timeline(scope.unit(), organization);
        OrganizationState before = TreeChange.present(timeline, because.on());
        refuseIfSame(before, before.under(superior));
        OrganizationState above = TreeChange.present(tree.timeline(scope.unit(), superior), because.on());
        requireUnder(before.kind(), above);
        tree.save(
                scope.unit(),
                organization,
                timeline.change(because.on(), OrganizationState::superior, state -> state.under(superior)),
                recorded);
        note(
                scope,
                organization,
                ChangeKind.MOVED,
                because,
                recorded,
                Map.of("name", before.display(), "after", above.display()));
        tree.finish(scope.unit(), recorded);
    }

    /** Changes its kind, its place among its siblings, or its approval number from a day on. */
    public void amend(
            Scope scope,
            OrganizationId organization,
            OrganizationKind kind,
            int position,
            @Nullable String approvalNumber,
            Because because) {
        Instant recorded = tree.begin(scope, List.of(organization));
        Timeline<OrganizationState> timeline = tree.timeline(scope.unit(), organization);
        OrganizationState before = TreeChange.present(timeline, because.on());
        requireSameTree(before.kind(), kind);
        refuseIfSame(before, before.amended(kind, position, approvalNumber));
        Timeline<OrganizationState> after = timeline.change(
                because.on(),
                state -> state.named("", null).under(organization),
                state -> state.amended(kind, position, approvalNumber));
        tree.save(scope.unit(), organization, after, recorded);
        note(
                scope,
                organization,
                ChangeKind.AMENDED,
                because,
                recorded,
                Corrections.between(
                        before, because.on(), before.amended(kind, position, approvalNumber), because.on()));
        tree.finish(scope.unit(), recorded);
    }

    /** Closes it from a day on. Refused while organizations or people are left in it. */
    public void close(Scope scope, OrganizationId organization, Because because) {
        Instant recorded = tree.begin(scope, List.of(organization));
        Timeline<OrganizationState> timeline = tree.timeline(scope.unit(), organization);
        OrganizationState before = TreeChange.present(timeline, because.on());
        long people = store.membersFrom(scope.unit(), organization, because.on());
        if (people > 0) {
            throw new Refused("organization.refused.peopleLeft", before.display(), people);
        }
        tree.save(scope.unit(), organization, timeline.without(because.on(), Days.FOREVER), recorded);
        note(scope, organization, ChangeKind.CLOSED, because, recorded, Map.of("name", before.display()));
        tree.finish(scope.unit(), recorded);
    }

    /**
     * Corrects what was recorded wrongly about the segment that begins on {@code segmentFrom}: it began on another day,
     * or was something else. What we knew before stays readable.
     */
    public void correct(
            Scope scope,
            OrganizationId organization,
            LocalDate segmentFrom,
            LocalDate newFrom,
            OrganizationState state,
            String reason) {
        List<OrganizationId> touched = new ArrayList<>(List.of(organization));
        if (state.superior() != null) {
            touched.add(state.superior());
        }
        Instant recorded = tree.begin(scope, touched);
        if (state.superior() != null && store.below(scope.unit(), state.superior(), organization, newFrom)) {
            throw new Refused("organization.refused.cycle");
        }
        Timeline<OrganizationState> timeline = tree.timeline(scope.unit(), organization);
        OrganizationState before = TreeChange.present(timeline, segmentFrom);
        requireSameTree(before.kind(), state.kind());
        if (state.superior() != null) {
            requireUnder(state.kind(), TreeChange.present(tree.timeline(scope.unit(), state.superior()), newFrom));
        } else if (before.superior() != null) {
            throw new Invalid("superior", "organization.invalid.superiorMissing");
        }
        Timeline<OrganizationState> after = timeline.rewrite(segmentFrom, newFrom, state);
        if (after.equals(timeline)) {
            throw new Refused("organization.refused.nothingNew");
        }
        tree.save(scope.unit(), organization, after, recorded);
        note(
                scope,
                organization,
                ChangeKind.CORRECTED,
                new Because(newFrom, reason, null),
                recorded,
                Corrections.between(before, segmentFrom, state, newFrom));
        tree.finish(scope.unit(), recorded);
    }

    OrganizationId create(Scope scope, Founding founding, Because because, Instant recorded, ChangeKind kind) {
        if (founding.code() != null
                && !store.codesTaken(scope.unit(), List.of(founding.code())).isEmpty()) {
            throw new Invalid("code", "organization.invalid.codeTaken", founding.code());
        }
        OrganizationState state = founding.state();
        if (state.superior() != null) {
            OrganizationState above = TreeChange.present(tree.timeline(scope.unit(), state.superior()), because.on());
            requireUnder(state.kind(), above);
        }
        OrganizationId id = new OrganizationId(ids.next());
        store.found(
                scope.unit(),
                List.of(new OrganizationStore.Identity(id, state.kind().tree(), founding.code())));
        tree.save(
                scope.unit(), id, Timeline.<OrganizationState>empty().put(because.on(), Days.FOREVER, state), recorded);
        note(scope, id, kind, because, recorded, Map.of("name", state.display()));
        return id;
    }

    private void note(
            Scope scope,
            OrganizationId organization,
            ChangeKind kind,
            Because because,
            Instant recorded,
            Map<String, String> detail) {
        tree.note(scope, organization, kind, because, recorded, detail);
        audit.record(
                scope,
                "organization." + kind.name().toLowerCase(java.util.Locale.ROOT),
                "organization",
                organization.value(),
                detail);
    }

    private static void refuseIfSame(OrganizationState before, OrganizationState after) {
        if (before.equals(after)) {
            throw new Refused("organization.refused.nothingNew");
        }
    }

    /** The top of a unit carries both trees; further down they do not mix. */
    static void requireUnder(OrganizationKind kind, OrganizationState above) {
        if (above.superior() != null) {
            requireSameTree(kind, above.kind());
        }
    }

    static void requireSameTree(OrganizationKind one, OrganizationKind other) {
        if (one.tree() != other.tree()) {
            throw new Refused("organization.refused.otherTree");
        }
    }
}
