package org.yijitong.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its unit's administrator sees it.
 *
 * @param name what its holder types
 * @param displayName the person's name as shown
 * @param disabledAt since when it is suspended, or null
 * @param fresh whether no password has been chosen yet
 * @param factor whether it signs in by two steps
 * @param connectedAt since when it is tied to an identity outside, or null
 * @param roles the roles in force in this unit
 */
public record Account(
        UUID accountId,
        String name,
        String displayName,
        @Nullable Instant disabledAt,
        boolean fresh,
        boolean factor,
        @Nullable Instant connectedAt,
        List<String> roles) {}
