package org.yijitong.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.NotFound;

/** When, from where and with what somebody signed in, or somebody else tried to: shown to the holder of the account. */
@Component
public class SignIns {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    private static final int LAST = 1_000;

    private final AttemptStore store;

    SignIns(AttemptStore store) {
        this.store = store;
    }

    /**
     * One attempt.
     *
     * @param outcome {@code succeeded}, {@code failed}, {@code forgiven} (wrong, and a right one followed), {@code held}
     *     (not looked at after too many wrong ones), {@code open}
     * @param way by password, or by an identity outside
     * @param device browser and system, or nothing where they are not known
     * @param address where it came from, as it was seen
     */
    public record Attempt(Instant attemptedAt, String outcome, Session.Way way, String device, String address) {
        /** Only as much of the address as tells one's own network from another. */
        public String shortAddress() {
            int dot = address.indexOf('.', address.indexOf('.') + 1);
            int colon = address.indexOf(':', address.indexOf(':') + 1);
            int end = dot > 0 ? dot : colon;
            return end > 0 ? address.substring(0, end + 1) + "…" : address;
        }
    }

    /**
     * The attempts with the name of an account, the latest first, one more than {@link #PAGE} where there are more.
     *
     * @param page from 0
     * @throws NotFound if nobody can turn to such a page
     */
    @Transactional(readOnly = true)
    public List<Attempt> of(UUID account, int page) {
        if (page < 0 || page > LAST) {
            throw new NotFound();
        }
        return store.of(account, page * PAGE, PAGE + 1);
    }
}
