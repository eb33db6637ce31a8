package org.yijitong.organization.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreePlans.Standing;

/** The trees as they stand on the day a chart is of, found by what people call things. */
final class KnownTrees {
    private static final char STEP = '/';

    private final Map<OrganizationId, Standing> standing;
    private final Map<OrganizationId, OrganizationState> present = new LinkedHashMap<>();
    private final Map<String, OrganizationId> byCode = new HashMap<>();
    private final Map<String, List<OrganizationId>> byName = new HashMap<>();
    private final Map<String, List<OrganizationId>> byShortName = new HashMap<>();

    KnownTrees(Map<OrganizationId, Standing> standing, LocalDate on) {
        this.standing = standing;
        standing.forEach((id, each) -> {
            if (each.code() != null) {
                byCode.put(each.code(), id);
            }
            each.life().at(on).ifPresent(state -> {
                present.put(id, state);
                add(byName, state.name(), id);
                if (state.shortName() != null) {
                    add(byShortName, state.shortName(), id);
                }
            });
        });
    }

    private static void add(Map<String, List<OrganizationId>> index, String name, OrganizationId id) {
        index.computeIfAbsent(ChartText.key(name), _ -> new ArrayList<>()).add(id);
    }

    /** What there is on the day. */
    Map<OrganizationId, OrganizationState> present() {
        return present;
    }

    Standing standing(OrganizationId id) {
        return standing.getOrDefault(id, new Standing(null, org.yijitong.organization.Timeline.empty()));
    }

    Map<OrganizationId, Standing> all() {
        return standing;
    }

    /** Who has a code, even if it has ended. */
    Optional<OrganizationId> coded(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    List<OrganizationId> named(String key) {
        return byName.getOrDefault(key, List.of());
    }

    List<OrganizationId> shortNamed(String key) {
        return byShortName.getOrDefault(key, List.of());
    }

    boolean isOf(OrganizationId id, @Nullable Tree tree) {
        OrganizationState state = present.get(id);
        return tree == null || (state != null && state.kind().tree() == tree);
    }

    /**
     * Whether a text means an organization: its code, its name, its short name, or any of these behind those of its
     * superiors, {@code 甲总支/第一党支部}.
     */
    boolean means(String key, @Nullable OrganizationId id) {
        OrganizationState state = id == null ? null : present.get(id);
        if (id == null || state == null) {
            return false;
        }
        if (called(key, id, state)) {
            return true;
        }
        int step = key.lastIndexOf(STEP);
        return step > 0
                && called(key.substring(step + 1), id, state)
                && means(key.substring(0, step), state.superior());
    }

    private boolean called(String key, OrganizationId id, OrganizationState state) {
        return key.equals(standing(id).code())
                || key.equals(ChartText.key(state.name()))
                || (state.shortName() != null && key.equals(ChartText.key(state.shortName())));
    }
}
