package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is asked for is told apart by all of it. */
class Sha256Tests {
    @Test
    void itIsTheOneOfTheStandard() {
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8)))
                .as("FIPS 180-4, the example of the standard")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void textsThatShareAJavaHashDiffer() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(Sha256.fingerprint("Aa")).isNotEqualTo(Sha256.fingerprint("BB"));
    }

    @Test
    void whereATextEndsCounts() {
        assertThat(Sha256.fingerprint("ab", "c")).isNotEqualTo(Sha256.fingerprint("a", "bc"));
        assertThat(Sha256.fingerprint("a", null)).isNotEqualTo(Sha256.fingerprint("a", ""));
        assertThat(Sha256.fingerprint("a", "-")).isNotEqualTo(Sha256.fingerprint("a", null));
        assertThat(Sha256.fingerprint("a")).isEqualTo(Sha256.fingerprint("a"));
    }
}
