package org.yijitong.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yijitong.operation.archive.Passphrase;
import org.yijitong.operation.postgres.StartRefused;

/** What is sealed opens as it was, and in no other way: every region of the file is damaged in turn. */
class SealedTests {
    private static final String WORDS = "长风破浪会有时，直挂云帆";
    private static final int HEADER = 16 + 1 + 12 + Passphrase.SALT + 44 + 8;
    private static final int A_CHUNK = SealedChunks.CHUNK + SealedChunks.TAG;

    private static final byte[] PLAIN = new byte[2 * SealedChunks.CHUNK + 1_000];
    private static byte[] sealed = {};

    @BeforeAll
    static void seal() throws IOException {
        new Random(7).nextBytes(PLAIN);
        sealed = sealed(PLAIN);
    }

    private static byte[] sealed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new SealedOutput(bytes, WORDS)) {
            out.write(plain);
            out.finish();
        }
        return bytes.toByteArray();
    }

    private static byte[] opened(byte[] bytes, String words) throws IOException {
        try (var in = new SealedInput(new ByteArrayInputStream(bytes), words)) {
            return in.readAllBytes();
        }
    }

    private static void refused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> opened(bytes, WORDS))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] flipped(int at) {
        byte[] bytes = sealed.clone();
        bytes[at] ^= 0x55;
        return bytes;
    }

    @Test
    void whatIsSealedOpensAsItWas() throws IOException {
        assertThat(opened(sealed, WORDS)).isEqualTo(PLAIN);
        assertThat(sealed.length).isEqualTo(HEADER + PLAIN.length + 3 * SealedChunks.TAG);
        assertThat(opened(sealed(new byte[0]), WORDS)).isEmpty();
        assertThat(opened(sealed(new byte[SealedChunks.CHUNK]), WORDS)).hasSize(SealedChunks.CHUNK);
        assertThat(sealed(PLAIN)).as("never the same twice").isNotEqualTo(sealed);
    }

    @Test
    void anotherPassphraseIsToldFromDamage() {
        assertThatThrownBy(() -> opened(sealed, "长风破浪会有时，直挂雲帆"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("the passphrase is not the one this backup was made with");
    }

    @Test
    void whatIsForeignIsCalledForeign() {
        refused(new byte[0], "no backup of this product");
        refused("PK\u0003\u0004 a zip".getBytes(StandardCharsets.UTF_8), "no backup of this product");
        refused(flipped(3), "no backup of this product");
    }

    @Test
    void aDamagedBeginningIsSeenInEveryByte() {
        for (int at = 16; at < HEADER; at++) {
            refused(flipped(at), "damaged in its beginning");
        }
        refused(Arrays.copyOf(sealed, HEADER - 1), "damaged in its beginning");
    }

    @Test
    void aDamagedChunkIsNamedByItsPlace() {
        refused(flipped(HEADER), "damaged, 0 MiB from its beginning");
        refused(flipped(HEADER + A_CHUNK / 2), "damaged, 0 MiB from its beginning");
        refused(flipped(HEADER + A_CHUNK + 5), "damaged, 1 MiB from its beginning");
        refused(flipped(sealed.length - 1), "damaged or cut off at its end");
        refused(flipped(HEADER + 2 * A_CHUNK), "damaged or cut off at its end");
    }

    @Test
    void whatIsCutOffOrPutTogetherOtherwiseIsSeen() {
        refused(Arrays.copyOf(sealed, HEADER), "cut off at its end");
        refused(Arrays.copyOf(sealed, HEADER + A_CHUNK), "cut off at its end");
        refused(Arrays.copyOf(sealed, sealed.length - 1), "cut off at its end");
        refused(Arrays.copyOf(sealed, sealed.length + 1), "cut off at its end");
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEADER, swapped, HEADER + A_CHUNK, A_CHUNK);
        System.arraycopy(sealed, HEADER + A_CHUNK, swapped, HEADER, A_CHUNK);
        refused(swapped, "damaged, 0 MiB from its beginning");
        byte[] without = new byte[sealed.length - A_CHUNK];
        System.arraycopy(sealed, 0, without, 0, HEADER);
        System.arraycopy(sealed, HEADER + A_CHUNK, without, HEADER, without.length - HEADER);
        refused(without, "damaged, 0 MiB from its beginning");
    }

    @Test
    void whatWasNotFinishedIsCutOff() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new SealedOutput(bytes, WORDS)) {
            out.write(PLAIN);
        }
        refused(bytes.toByteArray(), "cut off at its end");
    }
}
