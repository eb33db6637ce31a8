package org.yijitong.organization.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.Life;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.Person;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.Post;
import org.yijitong.organization.RosterRow;
import org.yijitong.organization.Sphere;

/**
 * One person as programs see them.
 *
 * @param identityNumber masked, always
 */
record PersonView(
        UUID id, PersonDetails details, @Nullable String identityNumber, List<StayView> stays, List<TenureView> posts) {

    /** A stretch of days at one place; without an end while it lasts. */
    record StayView(
            Sphere sphere,
            UUID organization,
            String organizationName,
            @Nullable UUID group,
            @Nullable String groupName,
            MemberKind kind,
            List<MemberState> states,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Leaving endedBy) {
        static StayView of(Life.Stay stay) {
            return new StayView(
                    stay.sphere(),
                    stay.organizationId().value(),
                    stay.organizationName(),
                    OrganizationView.id(stay.groupId()),
                    stay.groupName(),
                    stay.kind(),
                    stay.states(),
                    stay.validFrom(),
                    OrganizationView.end(stay.validTo()),
                    stay.endedBy());
        }
    }

    /** A stretch of days in a post. */
    record TenureView(
            UUID organization,
            String organizationName,
            Post post,
            boolean deputy,
            LocalDate from,
            @Nullable LocalDate to) {
        static TenureView of(Life.Tenure tenure) {
            return new TenureView(
                    tenure.organizationId().value(),
                    tenure.organizationName(),
                    tenure.post(),
                    tenure.deputy(),
                    tenure.validFrom(),
                    OrganizationView.end(tenure.validTo()));
        }
    }

    /** A line of a roster. */
    record Row(
            UUID id,
            String name,
            MemberKind kind,
            List<MemberState> states,
            UUID organization,
            String organizationName,
            @Nullable UUID group,
            @Nullable String groupName,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable String jobTitle,
            List<Post> posts) {
        static Row of(RosterRow row) {
            return new Row(
                    row.personId().value(),
                    row.name(),
                    row.kind(),
                    row.states(),
                    row.organizationId().value(),
                    row.organizationName(),
                    OrganizationView.id(row.groupId()),
                    row.groupName(),
                    row.joinedOn(),
                    row.confirmedOn(),
                    row.jobTitle(),
                    row.posts());
        }
    }

    /**
     * A page of a roster.
     *
     * @param next the address of the next page; null at the end
     */
    record RosterView(List<Row> people, @Nullable String next) {}

    static PersonView of(Person person, Life life, @Nullable String masked) {
        return new PersonView(
                person.id().value(),
                person.details(),
                masked,
                life.stays().stream().map(StayView::of).toList(),
                life.tenures().stream().map(TenureView::of).toList());
    }
}
