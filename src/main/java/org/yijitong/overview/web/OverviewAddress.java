package org.yijitong.overview.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Plan;
import org.yijitong.activity.PlanId;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.UnitId;

/** The addresses of these pages, and of those of other modules they lead to. */
public record OverviewAddress(UnitId unit) {
    private String unitPath() {
        return "/units/" + unit;
    }

    /** What an organization has to do. */
    public String duties(OrganizationId organization) {
        return organization(organization) + "/duties";
    }

    /** Its year. */
    public String year(OrganizationId organization) {
        return organization(organization) + "/year";
    }

    /** Why an obligation stands as it does. */
    public String why(UUID obligation) {
        return why(obligation.toString());
    }

    /** The same, by its identifier in text. */
    String why(String obligation) {
        return unitPath() + "/obligations/" + obligation;
    }

    /** The overview of the unit. */
    public String overview() {
        return unitPath() + "/overview";
    }

    /** The sums of the unit and those below it. */
    public String sums() {
        return unitPath() + "/sums";
    }

    /** Where an organization itself is shown. */
    public String organization(OrganizationId organization) {
        return unitPath() + "/organizations/" + organization;
    }

    /** What was recorded for an organization. */
    public String records(OrganizationId organization) {
        return organization(organization) + "/records";
    }

    /** One record. */
    public String record(UUID record) {
        return unitPath() + "/records/" + record;
    }

    /** What an organization plans. */
    public String plans(OrganizationId organization) {
        return organization(organization) + "/plans";
    }

    /** One planned meeting. */
    public String plan(PlanId plan) {
        return plan(plan.toString());
    }

    /** The same, by its identifier in text. */
    String plan(String plan) {
        return unitPath() + "/plans/" + plan;
    }

    /** What another organization asks about a joint activity. */
    String invitation(String invitation) {
        return unitPath() + "/invitations/" + invitation;
    }

    /** Another system that is told what happens. */
    String hook(String hook) {
        return unitPath() + "/hooks/" + hook;
    }

    /** The form in which a plan is written down. */
    public String recording(Plan plan) {
        return records(plan.organizationId()) + "/new?plan=" + plan.planId();
    }

    /** Where past months are caught up on. */
    public String arrears(OrganizationId organization) {
        return organization(organization) + "/arrears";
    }

    /** The form in which what a duty asks for is planned. */
    public Optional<String> planning(OrganizationId organization, Duty duty) {
        return kind(duty).map(kind -> plans(organization) + "/new?kind=" + kind);
    }

    /** The form for a new record, with the kind already chosen. */
    public String recording(OrganizationId organization, @Nullable String kind) {
        return records(organization) + "/new" + (kind == null ? "" : "?kind=" + kind);
    }

    /** The form for what a duty asks for. */
    public String recording(OrganizationId organization, Duty duty) {
        return recording(organization, kind(duty).orElse(null));
    }

    /** The kind of activity that a duty names first. */
    static Optional<String> kind(Duty duty) {
        return duty.counts().stream()
                .filter(condition -> condition.field().name().equals("kinds"))
                .map(condition -> condition.values().getFirst())
                .findFirst();
    }
}
