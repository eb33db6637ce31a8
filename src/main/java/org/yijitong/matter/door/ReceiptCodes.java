package org.yijitong.matter.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    static final String KEY = "receipt";

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final List<SecretKeySpec> keys;

    ReceiptCodes(Keys keys) {
        this.keys = Stream.concat(Stream.of(keys.key(KEY)), keys.earlier(KEY).stream())
                .map(key -> new SecretKeySpec(key, "HmacSHA256"))
                .toList();
    }

    /** The code of what is asked under the key of a form, in four groups; then those of earlier keys of the server. */
    List<String> codes(UnitId unit, String formKey) {
        return keys.stream().map(key -> code(mac(key, unit + " " + formKey))).toList();
    }

    private static String code(byte[] drawn) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(drawn[i] & (LETTERS.length() - 1)));
        }
        return code.toString();
    }

    private static byte[] mac(SecretKeySpec key, String text) {
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
