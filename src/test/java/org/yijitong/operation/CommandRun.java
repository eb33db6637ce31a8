package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Console commands as processes of their own, to their end or to a line. */
final class CommandRun {
    private CommandRun() {}

    static String said(Map<String, String> environment, String... words) throws Exception {
        return ended(environment, 0, words);
    }

    static String refused(Map<String, String> environment, String... words) throws Exception {
        return ended(environment, 2, words).strip();
    }

    static String ended(Map<String, String> environment, int status, String... words) throws Exception {
        Process process = ProductProcess.start(environment, words).process();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    /** Ends it by SIGKILL when it has said so many lines, or lets it end before. */
    static void killedAfter(int lines, Map<String, String> environment, String... words) throws IOException {
        ProductProcess process = ProductProcess.start(environment, words);
        try (var said = process.process().inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                assertThat(said.readLine()).isNotNull();
            }
            process.kill();
        }
    }
}
