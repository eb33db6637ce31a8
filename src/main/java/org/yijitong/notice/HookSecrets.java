package org.yijitong.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Hmac;
import org.yijitong.shared.Keys;

/**
 * Signs what is said to hooks, as Standard Webhooks (github.com/standard-webhooks, version 1.0.0) has it: HMAC-SHA-256 over
 * {@code id.timestamp.body}. The secret of a hook is worked out from its id with a key that lies outside the database, so
 * that it is stored nowhere, neither open nor sealed.
 */
@Component
class HookSecrets {
    private final Keys keys;

    HookSecrets(Keys keys) {
        this.keys = keys;
    }

    /** As it is handed to whoever runs the other system, once. */
    String written(UUID hook) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret(hook));
    }

    /** The header {@code webhook-signature}. */
    String signature(UUID hook, String message, Instant at, byte[] body) {
        byte[] head = (message + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
        return "v1," + Base64.getEncoder().encodeToString(Hmac.of(secret(hook), head, body));
    }

    private byte[] secret(UUID hook) {
        return Hmac.of(keys.key("hook-secrets"), hook.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
