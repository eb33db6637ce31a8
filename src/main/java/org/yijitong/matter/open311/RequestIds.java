package org.yijitong.matter.open311;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yijitong.matter.MatterId;
import org.yijitong.shared.Keys;

/**
 * Under which number a matter is known outside: its own one would tell the millisecond at which somebody called. It is
 * that one, enciphered with a key of the server (AES, one block): 32 hexadecimal digits, kept nowhere, the same each time.
 */
@Component
class RequestIds {
    private static final int BLOCK = 16;

    private final SecretKeySpec key;

    RequestIds(Keys keys) {
        key = new SecretKeySpec(keys.key("open311-id"), "AES");
    }

    String of(MatterId matter) {
        UUID id = matter.value();
        byte[] plain = ByteBuffer.allocate(BLOCK)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return HexFormat.of().formatHex(cipher(Cipher.ENCRYPT_MODE, plain));
    }

    /** The matter; one that is none for a number that we never gave. Nothing when it is no number of this kind. */
    Optional<MatterId> read(String number) {
        if (!number.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        ByteBuffer plain =
                ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, HexFormat.of().parseHex(number)));
        return Optional.of(new MatterId(new UUID(plain.getLong(), plain.getLong())));
    }

    /** A single block needs no chaining, so nothing goes before it. */
    private byte[] cipher(int mode, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}
