package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way out to the identity provider and back, as the browser that goes it carries it, sealed.
 *
 * @param state ties the answer to this browser
 * @param nonce ties the token to this way (OpenID Connect Core 1.0, 3.1.2.1)
 * @param verifier proves that whoever brings the code began the way (PKCE, RFC 7636)
 * @param redirect the address of ours where it comes back
 * @param to the page to go on to
 * @param who that connects it, or null to sign in
 * @param until when it has to be over
 */
record Detour(
        String state,
        String nonce,
        String verifier,
        String redirect,
        String to,
        @Nullable Who who,
        Instant until) {
    /** How long a way may take. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int FIELDS = 8;

    /** Who is connecting: the answer counts in this session only. */
    record Who(UUID account, UUID session) {}

    /** How long ago it began. */
    Duration since(Instant now) {
        return Duration.between(until.minus(LONGEST), now);
    }

    byte[] bytes() {
        return String.join(
                        "\n",
                        state,
                        nonce,
                        verifier,
                        redirect,
                        to,
                        who == null ? "" : who.account().toString(),
                        who == null ? "" : who.session().toString(),
                        until.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #bytes} wrote; no field holds a line break. */
    static Detour of(byte[] bytes) {
        String[] fields = new String(bytes, StandardCharsets.UTF_8).split("\n", FIELDS);
        Who who = fields[5].isEmpty() ? null : new Who(UUID.fromString(fields[5]), UUID.fromString(fields[6]));
        return new Detour(fields[0], fields[1], fields[2], fields[3], fields[4], who, Instant.parse(fields[7]));
    }
}
