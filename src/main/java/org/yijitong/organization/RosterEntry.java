package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person with everything that a roster workbook holds, except the identity number.
 *
 * @param organizationName the branch by its full name
 */
public record RosterEntry(
        PersonId personId,
        String name,
        @Nullable Sex sex,
        @Nullable String ethnicity,
        @Nullable String nativePlace,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate workStartedOn,
        @Nullable String education,
        @Nullable String phone,
        @Nullable String officePhone,
        @Nullable String jobTitle,
        @Nullable String note,
        MemberKind kind,
        List<MemberState> states,
        String organizationName,
        @Nullable String groupName,
        List<Post> posts) {}
