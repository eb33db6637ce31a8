package org.yijitong.access;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends every session and every open one-time code, and cuts every tie to an identity outside: after a restore, those that had
 * ended since the backup would count again. A tie that slept until its account signs in would not do: the holder signs in
 * with the password, and wakes the tie that was cut because the identity is in other hands.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Lockdown {
    private final SessionStore sessions;
    private final AccountStore accounts;
    private final IdentityTieStore ties;
    private final Clock clock;

    Lockdown(SessionStore sessions, AccountStore accounts, IdentityTieStore ties, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.ties = ties;
        this.clock = clock;
    }

    /**
     * Everybody signs in anew, by password.
     *
     * @return how many ties were cut
     */
    public int all() {
        sessions.removeAll();
        accounts.voidCodes(clock.instant());
        return ties.removeAll();
    }
}
