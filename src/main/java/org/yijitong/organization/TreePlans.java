package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.OrganizationStore.Version;
import org.yijitong.organization.TreePlan.Altered;
import org.yijitong.organization.TreePlan.Founded;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/**
 * Changing many organizations of a unit's trees at once: all of it or nothing, in a number of statements that does not
 * grow with theirs.
 */
@Component
@Transactional
public class TreePlans {
    private final TreeChange tree;
    private final OrganizationStore store;
    private final TreePlanStore plans;
    private final Audit audit;

    public TreePlans(TreeChange tree, OrganizationStore store, TreePlanStore plans, Audit audit) {
        this.tree = tree;
        this.store = store;
        this.plans = plans;
        this.audit = audit;
    }

    /** An organization over all its days, as known now. */
    public record Standing(@Nullable String code, Timeline<OrganizationState> life) {}

    /** Every organization the scope reaches, of both trees, those that have ended too. */
    @Transactional(readOnly = true)
    public Map<OrganizationId, Standing> standing(Scope scope) {
        Map<OrganizationId, List<TreePlanStore.Line>> lines = new LinkedHashMap<>();
        plans.everything(scope)
                .forEach(line -> lines.computeIfAbsent(line.organizationId(), _ -> new ArrayList<>())
                        .add(line));
        Map<OrganizationId, Standing> standing = new LinkedHashMap<>();
        lines.forEach((id, some) -> standing.put(
                id,
                new Standing(
                        some.getFirst().code(),
                        new Timeline<>(
                                some.stream().map(TreePlanStore.Line::segment).toList()))));
        return standing;
    }

    /** Takes the unit's trees until the transaction ends: what is read then stays so, and can be planned upon. */
    public void hold(Scope scope) {
        tree.begin(scope, List.of());
    }

    /**
     * Does what a plan says. Each organization's history tells of it.
     *
     * @throws Invalid when a code is taken
     * @throws Refused when a superior does not exist on all days, stands in the other tree, or stands below
     */
    public void carryOut(Scope scope, TreePlan plan) {
        UnitId unit = scope.unit();
        Instant recorded = tree.begin(scope, plan.touched());
        requireFree(unit, plan.codes());
        Map<OrganizationId, List<Version>> held =
                store.versions(unit, plan.altered().stream().map(Altered::id).toList());
        Map<OrganizationId, Timeline<OrganizationState>> before = timelines(held);
        Map<OrganizationId, Timeline<OrganizationState>> after = wanted(plan, before);
        Map<OrganizationId, Timeline<OrganizationState>> known = new HashMap<>(tree.timelines(unit, plan.superiors()));
        known.putAll(after);
        requireUnder(plan, known);
        found(unit, plan);
        giveCodes(unit, plan);
        tree.saveAll(unit, held, after, recorded);
        tree.noteAll(scope, new PlanNotes(plan, before, known).notes(), recorded);
        audit.record(
                scope,
                "organizations.imported",
                "import",
                plan.source(),
                Map.of(
                        "founded",
                        plan.founded().size(),
                        "altered",
                        plan.altered().size()));
        tree.finish(unit, recorded);
        if (plans.circular(unit)) {
            throw new Refused("organization.refused.cycle");
        }
    }

    private static Map<OrganizationId, Timeline<OrganizationState>> timelines(Map<OrganizationId, List<Version>> held) {
        Map<OrganizationId, Timeline<OrganizationState>> timelines = new HashMap<>();
        held.forEach((id, versions) -> timelines.put(
                id, new Timeline<>(versions.stream().map(Version::segment).toList())));
        return timelines;
    }

    private static Map<OrganizationId, Timeline<OrganizationState>> wanted(
            TreePlan plan, Map<OrganizationId, Timeline<OrganizationState>> before) {
        Map<OrganizationId, Timeline<OrganizationState>> wanted = new LinkedHashMap<>();
        for (Founded each : plan.founded()) {
            wanted.put(each.id(), Timeline.<OrganizationState>empty().put(each.from(), Days.FOREVER, each.state()));
        }
        for (Altered each : plan.altered()) {
            Timeline<OrganizationState> life = before.getOrDefault(each.id(), Timeline.empty());
            Organizations.requireSameTree(
                    TreeChange.present(life, plan.on()).kind(), each.state().kind());
            wanted.put(each.id(), altered(life, plan.on(), each.state()));
        }
        return wanted;
    }

    /** A life in which, from a day on, something is as said; what was going to change later still does. */
    public static Timeline<OrganizationState> altered(
            Timeline<OrganizationState> life, LocalDate on, OrganizationState wanted) {
        return life.change(
                        on,
                        state -> java.util.Arrays.asList(state.name(), state.shortName()),
                        state -> state.named(wanted.name(), wanted.shortName()))
                .change(on, OrganizationState::superior, state -> under(state, wanted.superior()))
                .change(
                        on,
                        state -> java.util.Arrays.asList(state.kind(), state.position(), state.approvalNumber()),
                        state -> state.amended(wanted.kind(), wanted.position(), wanted.approvalNumber()));
    }

    private static OrganizationState under(OrganizationState state, @Nullable OrganizationId superior) {
        return superior == null ? state : state.under(superior);
    }

    private static void requireUnder(TreePlan plan, Map<OrganizationId, Timeline<OrganizationState>> known) {
        plan.founded().forEach(each -> requireUnder(each.state(), each.from(), known));
        plan.altered().forEach(each -> requireUnder(each.state(), plan.on(), known));
    }

    private static void requireUnder(
            OrganizationState state, LocalDate on, Map<OrganizationId, Timeline<OrganizationState>> known) {
        if (state.superior() != null) {
            Organizations.requireUnder(
                    state.kind(), TreeChange.present(known.getOrDefault(state.superior(), Timeline.empty()), on));
        }
    }

    private void found(UnitId unit, TreePlan plan) {
        store.found(
                unit,
                plan.founded().stream()
                        .map(each -> new OrganizationStore.Identity(
                                each.id(), each.state().kind().tree(), each.code()))
                        .toList());
    }

    private void requireFree(UnitId unit, List<String> codes) {
        List<String> taken = store.codesTaken(unit, codes);
        if (!taken.isEmpty()) {
            throw new Invalid("code", "organization.invalid.codeTaken", taken.getFirst());
        }
    }

    private void giveCodes(UnitId unit, TreePlan plan) {
        List<TreePlanStore.Given> given = new ArrayList<>();
        for (Altered each : plan.altered()) {
            if (each.code() != null) {
                given.add(new TreePlanStore.Given(each.id(), each.code()));
            }
        }
        if (plans.giveCodes(unit, given) != given.size()) {
            throw new Refused("organization.refused.codeGiven");
        }
    }
}
