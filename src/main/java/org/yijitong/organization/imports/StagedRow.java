package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sex;

/** One person's row as understood, before it is compared with what is held. Columns of {@code import_rows}. */
record StagedRow(
        int line,
        int sheet,
        String sheetName,
        int rowNumber,
        PersonId newPersonId,
        List<String> given,
        @Nullable String name,
        @Nullable String namePinyin,
        Set<String> tokens,
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
        @Nullable String identityShown,
        @Nullable String identityHash,
        @Nullable String identitySealed,
        @Nullable String writtenBranch,
        @Nullable OrganizationId organizationId,
        @Nullable OrganizationId groupId,
        @Nullable MemberKind kind,
        Set<MemberState> states,
        boolean deceased,
        List<Fault> faults,
        List<Fault> notes,
        Verdict verdict) {}
