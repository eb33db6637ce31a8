package org.yijitong.activity.web;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.activity.Plan;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Page;

/**
 * What an organization plans.
 *
 * @param plans its own and those of its groups: of the last three months, still open ones of any day, and all to come
 */
public record PlansPage(
        RecordAddress at,
        OrganizationId organization,
        String name,
        LocalDate today,
        List<Plan> plans,
        boolean mayWrite) {
    /** The finding: what nobody wrote down yet, else what is to come. */
    public String title(Page page) {
        if (!unrecorded().isEmpty()) {
            return page.t("activity.plans.title.unrecorded", name, unrecorded().size());
        }
        return page.t(coming().isEmpty() ? "activity.plans.title.none" : "activity.plans.title", name, coming().size());
    }

    /** Those to come. */
    public List<Plan> coming() {
        return plans.stream()
                .filter(plan -> plan.open() && !plan.unrecorded(today))
                .toList();
    }

    /** Those whose day is past and that nobody wrote down. */
    public List<Plan> unrecorded() {
        return plans.stream().filter(plan -> plan.unrecorded(today)).toList();
    }

    /** Those that were held or cancelled, the latest first. */
    public List<Plan> closed() {
        return plans.stream().filter(plan -> !plan.open()).toList().reversed();
    }
}
