package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.yijitong.ProductTest;
import org.yijitong.operation.bundle.BundleWorld;

/** A disk that is full ends backup and restore with one sentence, and nothing half-made is left on it. */
@ProductTest
@Timeout(600)
class FullDiskTests {
    private static final Map<String, String> PASSPHRASE = Map.of("YIJITONG_BACKUP_PASSPHRASE", "行到水穷处，坐看云起时");
    /** Ten MiB, in blocks of 512 bytes: less than the largest file of the bundled database. */
    private static final List<String> SMALL_FILES = List.of("sh", "-c", "ulimit -f 20480; exec \"$@\"", "sh");

    @Autowired
    ApplicationContext product;

    @Autowired
    Environment properties;

    @TempDir
    Path folder;

    private Path backup = Path.of("");

    @BeforeEach
    void backUp() throws Exception {
        BundleWorld.of(product);
        backup = folder.resolve("whole.backup");
        CommandRun.said(source(), "backup", backup.toString(), "--data", property("yijitong.data"));
    }

    @Test
    void whereNoLargeFileMayBeWrittenNothingIsRestored() throws Exception {
        Path there = folder.resolve("there");
        String said = ended(SMALL_FILES, PASSPHRASE, "restore", backup.toString(), "--data", there.toString());
        assertThat(said).contains("no room is left on the disk of " + there + ": nothing was restored");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(backup));
    }

    /** Of three sizes: before there is a database, while it is made, while it is filled. These are of the bundled one. */
    @Test
    void onADiskThatIsTooSmallNothingIsHalfRestored() throws Exception {
        boolean bundled = System.getenv("YIJITONG_PG_BIN") == null;
        for (String size : bundled ? List.of("40m", "90m", "125m") : List.of("40m")) {
            Path disk = disk(size);
            try {
                Path there = disk.resolve("there");
                String said = ended(List.of(), PASSPHRASE, "restore", backup.toString(), "--data", there.toString());
                assertThat(said)
                        .as(size)
                        .contains("no room is left on the disk of " + there + ": nothing was restored");
                assertThat(disk).isEmptyDirectory();
            } finally {
                run("umount", "-l", disk.toString());
            }
        }
    }

    @Test
    void onADiskThatIsTooSmallThereIsNoBackup() throws Exception {
        Path disk = disk("100k");
        try {
            Path file = disk.resolve("new.backup");
            String said = ended(List.of(), source(), "backup", file.toString(), "--data", property("yijitong.data"));
            assertThat(said).contains("no room is left for " + file + ": there is no backup.");
            assertThat(disk).isEmptyDirectory();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void keysThatCannotAllBeKeptElsewhereAreNotKeptAtAll() throws IOException {
        RestoredFolder restored = new RestoredFolder(folder.resolve("there"), folder.resolve("keys"));
        restored.begin();
        Files.write(restored.draftSecrets().resolve("a.key"), new byte[32]);
        Files.write(restored.draftSecrets().resolve("b.key"), new byte[32]);
        Path inTheWay = Files.createDirectories(restored.secrets().resolve("b.key"));
        assertThatThrownBy(restored::finish).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(restored.secrets()).isDirectoryNotContaining(path -> !path.equals(inTheWay));
        assertThat(restored.data()).doesNotExist();
    }

    /** A disk of its own; only who may mount one has the tests that need it. */
    private Path disk(String size) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk-" + size));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) == 0, "nobody mounts here");
        return disk;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static String ended(List<String> through, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Process process = ProductProcess.start(through, environment, words).process();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said).doesNotContain("Exception");
        return said;
    }

    private String property(String name) {
        return properties.getRequiredProperty(name);
    }

    private Map<String, String> source() {
        Map<String, String> source = new TreeMap<>(PASSPHRASE);
        source.put("DATABASE_URL", property("spring.datasource.url"));
        source.put("DATABASE_USER", property("spring.datasource.username"));
        source.put("DATABASE_PASSWORD", property("spring.datasource.password"));
        source.put("DATABASE_OWNER_USER", property("spring.flyway.user"));
        source.put("DATABASE_OWNER_PASSWORD", property("spring.flyway.password"));
        source.put("YIJITONG_SECRETS", property("yijitong.secrets"));
        return source;
    }
}
