package org.yijitong.matter;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Scope;

/** A unit in which every post is held by a person of its own, with an account. */
final class FlowWorld {
    private final SampleUnit.Made made;
    private final Map<OrganizationId, Map<Post, Scope>> holders = new HashMap<>();
    private @Nullable Scope judge;
    private final Map<UUID, UUID> people = new HashMap<>();
    private final Map<OrganizationKind, List<OrganizationId>> places = new EnumMap<>(OrganizationKind.class);

    FlowWorld(SampleUnit.Made made) {
        this.made = made;
        places.put(OrganizationKind.ORGAN_COMMITTEE, List.of(made.unit().rootId()));
        places.put(OrganizationKind.BRANCH, List.of(made.third(), made.other(), made.small()));
    }

    /** Says that an account judges for the host. */
    void judges(Scope scope) {
        judge = scope;
    }

    /** Says that an account holds a post. */
    void holds(OrganizationId organization, Post post, Scope scope, PersonId person) {
        holders.computeIfAbsent(organization, _ -> new EnumMap<>(Post.class)).put(post, scope);
        people.put(scope.account(), person.value());
    }

    Scope office() {
        return made.scope();
    }

    OrganizationId host(Flow flow) {
        OrganizationKind kind = flow.hosts().contains(OrganizationKind.ORGAN_COMMITTEE)
                ? OrganizationKind.ORGAN_COMMITTEE
                : OrganizationKind.BRANCH;
        return places.getOrDefault(kind, List.of()).getFirst();
    }

    /** Somebody who belongs to every host. */
    PersonId member() {
        return made.person("林若川");
    }

    /** Branches where they may be, each party another one. */
    OrganizationId party(Flow flow, String party) {
        Set<OrganizationId> taken = new HashSet<>(Set.of(host(flow)));
        for (Flow.Party each : flow.parties()) {
            OrganizationId chosen = (each.kinds().contains(OrganizationKind.BRANCH)
                            ? places.getOrDefault(OrganizationKind.BRANCH, List.of())
                            : places.getOrDefault(OrganizationKind.ORGAN_COMMITTEE, List.of()))
                    .stream()
                            .filter(place -> !taken.contains(place))
                            .findFirst()
                            .orElse(made.unit().rootId());
            taken.add(chosen);
            if (each.id().equals(party)) {
                return chosen;
            }
        }
        throw new AssertionError("no party " + party);
    }

    /**
     * Somebody whose turn it is and who did not do what is judged; the office on behalf, where no posts are
     * held, or the organization itself, where the office did it. */
    Scope actor(Matter matter, Known.@Nullable Done judged) {
        if (holders.isEmpty()) {
            boolean own =
                    judged != null && judged.organization().equals(made.scope().top());
            UUID reach = own
                    ? java.util.Objects.requireNonNull(matter.owner()).value()
                    : made.scope().top();
            return new Scope(UUID.randomUUID(), made.scope().unit(), reach);
        }
        if (matter.judges() && matter.posts().isEmpty()) {
            return java.util.Objects.requireNonNull(judge);
        }
        OrganizationId owner = java.util.Objects.requireNonNull(matter.owner());
        Map<Post, Scope> here = holders.getOrDefault(owner, Map.of());
        Set<Post> posts = new HashSet<>(matter.posts());
        if (!owner.equals(matter.named())) {
            posts.addAll(Set.of(Post.SECRETARY, Post.DEPUTY_SECRETARY, Post.FULL_TIME_DEPUTY_SECRETARY));
        }
        return here.entrySet().stream()
                .filter(each -> posts.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .filter(scope -> judged == null || !judged.account().equals(scope.account()))
                .filter(scope -> !matter.barred().contains(people.get(scope.account())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may act: " + matter.state() + " " + matter.posts()));
    }
}
