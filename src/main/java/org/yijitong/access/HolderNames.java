package org.yijitong.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.AccountNames;

/** What the holders of accounts are called, for the histories of other modules. */
@Component
class HolderNames implements AccountNames {
    private final AccountStore store;

    HolderNames(AccountStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> accounts) {
        return store.names(accounts).stream()
                .collect(Collectors.toMap(AccountStore.Named::accountId, AccountStore.Named::displayName));
    }
}
