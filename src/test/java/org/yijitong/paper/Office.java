package org.yijitong.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A headless LibreOffice that opens what was written. */
final class Office {
    private Office() {}

    /** Opens every file and writes it out as PDF into a folder; all must open without a word. */
    static void opens(Path folder, Map<String, byte[]> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.resolve("out").toString()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.write(path, file.getValue());
            command.add(path.toString());
        }
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        String log = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(log).isZero();
        assertThat(log).doesNotContainIgnoringCase("error").doesNotContainIgnoringCase("could not");
        for (String name : files.keySet()) {
            Path pdf = folder.resolve("out").resolve(name.replaceFirst("\\.[a-z]+$", ".pdf"));
            assertThat(Files.readAllBytes(pdf)).as(name + "\n" + log).startsWith('%', 'P', 'D', 'F');
        }
    }
}
