package org.yijitong.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Days;

/** Which posts an account holds today. */
@Component
public class Grants {
    private final GrantStore store;
    private final Days days;

    Grants(GrantStore store, Days days) {
        this.store = store;
        this.days = days;
    }

    /** The posts in force today: those in the unit that looks after the account first, then the oldest. */
    @Transactional(readOnly = true)
    public List<HeldGrant> of(UUID account) {
        return store.list(account, days.today());
    }

    /** All posts that some accounts have or had, the latest first: as what somebody did something. */
    @Transactional(readOnly = true)
    public List<PastPost> history(Collection<UUID> accounts) {
        return store.history(accounts);
    }
}
