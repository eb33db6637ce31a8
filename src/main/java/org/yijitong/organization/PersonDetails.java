package org.yijitong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.roster.Names;

/**
 * What is held on a person beside where they belong; the fields of the member collection form (党员信息采集表), no more.
 * Identity numbers are kept apart, see {@link IdentityNumbers}.
 *
 * @param joinedOn 入党日期
 * @param confirmedOn 转正日期
 */
public record PersonDetails(
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
        @Nullable String note) {

    /** Only a name. */
    public static PersonDetails named(String name) {
        return new PersonDetails(name, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    PersonDetails tidied() {
        return new PersonDetails(
                Names.tidy(name),
                sex,
                ethnicity,
                nativePlace,
                birthDate,
                joinedOn,
                confirmedOn,
                workStartedOn,
                education,
                phone,
                officePhone,
                jobTitle,
                note);
    }
}
