package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a person has belonged and which posts the person has held, as held now; the latest first. */
public record Life(List<Stay> stays, List<Tenure> tenures) {
    /**
     * A stretch of days at one place, as one kind of member.
     *
     * @param organizationName what it was called at the end of the stay
     * @param validTo exclusive; {@link org.yijitong.shared.Days#FOREVER} when open
     * @param endedBy why it ended, when somebody said so
     */
    public record Stay(
            Sphere sphere,
            OrganizationId organizationId,
            String organizationName,
            @Nullable OrganizationId groupId,
            @Nullable String groupName,
            MemberKind kind,
            List<MemberState> states,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable Leaving endedBy) {}

    /**
     * A stretch of days in a post.
     *
     * @param deputy stood in for the holder
     * @param validTo exclusive
     * @param dueOn the end of the term, when there is one
     */
    public record Tenure(
            OrganizationId organizationId,
            String organizationName,
            Post post,
            boolean deputy,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable LocalDate dueOn) {}

    /** Where the person belongs on a day in a sphere. */
    public Optional<Stay> at(Sphere sphere, LocalDate day) {
        return stays.stream()
                .filter(stay -> stay.sphere() == sphere)
                .filter(stay -> !day.isBefore(stay.validFrom()) && day.isBefore(stay.validTo()))
                .findFirst();
    }

    /** The last place in the Party sphere, whether or not it has ended. */
    public Optional<Stay> last() {
        return stays.stream().filter(stay -> stay.sphere() == Sphere.PARTY).findFirst();
    }

    /** Posts held on a day. */
    public List<Tenure> posts(LocalDate day) {
        return tenures.stream()
                .filter(tenure -> !day.isBefore(tenure.validFrom()) && day.isBefore(tenure.validTo()))
                .toList();
    }
}
