package org.yijitong.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.People.Newcomer;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sphere;

/** One person of the world while it is being made: what is held now, and the id once there is one. */
final class Figure {
    PersonDetails details;
    Belonging belonging;
    final String number;
    final LocalDate from;
    final @Nullable OrganizationId office;
    int revision = 1;
    private @Nullable PersonId id;

    Figure(PersonDetails details, String number, Belonging belonging, LocalDate from, @Nullable OrganizationId office) {
        this.details = details;
        this.number = number;
        this.belonging = belonging;
        this.from = from;
        this.office = office;
    }

    PersonId id() {
        return Objects.requireNonNull(id, "not added yet");
    }

    void added(PersonId person) {
        id = person;
    }

    Newcomer newcomer() {
        return new Newcomer(details, Sphere.PARTY, belonging, from);
    }

    Belonging as(MemberKind kind, List<MemberState> states) {
        return new Belonging(belonging.organization(), belonging.group(), kind, states);
    }

    boolean is(MemberKind kind) {
        return belonging.kind() == kind;
    }

    PersonDetails joined(@Nullable LocalDate joinedOn, @Nullable LocalDate confirmedOn) {
        return changed(joinedOn, confirmedOn, details.note());
    }

    PersonDetails noted(String note) {
        return changed(details.joinedOn(), details.confirmedOn(), note);
    }

    private PersonDetails changed(
            @Nullable LocalDate joinedOn, @Nullable LocalDate confirmedOn, @Nullable String note) {
        return new PersonDetails(
                details.name(),
                details.sex(),
                details.ethnicity(),
                details.nativePlace(),
                details.birthDate(),
                joinedOn,
                confirmedOn,
                details.workStartedOn(),
                details.education(),
                details.phone(),
                details.officePhone(),
                details.jobTitle(),
                note);
    }
}
