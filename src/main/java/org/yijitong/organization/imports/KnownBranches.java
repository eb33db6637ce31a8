package org.yijitong.organization.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.roster.BranchMatch;

/** The branches and groups a roster may speak of, by every name they have had, and where those that ended went. */
final class KnownBranches {
    /**
     * One name of one organization.
     *
     * @param superiorId what it stands under now; for a group its branch
     * @param successorId where its people went, when it has ended
     */
    record Named(
            OrganizationId organizationId,
            String name,
            @Nullable String shortName,
            String kind,
            @Nullable OrganizationId superiorId,
            boolean ended,
            @Nullable OrganizationId successorId) {}

    /** A branch that was meant, and the branch it has become when it has ended. */
    record Meant(OrganizationId branch, @Nullable OrganizationId before) {}

    private final Map<UUID, Named> byId = new HashMap<>();
    private final BranchMatch<OrganizationId> branches;
    private final Map<OrganizationId, BranchMatch<OrganizationId>> groups = new HashMap<>();
    private final Map<String, OrganizationId> remembered;

    KnownBranches(List<Named> named, Map<String, OrganizationId> remembered) {
        this.remembered = remembered;
        named.forEach(each -> byId.put(each.organizationId().value(), each));
        branches = new BranchMatch<>(known(
                named.stream().filter(each -> !each.kind().equals("group")).toList()));
        Map<OrganizationId, List<Named>> below = new HashMap<>();
        named.stream()
                .filter(each -> each.kind().equals("group") && !each.ended() && each.superiorId() != null)
                .forEach(each -> below.computeIfAbsent(each.superiorId(), _ -> new ArrayList<>())
                        .add(each));
        below.forEach((branch, names) -> groups.put(branch, new BranchMatch<>(known(names))));
    }

    private static List<BranchMatch.Known<OrganizationId>> known(List<Named> named) {
        Map<OrganizationId, List<String>> names = new HashMap<>();
        for (Named each : named) {
            List<String> all = names.computeIfAbsent(each.organizationId(), _ -> new ArrayList<>());
            all.add(each.name());
            if (each.shortName() != null) {
                all.add(each.shortName());
            }
        }
        return names.entrySet().stream()
                .map(entry ->
                        new BranchMatch.Known<>(entry.getKey(), entry.getValue().getFirst(), entry.getValue()))
                .toList();
    }

    BranchMatch.Result<OrganizationId> match(String written) {
        OrganizationId said = remembered.get(written);
        return said == null ? branches.match(written) : new BranchMatch.Result.Found<>(said);
    }

    /** The branch as it stands: itself, or the one it was merged into. Empty when it ended without a successor. */
    Optional<Meant> standing(OrganizationId branch) {
        Named named = byId.get(branch.value());
        for (int step = 0; named != null && step < 20; step++) {
            if (!named.ended()) {
                OrganizationId now = named.organizationId();
                return Optional.of(new Meant(now, now.equals(branch) ? null : branch));
            }
            named = named.successorId() == null
                    ? null
                    : byId.get(named.successorId().value());
        }
        return Optional.empty();
    }

    /** A group of a branch by its written name. */
    Optional<OrganizationId> group(OrganizationId branch, String written) {
        BranchMatch<OrganizationId> own = groups.get(branch);
        return own != null && own.match(written) instanceof BranchMatch.Result.Found<OrganizationId> found
                ? Optional.of(found.id())
                : Optional.empty();
    }

    /** A branch a person chose by its id. */
    Optional<OrganizationId> chosen(String id) {
        try {
            return Optional.ofNullable(byId.get(UUID.fromString(id))).map(Named::organizationId);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    String name(OrganizationId id) {
        Named named = byId.get(id.value());
        return named == null ? id.toString() : named.shortName() == null ? named.name() : named.shortName();
    }

    /** The only branch there is, when there is only one. */
    Optional<OrganizationId> only() {
        List<OrganizationId> standing = byId.values().stream()
                .filter(each -> !each.ended() && !each.kind().equals("group"))
                .map(Named::organizationId)
                .toList();
        return standing.size() == 1 ? Optional.of(standing.getFirst()) : Optional.empty();
    }
}
