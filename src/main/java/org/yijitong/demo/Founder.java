package org.yijitong.demo;

import static org.yijitong.organization.OrganizationKind.DEPARTMENT;
import static org.yijitong.organization.OrganizationKind.DISCIPLINE_COMMITTEE;
import static org.yijitong.organization.OrganizationKind.GENERAL_BRANCH;
import static org.yijitong.organization.OrganizationKind.GROUP;
import static org.yijitong.organization.OrganizationKind.INSTITUTION;
import static org.yijitong.organization.OrganizationKind.OFFICE;
import static org.yijitong.organization.OrganizationKind.ORGAN_COMMITTEE;
import static org.yijitong.organization.OrganizationKind.TRADE_UNION;
import static org.yijitong.organization.OrganizationKind.WOMEN_COMMITTEE;
import static org.yijitong.organization.OrganizationKind.YOUTH_GROUP;
import static org.yijitong.organization.OrganizationKind.YOUTH_LEAGUE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.demo.World.BranchPlan;
import org.yijitong.demo.World.Correction;
import org.yijitong.demo.World.Former;
import org.yijitong.demo.World.Patterns;
import org.yijitong.demo.World.UnitPlan;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.Foundings.Founded;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;

/** Enters a unit's organizations on its first day with the product, level by level, as an officer would from a workbook. */
final class Founder {
    private final Site site;
    private final UnitPlan plan;
    private final Patterns patterns;
    private final List<String> keys = new ArrayList<>();
    private final List<Founded> level = new ArrayList<>();

    Founder(Site site) {
        this.site = site;
        this.plan = site.plan();
        this.patterns = site.world().patterns();
    }

    /** The top organization of a unit. */
    static OrganizationState top(World world, UnitPlan plan) {
        Patterns patterns = world.patterns();
        return new OrganizationState(
                plan.topName() == null ? patterns.top().formatted(plan.name()) : plan.topName(),
                plan.topShort() == null ? patterns.topShort().formatted(plan.name()) : plan.topShort(),
                plan.top(),
                null,
                0,
                null);
    }

    void found() {
        OrganizationId root = site.unit().rootId();
        add(Site.COMMITTEE, ORGAN_COMMITTEE, root, patterns.committee(), patterns.committeeShort());
        add(Site.DEPARTMENT, DEPARTMENT, root, patterns.department(), "%s");
        flush();
        bodies();
        plan.generals().forEach(this::general);
        offices();
        flush();
        plan.branches().forEach(this::branch);
        flush();
        plan.branches().forEach(this::groups);
        if (youthFounded().isBefore(beginning())) {
            youth();
        }
        flush();
    }

    /** Enters the youth study group; also later, when it is founded later. */
    void youth() {
        String name = patterns.youth().formatted(plan.youth().name());
        add(Site.YOUTH, state(name, null, YOUTH_GROUP, site.place(plan.youth().branch()), null), youthFounded());
    }

    LocalDate youthFounded() {
        return site.days().of(plan.youth().founded());
    }

    void flush() {
        if (level.isEmpty()) {
            return;
        }
        List<OrganizationId> ids = site.verbs().foundings().foundAll(site.scope(), level);
        for (int i = 0; i < ids.size(); i++) {
            site.places().put(keys.get(i), ids.get(i));
        }
        keys.clear();
        level.clear();
    }

    private void bodies() {
        OrganizationId committee = site.place(Site.COMMITTEE);
        add("discipline", DISCIPLINE_COMMITTEE, committee, patterns.discipline(), patterns.disciplineShort());
        add("union", TRADE_UNION, committee, patterns.union(), patterns.unionShort());
        add("league", YOUTH_LEAGUE, committee, patterns.league(), patterns.leagueShort());
        add("women", WOMEN_COMMITTEE, committee, patterns.women(), patterns.womenShort());
    }

    private void general(String name) {
        String full = patterns.general().formatted(plan.name(), name.replace(patterns.generalWord(), ""));
        add(name, state(full, name, GENERAL_BRANCH, site.place(Site.COMMITTEE), null), unitFounded());
    }

    private void offices() {
        OrganizationId department = site.place(Site.DEPARTMENT);
        plan.branches().stream()
                .flatMap(branch -> branch.offices().stream())
                .forEach(office -> add(office, state(office, null, OFFICE, department, null), unitFounded()));
        plan.institutions().forEach(name -> add(name, state(name, null, INSTITUTION, department, null), unitFounded()));
    }

    private void branch(BranchPlan branch) {
        Former former = branch.former();
        OrganizationState state = recorded(branch);
        add(
                branch.name(),
                former == null ? state : renamed(state, former.name()),
                site.days().of(branch.founded()));
    }

    /** Names of earlier years, entered on the first day too. */
    void earlierNames() {
        for (BranchPlan branch : plan.branches()) {
            Former former = branch.former();
            if (former != null) {
                OrganizationState now = right(branch);
                Because because = Because.on(site.days().of(former.until()));
                site.verbs()
                        .organizations()
                        .rename(site.scope(), site.place(branch.name()), now.name(), now.shortName(), because);
            }
        }
    }

    private OrganizationState renamed(OrganizationState state, String shortName) {
        return new OrganizationState(
                patterns.branchName(plan.name(), shortName),
                shortName,
                state.kind(),
                state.superior(),
                state.position(),
                state.approvalNumber());
    }

    /** As it was entered: sometimes with a mistake that was set right later. */
    private OrganizationState recorded(BranchPlan branch) {
        OrganizationState right = right(branch);
        return plan.corrections().stream()
                .filter(correction -> correction.branch().equals(branch.name()))
                .map(Correction::recorded)
                .map(wrong -> new OrganizationState(
                        right.name(), wrong, right.kind(), right.superior(), right.position(), right.approvalNumber()))
                .findFirst()
                .orElse(right);
    }

    /** As it truly is. */
    OrganizationState right(BranchPlan branch) {
        OrganizationId above = site.place(branch.under() == null ? Site.COMMITTEE : branch.under());
        int number = plan.branches().indexOf(branch) + 4;
        String approval = patterns.approvalNumber(plan.sign(), site.days().of(branch.founded()), number);
        String name = patterns.branchName(plan.name(), branch.name());
        return new OrganizationState(name, branch.name(), branch.kind(), above, number, approval);
    }

    private void groups(BranchPlan branch) {
        for (int number = 1; number <= branch.groups(); number++) {
            String ordinal = String.valueOf(patterns.ordinals().charAt(number - 1));
            OrganizationState group =
                    state(patterns.group().formatted(ordinal), null, GROUP, site.place(branch.name()), null);
            add(Site.groupKey(branch, number), group, site.days().of(branch.founded()));
        }
    }

    private void add(String key, OrganizationKind kind, OrganizationId above, String name, String shortName) {
        add(
                key,
                state(name.formatted(plan.name()), shortName.formatted(plan.name()), kind, above, null),
                unitFounded());
    }

    private OrganizationState state(
            String name,
            @Nullable String shortName,
            OrganizationKind kind,
            OrganizationId above,
            @Nullable String approval) {
        return new OrganizationState(name, shortName, kind, above, level.size(), approval);
    }

    private void add(String key, OrganizationState state, LocalDate on) {
        keys.add(key);
        level.add(new Founded(new Founding(null, state), new Because(on, null, state.approvalNumber())));
    }

    private LocalDate unitFounded() {
        return site.days().of(plan.founded());
    }

    private LocalDate beginning() {
        return site.days().of(site.world().beginning());
    }
}
