package org.yijitong.access.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.access.Account;

/**
 * An account.
 *
 * @param name what its holder types
 * @param awaitsPassword whether no password has been chosen yet
 * @param secondStep whether it signs in by two steps
 * @param suspendedAt null while it is in use
 * @param identitySince since when it is tied to an identity outside, or null
 * @param roles in force in the unit today
 */
record AccountView(
        UUID id,
        String name,
        String displayName,
        boolean awaitsPassword,
        boolean secondStep,
        @Nullable Instant suspendedAt,
        @Nullable Instant identitySince,
        List<String> roles) {
    static AccountView of(Account account) {
        return new AccountView(
                account.accountId(),
                account.name(),
                account.displayName(),
                account.fresh(),
                account.factor(),
                account.disabledAt(),
                account.connectedAt(),
                account.roles());
    }
}
