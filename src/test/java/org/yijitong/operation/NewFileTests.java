package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.operation.postgres.StartRefused;

class NewFileTests {
    @TempDir
    Path folder;

    @Test
    void aDiskThatIsFullLeavesNothing() {
        NewFile file = NewFile.at(folder.resolve("file").toString());
        assertThatThrownBy(() -> file.write(out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledTryLeftIsTakenOver() throws IOException {
        Files.write(folder.resolve("file.part"), new byte[1_000]);
        NewFile.at(folder.resolve("file").toString()).write(out -> {
            out.write(7);
            out.close();
            return 1;
        });
        assertThat(folder.resolve("file")).hasBinaryContent(new byte[] {7});
        assertThat(folder.resolve("file.part")).doesNotExist();
        assertThatThrownBy(() -> NewFile.at(folder.resolve("file").toString())).isInstanceOf(StartRefused.class);
    }
}
