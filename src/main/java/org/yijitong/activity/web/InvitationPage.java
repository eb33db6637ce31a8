package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Invitation;
import org.yijitong.organization.Company;
import org.yijitong.shared.Invalid;

/**
 * What a guest is asked.
 *
 * @param places those within reach that may have taken part, by id
 * @param chosen the id of the one that is answered for; empty when none was found
 * @param company who belongs to it
 * @param absent who was marked as absent
 */
public record InvitationPage(
        String address,
        Invitation invitation,
        Map<String, String> places,
        String chosen,
        @Nullable Company company,
        List<String> absent,
        Map<String, Invalid.Fault> faults) {
    /** Everyone who would have been expected. */
    public List<Company.Attendee> expected() {
        return company == null ? List.of() : company.members();
    }
}
