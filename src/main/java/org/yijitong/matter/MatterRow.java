package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Post;
import tools.jackson.databind.json.JsonMapper;

/**
 * A matter as it is stored, with what is asked about whoever looks at it.
 *
 * @param known as JSON
 * @param within whether the scope reaches whoever has it
 * @param self the person who asks, if they stand in the roster
 * @param parts whether parts of it are open that it waits for
 * @param joined whether others were merged into it
 * @param concerned whether it is about the person who asks, by whichever of their entries that were joined
 * @param holds whether the person who asks holds the post that has it
 */
record MatterRow(
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
        @Nullable OrganizationId namedId,
        List<Post> posts,
        boolean judges,
        List<UUID> barred,
        @Nullable OrganizationId ownerId,
        boolean vacant,
        @Nullable LocalDate dueOn,
        boolean provisional,
        int reopened,
        int raised,
        int late,
        String known,
        boolean within,
        @Nullable UUID self,
        boolean holds,
        boolean parts,
        boolean joined,
        boolean concerned) {

    Matter matter(JsonMapper json) {
        return new Matter(
                matterId,
                versionId,
                flow,
                hostId,
                origin,
                title,
                begunOn,
                revision,
                state,
                closed,
                enteredOn,
                closedOn,
                namedId,
                posts,
                judges,
                barred,
                ownerId,
                vacant,
                dueOn,
                provisional,
                reopened,
                raised,
                late,
                json.readValue(known, Known.class));
    }
}
