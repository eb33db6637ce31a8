package org.yijitong.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yijitong.Mutations;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.operation.postgres.StartRefused;

/** Whatever stands at the beginning of a backup is refused in a sentence, also when its checksum fits. */
class FuzzedBackupsTests {
    private static final String WORDS = "长风破浪会有时，直挂云帆";
    private static final int SUM = 8;
    /** Few: each whose beginning is whole costs a derivation of the key. */
    private static final int SOME = 60;

    @FuzzTest(maxDuration = "5m")
    void aBeginningIsRefused(byte[] file) {
        try (SealedInput in = new SealedInput(new ByteArrayInputStream(file), WORDS)) {
            assertThat(in.readAllBytes()).isNotNull();
        } catch (StartRefused refused) {
            assertThat(refused).message().isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a sum that fits, so that what stands behind it is looked at. */
    @FuzzTest(maxDuration = "5m")
    void aBeginningWithItsSumIsRefused(byte[] head) {
        byte[] whole = Arrays.copyOf(head, head.length + SUM);
        byte[] sum = ArchiveZip.sha256().digest(head);
        System.arraycopy(sum, 0, whole, head.length, SUM);
        aBeginningIsRefused(whole);
    }

    @Test
    void changedBeginningsAreRefused() throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (SealedOutput out = new SealedOutput(sealed, WORDS)) {
            out.write(new byte[100]);
            out.finish();
        }
        int beginnings = Mutations.of(sealed.toByteArray(), SOME, this::aBeginningIsRefused);
        System.out.println("changed backups: " + beginnings + ", each refused or opened");
    }
}
