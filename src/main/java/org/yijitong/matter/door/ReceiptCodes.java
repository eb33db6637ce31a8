package org.yijitong.matter.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.UnitId;

/**
 * Receipt codes: sixteen characters without those that look alike (Crockford's base 32), 80 bits. A code is made from the
 * key of the form under a key of the server, so that a form whose answer was lost gives the same code when it is sent
 * again, though the code is kept nowhere.
 */
@Component
class ReceiptCodes {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final SecretKeySpec key;

    ReceiptCodes(Keys keys) {
        key = new SecretKeySpec(keys.key("receipt"), "HmacSHA256");
    }

    /** The code of what was asked under a key, in four groups. */
    String code(UnitId unit, String formKey) {
        byte[] drawn = mac(unit + " " + formKey);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(drawn[i] & (LETTERS.length() - 1)));
        }
        return code.toString();
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** What is kept of a code, however its holder wrote it. */
    static byte[] hash(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Sha256.of(plain.getBytes(StandardCharsets.UTF_8));
    }
}
