package org.yijitong.access;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Invalid;

/** Stores and compares passwords with Argon2id: 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). */
@Component
class Passwords {
    private static final int LONGEST = 128;
    private static final int SHORTEST = 10;
    /** Half of the processors: whoever reads a page meanwhile is answered as ever. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    /** A password takes a tenth of a second: nobody waits in line much longer than one. */
    static final int IN_LINE = 12 * AT_ONCE;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final Semaphore line = new Semaphore(IN_LINE);
    private final CommonPasswords common = new CommonPasswords();
    /** Made beside the rest of the start, which would wait for it a tenth of a second otherwise. */
    private final CompletableFuture<String> nobody =
            CompletableFuture.supplyAsync(() -> argon2.encode(Secret.token().text()));

    /**
     * A sign-in, unless too many are under way: the password has not been looked at then.
     *
     * @throws Busy if whoever comes has to come back
     */
    <T> T inLine(Supplier<T> signIn) {
        if (!line.tryAcquire()) {
            throw new Busy();
        }
        try {
            return signIn.get();
        } finally {
            line.release();
        }
    }

    String hash(String password) {
        permits.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            permits.release();
        }
    }

    /** Compares; against nobody's hash when there is none, so that an unknown name costs the same time. */
    boolean matches(String password, @Nullable String hash) {
        String typed = password.length() > LONGEST ? "" : password;
        permits.acquireUninterruptibly();
        try {
            return argon2.matches(typed, hash == null ? nobody.join() : hash) && hash != null;
        } finally {
            permits.release();
        }
    }

    /**
     * Refuses what is guessed first, as the most common passwords are; asks for no mixture of signs (OWASP ASVS 5.0, 6.2).
     *
     * @throws Invalid on the field {@code password}
     */
    void check(String password, String accountName) {
        if (password.length() < SHORTEST) {
            throw new Invalid("password", "access.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new Invalid("password", "access.password.long", LONGEST);
        }
        if (password.chars().allMatch(Character::isDigit)) {
            throw new Invalid("password", "access.password.digits");
        }
        if (password.chars().distinct().count() < 5) {
            throw new Invalid("password", "access.password.repeated");
        }
        if (password.toLowerCase(Locale.ROOT).contains(accountName.toLowerCase(Locale.ROOT))) {
            throw new Invalid("password", "access.password.name");
        }
        if (common.hold(password)) {
            throw new Invalid("password", "access.password.common");
        }
    }
}
