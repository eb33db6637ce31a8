package org.yijitong.organization.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sex;

/**
 * One person's row as understood, before it is compared with what is held. Its parts, written flat, are the columns of
 * {@code import_rows}.
 */
record StagedRow(
        @JsonUnwrapped Place place,
        PersonId newPersonId,
        List<String> given,
        @JsonUnwrapped Named named,
        @JsonUnwrapped Dated dated,
        @JsonUnwrapped Told told,
        @JsonUnwrapped Numbered numbered,
        @JsonUnwrapped Placed placed,
        List<Fault> faults,
        List<Fault> notes,
        Verdict verdict) {

    /** Where it stands in the file; {@code line} counts people over all sheets. */
    record Place(int line, int sheet, String sheetName, int rowNumber) {}

    /** The name, how it is sorted, what it is found by. */
    record Named(@Nullable String name, @Nullable String namePinyin, Set<String> tokens) {}

    /** The days of a life in the Party. */
    record Dated(
            @Nullable Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate workStartedOn) {}

    /** Texts that stand for themselves. */
    record Told(
            @Nullable String ethnicity,
            @Nullable String nativePlace,
            @Nullable String education,
            @Nullable String phone,
            @Nullable String officePhone,
            @Nullable String jobTitle,
            @Nullable String note) {}

    /** The identity number: masked, hashed, and sealed; the last two in hexadecimal. */
    record Numbered(
            @Nullable String identityShown,
            @Nullable String identityHash,
            @Nullable String identitySealed) {
        static final Numbered NONE = new Numbered(null, null, null);
    }

    /** Where the person belongs and as what. */
    record Placed(
            @Nullable String writtenBranch,
            @Nullable OrganizationId organizationId,
            @Nullable OrganizationId groupId,
            @Nullable MemberKind kind,
            Set<MemberState> states,
            boolean deceased) {}
}
