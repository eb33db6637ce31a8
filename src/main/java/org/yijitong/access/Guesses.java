package org.yijitong.access;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * What someone who is known already may try to guess: the account's codes, its current password. Five wrong ones within
 * the window of {@link Throttle}, from wherever they come; a stranger cannot spend them, for want of the password or the
 * session. Not to be called within a transaction, whose end could take the count back.
 */
@Component
class Guesses {
    private final Throttle throttle;

    Guesses(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * Looks whether a guess is right, and counts it if not.
     *
     * @param what is guessed at, such as {@code code}
     * @throws TooMany if there were too many wrong ones; this one is then not looked at
     */
    boolean right(String what, UUID account, BooleanSupplier look) {
        String whose = what + " " + account;
        byte[] hash = new Secret(whose).hash();
        UUID attempt = throttle.open(hash, whose, "");
        boolean right = look.getAsBoolean();
        if (right) {
            throttle.succeeded(attempt, hash, whose);
        } else {
            throttle.failed(attempt);
        }
        return right;
    }
}
