package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.shared.Db;

/** The single file for outsiders, run by plain {@code java} on a log that was taken out: whole, and altered. */
class VerifyTests {
    /** How it ended, and what it said. */
    record Said(int status, String text) {}

    @TempDir
    static Path folder;

    @TempDir
    static Path out;

    private static LogDesk log;

    @BeforeAll
    static void fill() throws IOException {
        log = new LogDesk(folder);
        for (int entries : List.of(3, 20, 14)) {
            log.write(entries);
            log.checkpoints().now();
        }
        Files.copy(folder.resolve("audit/000000000000.txt"), out.resolve("witnessed.txt"));
        log.write(300);
        log.checkpoints().now();
        var db = new Db(log.owner());
        new LogExport(new LogStore(db), new LogCheckStore(db), log.part(LogSigner.class)).to(out.resolve("log"), true);
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void aLogThatIsWholeIsSaidToBe() throws Exception {
        var said = verify(
                out.resolve("log").toString(), out.resolve("witnessed.txt").toString());
        assertThat(said.text()).endsWith("337 entries under 4 checkpoints, 3 witnessed: whole");
        assertThat(said.status()).isZero();
    }

    @Test
    void whatWasAlteredIsNamed() throws Exception {
        assertThat(altered("entries.txt", lines -> {
                    lines.set(
                            200,
                            lines.get(200).replace("thing.done", "thing.dono").replace("sign-in", "sign-on"));
                    return lines;
                }))
                .contains("checkpoint 4: its 337 entries do not have the root that was signed");
        assertThat(altered("entries.txt", lines -> lines.subList(0, 336)))
                .contains("there are 336 entries, the last checkpoint speaks of 337");
        assertThat(altered("entries.txt", lines -> {
                    lines.set(0, lines.set(1, lines.getFirst()));
                    return lines;
                }))
                .contains("checkpoint 1");
        assertThat(altered("details.txt", lines -> {
                    lines.set(100, lines.get(100).replace("{", "{ "));
                    return lines;
                }))
                .contains("the detail of entry 100 is not what was written");
        assertThat(altered("checkpoints.txt", lines -> {
                    lines.set(1, "2");
                    return lines;
                }))
                .contains("checkpoint 1 was not signed by this key");
    }

    /** The log put back whole to an earlier state: only who held a checkpoint outside can tell. */
    @Test
    void whoHoldsACheckpointSeesThatTheLogWasPutBack() throws Exception {
        var earlier = Files.createDirectories(out.resolve("earlier"));
        Files.copy(out.resolve("log/key.txt"), earlier.resolve("key.txt"));
        var notes = CheckpointFiles.notes(Files.readString(out.resolve("log/checkpoints.txt")));
        Files.writeString(earlier.resolve("checkpoints.txt"), notes.getFirst().text() + "\n");
        Files.write(
                earlier.resolve("entries.txt"),
                Files.readAllLines(out.resolve("log/entries.txt")).subList(0, 3));
        assertThat(verify(earlier.toString()).status()).isZero();
        var said = verify(earlier.toString(), out.resolve("witnessed.txt").toString());
        assertThat(said.text()).contains("the witnessed checkpoint 3 speaks of 37 entries, the log ends at 3");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        assertThat(verify(out.resolve("nowhere").toString()).status()).isEqualTo(2);
    }

    private static String altered(String file, UnaryOperator<List<String>> change) throws Exception {
        var copy = Files.createTempDirectory(out, "altered");
        for (var name : List.of("key.txt", "checkpoints.txt", "entries.txt", "details.txt")) {
            var lines = new ArrayList<>(Files.readAllLines(out.resolve("log").resolve(name)));
            Files.write(copy.resolve(name), name.equals(file) ? change.apply(lines) : lines);
        }
        var said = verify(copy.toString());
        assertThat(said.status()).as(said.text()).isEqualTo(1);
        return said.text();
    }

    static Said verify(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "docs/Verify.java"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text.strip());
    }
}
