package org.yijitong.notice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Keys;

/**
 * Signs what is said to hooks, as Standard Webhooks (github.com/standard-webhooks, version 1.0.0) has it: HMAC-SHA-256 over
 * {@code id.timestamp.body}. The secret of a hook is worked out from its id with a key that lies outside the database, so
 * that it is stored nowhere, neither open nor sealed.
 */
@Component
class HookSecrets {
    private static final String HMAC = "HmacSHA256";

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
        byte[] signed = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
        return "v1," + Base64.getEncoder().encodeToString(mac(secret(hook), signed));
    }

    private byte[] secret(UUID hook) {
        return mac(keys.key("hook-secrets"), hook.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] mac(byte[] key, byte[] said) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }
}
