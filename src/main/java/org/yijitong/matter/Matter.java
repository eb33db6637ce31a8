package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Post;

/**
 * A matter as it stands.
 *
 * @param versionId the version of its flow
 * @param revision how many changes there were after which a page read before no longer holds
 * @param state where it is
 * @param named the organization that the flow names, to which {@code posts} belong; null when nothing can be done
 * @param judges whether those have it, too, who judge for the named organization
 * @param owner who has it today; null when nothing can be done
 * @param vacant whether that is another one than the flow names, since nobody holds the post there
 * @param dueOn until when; null when nothing is due
 * @param provisional whether the deadline may still move, since the holidays of its year are not known
 * @param late how many steps were taken after their day
 */
public record Matter(
        MatterId matterId,
        UUID versionId,
        String flow,
        OrganizationId hostId,
        @Nullable String origin,
        String title,
        LocalDate begunOn,
        int revision,
        String state,
        boolean closed,
        LocalDate enteredOn,
        @Nullable LocalDate closedOn,
        @Nullable OrganizationId named,
        List<Post> posts,
        boolean judges,
        List<UUID> barred,
        @Nullable OrganizationId owner,
        boolean vacant,
        @Nullable LocalDate dueOn,
        boolean provisional,
        int reopened,
        int raised,
        int late,
        Known known) {
    public Matter {
        posts = List.copyOf(posts);
        barred = List.copyOf(barred);
    }

    /** One that is about to be begun. */
    static Matter fresh(MatterId id, FlowVersion version, OrganizationId host, Beginning beginning, LocalDate today) {
        return new Matter(
                id,
                version.versionId(),
                version.flow().head().id(),
                host,
                beginning.origin(),
                beginning.title(),
                today,
                0,
                "",
                false,
                today,
                null,
                null,
                List.of(),
                false,
                List.of(),
                null,
                false,
                null,
                false,
                0,
                0,
                0,
                Known.NOTHING);
    }

    /** Whether it is over and nothing is due any more. */
    public boolean settled() {
        return closed && dueOn == null;
    }

    /** Whether its day has passed. */
    public boolean overdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
