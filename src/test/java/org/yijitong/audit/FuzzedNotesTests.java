package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yijitong.Mutations;

/** Whatever is given for a checkpoint says exactly what it says, or is none. */
class FuzzedNotesTests {
    private static final int MANY = 5000;
    private static final String NOTE = """
            yijitong/00000000
            12
            AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8=
            number 7
            time 2026-03-05T04:05:06Z

            — yijitong/00000000 AAAA
            """;

    @FuzzTest(maxDuration = "5m")
    void aNoteIsReadExactlyOrIsNone(byte[] bytes) {
        String note = new String(bytes, StandardCharsets.UTF_8);
        Checkpoint.in(note).ifPresent(read -> assertThat(note).startsWith(read.text() + "\n"));
    }

    @Test
    void changedNotesAreReadExactlyOrAreNone() {
        assertThat(Checkpoint.in(NOTE)).isPresent();
        System.out.println("changed notes: " + Mutations.of(NOTE, MANY, this::aNoteIsReadExactlyOrIsNone)
                + ", each read exactly or none");
    }
}
