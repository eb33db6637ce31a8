package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import org.yijitong.activity.ActivityKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Invalid;

/** The form in which a meeting is planned. */
public record PlanFormPage(
        RecordAddress at,
        OrganizationId organization,
        String name,
        OrganizationKind kind,
        RecordForm form,
        Map<String, Invalid.Fault> faults) {
    public List<ActivityKind> first() {
        return KindChoices.first(kind);
    }

    public List<ActivityKind> more() {
        return KindChoices.more(kind);
    }

    /** Whether a kind that is folded away was chosen. */
    public boolean moreChosen() {
        return more().stream().anyMatch(each -> form.has("kinds", each.word()));
    }
}
