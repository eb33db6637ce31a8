package org.yijitong.access;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends every session and every open one-time code: after a restore, those that had ended since would count again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Lockdown {
    private final SessionStore sessions;
    private final AccountStore accounts;
    private final Clock clock;

    Lockdown(SessionStore sessions, AccountStore accounts, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Everybody signs in anew. */
    public void all() {
        sessions.removeAll();
        accounts.voidCodes(clock.instant());
    }
}
