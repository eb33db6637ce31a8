package org.yijitong.matter.door;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Hmac;
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

    private final List<byte[]> keys;

    ReceiptCodes(Keys keys) {
        this.keys = Stream.concat(Stream.of(keys.key(KEY)), keys.earlier(KEY).stream())
                .toList();
    }

    /** The code of what is asked under the key of a form, in four groups; then those of earlier keys of the server. */
    List<String> codes(UnitId unit, String formKey) {
        byte[] asked = (unit + " " + formKey).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> code(Hmac.of(key, asked))).toList();
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
