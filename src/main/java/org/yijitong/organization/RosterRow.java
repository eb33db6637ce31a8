package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person as a roster shows them. */
public record RosterRow(
        PersonId personId,
        String name,
        String namePinyin,
        MemberKind kind,
        List<MemberState> states,
        OrganizationId organizationId,
        String organizationName,
        @Nullable OrganizationId groupId,
        @Nullable String groupName,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate confirmedOn,
        @Nullable String jobTitle,
        List<Post> posts) {

    /** Where the next page begins, as one opaque text. */
    public String key() {
        return namePinyin + "~" + personId.value();
    }
}
