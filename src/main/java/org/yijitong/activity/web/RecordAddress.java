package org.yijitong.activity.web;

import java.util.UUID;
import org.yijitong.activity.PlanId;
import org.yijitong.activity.RecordId;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Ids;
import org.yijitong.shared.UnitId;

/** The addresses of the pages of records in one unit. */
public record RecordAddress(UnitId unit) {
    /** The records an organization took part in; with {@code below} a page under it. */
    public String of(OrganizationId organization, String... below) {
        return "/units/" + unit + "/organizations/" + organization + "/records" + tail(below);
    }

    /** One record, or a page under it. */
    public String record(RecordId record, String... below) {
        return "/units/" + unit + "/records/" + record + tail(below);
    }

    /** What an organization plans, or a page under it. */
    public String plans(OrganizationId organization, String... below) {
        return "/units/" + unit + "/organizations/" + organization + "/plans" + tail(below);
    }

    /** One planned meeting, or a page under it. */
    public String plan(PlanId plan, String... below) {
        return "/units/" + unit + "/plans/" + plan + tail(below);
    }

    /** Where past months are caught up on. */
    public String arrears(OrganizationId organization) {
        return "/units/" + unit + "/organizations/" + organization + "/arrears";
    }

    /** Where ledgers of past years are brought in. */
    public String ledgers(OrganizationId organization) {
        return "/units/" + unit + "/organizations/" + organization + "/ledgers";
    }

    /** The ledgers that were brought in, or one of them. */
    public String imported(Object... ledger) {
        return "/units/" + unit + "/ledger-imports" + (ledger.length == 0 ? "" : "/" + ledger[0]);
    }

    /** What a guest is asked, or a page under it. */
    public String invitation(UUID invitation, String... below) {
        return "/units/" + unit + "/invitations/" + invitation + tail(below);
    }

    private static String tail(String... below) {
        return below.length == 0 ? "" : "/" + String.join("/", below);
    }

    static OrganizationId organizationId(String written) {
        return new OrganizationId(Ids.inAddress(written));
    }

    static PlanId planId(String written) {
        return new PlanId(Ids.inAddress(written));
    }

    static RecordId recordId(String written) {
        return new RecordId(Ids.inAddress(written));
    }
}
