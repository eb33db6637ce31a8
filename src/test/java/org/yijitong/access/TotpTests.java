package org.yijitong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes are those of the standards. */
class TotpTests {
    private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the lines of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theTestVectorsOfTheStandardHold(long second, String code) {
        assertThat(Totp.code(RFC, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "5, 254676", "9, 520489"})
    void soDoThoseOfTheStandardBelow(long counter, String code) {
        assertThat(Totp.code(RFC, counter, Totp.DIGITS)).isEqualTo(code);
    }

    /** RFC 4648, section 10, and a whole secret as authenticators know it. */
    @Test
    void secretsAreWrittenAsAuthenticatorsTakeThem() {
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Totp.base32(RFC)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32(new byte[] {-1, -2, -3, -4, -5})).isEqualTo("777P37H3");
    }

    @Test
    void aCodeOfTheStepBeforeOrAfterIsTakenButNoOlderOne() {
        Instant now = Instant.parse("2026-11-23T04:00:10Z");
        long step = Totp.step(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.match(RFC, Totp.code(RFC, near, Totp.DIGITS), now)).hasValue(near);
        }
        assertThat(Totp.match(RFC, Totp.code(RFC, step - 2, Totp.DIGITS), now)).isEmpty();
        assertThat(Totp.match(RFC, Totp.code(RFC, step + 2, Totp.DIGITS), now)).isEmpty();
        assertThat(Totp.match(RFC, "", now)).isEmpty();
    }
}
