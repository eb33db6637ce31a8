package org.yijitong.organization.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PlaceToBe;

/** What programs send about people. Everything may be missing; {@link Given} says what must not. */
final class PersonRequests {
    private PersonRequests() {}

    /**
     * A branch, a Party group in it, and as what kind of member one belongs there.
     *
     * @param organization the branch
     */
    record BelongingRequest(
            @Nullable UUID organization,
            @Nullable UUID group,
            @Nullable MemberKind kind,
            @Nullable List<MemberState> states) {

        /** @param places where people within reach can belong */
        Belonging read(Given given, List<PlaceToBe> places) {
            MemberKind as = given.value("kind", kind, MemberKind.FULL);
            UUID place = group == null ? organization : group;
            List<MemberState> also = states == null
                    ? List.of()
                    : states.stream().filter(Objects::nonNull).distinct().toList();
            return places.stream()
                    .filter(each -> each.id().value().equals(place)
                            && each.branch().value().equals(organization))
                    .findFirst()
                    .map(each -> each.as(as, also))
                    .orElseGet(() -> nowhere(given, as));
        }

        private static Belonging nowhere(Given given, MemberKind as) {
            given.fault("organization", "api.invalid.place");
            return new Belonging(new OrganizationId(OrganizationRequests.NOBODY), null, as, List.of());
        }
    }

    /** A person to be added and from when they belong where. */
    record NewcomerRequest(
            @Nullable PersonDetails details,
            @Nullable BelongingRequest belonging,
            @Nullable LocalDate from) {}

    /** Everything that is held on a person from now on, and why. */
    record AmendmentRequest(
            @Nullable PersonDetails details, @Nullable String reason) {}

    /** 转接. */
    record TransferRequest(
            @Nullable BelongingRequest belonging,
            @Nullable LocalDate on,
            @Nullable String reason) {}

    /** 离开. */
    record LeavingRequest(
            @Nullable Leaving why,
            @Nullable LocalDate on,
            @Nullable String reason) {}

    /** Two entries of one person; this one goes. */
    record MergerRequest(@Nullable UUID into, @Nullable String reason) {}

    static PersonDetails read(Given given, @Nullable PersonDetails sent, LocalDate today) {
        PersonDetails details = given.value("details", sent, PersonDetails.named("-"));
        PersonDetails read = new PersonDetails(
                given.text("name", details.name(), 60),
                details.sex(),
                given.optional("ethnicity", details.ethnicity(), 20),
                given.optional("nativePlace", details.nativePlace(), 60),
                given.optionalDay("birthDate", details.birthDate(), today),
                given.optionalDay("joinedOn", details.joinedOn(), today),
                given.optionalDay("confirmedOn", details.confirmedOn(), today),
                given.optionalDay("workStartedOn", details.workStartedOn(), today),
                given.optional("education", details.education(), 40),
                given.optional("phone", details.phone(), 40),
                given.optional("officePhone", details.officePhone(), 40),
                given.optional("jobTitle", details.jobTitle(), 80),
                given.optional("note", details.note(), 500));
        order(given, "confirmedOn", read.joinedOn(), read.confirmedOn());
        order(given, "joinedOn", read.birthDate(), read.joinedOn());
        return read;
    }

    private static void order(Given given, String field, @Nullable LocalDate first, @Nullable LocalDate second) {
        if (first != null && second != null && second.isBefore(first)) {
            given.fault(field, "api.invalid.before", first);
        }
    }
}
