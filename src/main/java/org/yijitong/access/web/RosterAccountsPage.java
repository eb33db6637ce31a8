package org.yijitong.access.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yijitong.organization.RosterRow;
import org.yijitong.shared.Invalid;

/**
 * Opening accounts from the roster of a branch.
 *
 * @param organization the branch, or an id that is none while none is chosen
 * @param choices what may be given
 * @param people of the branch who have no account yet
 * @param role the role that was chosen
 */
public record RosterAccountsPage(
        UUID organization,
        PostChoices.Choices choices,
        List<RosterRow> people,
        String role,
        Map<String, Invalid.Fault> faults) {
    /** Whether a branch has been chosen. */
    public boolean chosen() {
        return choices.organizations().containsKey(organization.toString());
    }
}
