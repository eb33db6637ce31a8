package org.yijitong.activity.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Plan;
import org.yijitong.organization.Company.Attendee;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * One planned meeting.
 *
 * @param series those planned together with it
 * @param steps how it changed, the latest first
 * @param actors the names of those who changed it
 * @param leaves who asked for leave; of others for those only who may plan
 * @param expected who may ask for leave
 * @param self the reader, if one of those expected
 * @param form what was typed into a form of the page
 * @param mayWrite whether it may be changed
 */
public record PlanPage(
        RecordAddress at,
        Plan plan,
        LocalDate today,
        List<Plan> series,
        List<Plan.Step> steps,
        Map<UUID, String> actors,
        List<Plan.Leave> leaves,
        List<Attendee> expected,
        Optional<Attendee> self,
        RecordForm form,
        Map<String, Invalid.Fault> faults,
        boolean mayWrite) {
    public String address() {
        return at.plan(plan.planId());
    }

    /** Whether it may be changed now. */
    public boolean changeable() {
        return mayWrite && plan.open();
    }

    /** Whether the reader may ask for leave without being one who writes it down for others. */
    public boolean mayLeave() {
        return !mayWrite && plan.open() && self.isPresent();
    }

    /** The reader's own leave. */
    public Optional<Plan.Leave> ownLeave() {
        return self.flatMap(person -> leaves.stream()
                .filter(leave -> leave.personId().equals(person.id()))
                .findFirst());
    }

    /** Whether its day has come, so that it may be written down. */
    public boolean recordable() {
        return changeable() && !plan.heldOn().isAfter(today);
    }

    /** Where it is written down. */
    public String recording() {
        return at.of(plan.organizationId(), "new") + "?plan=" + plan.planId();
    }

    /** The other days of its series. */
    public List<Plan> others() {
        return series.stream()
                .filter(each -> !each.planId().equals(plan.planId()))
                .toList();
    }

    public String actor(UUID account) {
        return actors.getOrDefault(account, "");
    }

    /** Those expected, by id, with who already asked for leave left out. */
    public Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        expected.stream()
                .filter(person ->
                        leaves.stream().noneMatch(leave -> leave.personId().equals(person.id())))
                .forEach(person -> people.put(person.id().toString(), person.name()));
        return people;
    }

    public Map<String, String> causes(Page page) {
        Map<String, String> causes = new LinkedHashMap<>();
        for (Draft.Cause cause : Draft.Cause.values()) {
            causes.put(cause.name(), page.t("activity.cause." + cause.name()));
        }
        return causes;
    }
}
