package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The product as a process of its own, the way {@code ./run} starts it. */
@Timeout(240)
class LauncherTests {

    @TempDir
    private Path folder;

    @Test
    void servesUntilItIsToldToStopAndStopsTheDatabaseLast() throws Exception {
        var product = ProductProcess.start("--port", "0", "--empty", "--data", folder.toString());
        var process = product.process();
        try {
            var address = product.address();
            assertThat(product.said().lines().findFirst().orElseThrow())
                    .as("a start says nothing that means nothing before its own first word")
                    .containsPattern("Starting (AOT-processed )?Yijitong");
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            assertThat(connection.getResponseCode()).isLessThan(500);

            assertThat(said("rebuild", "--data", folder.toString())).endsWith("0 units, 0 facts: no difference");
            assertThat(said("verify-audit", "--data", folder.toString()))
                    .contains("key: yijitong-audit-")
                    .endsWith("0 waiting for the next: whole");
            var bundle = folder.resolve("bundle.zip").toString();
            assertThat(refused("bundle", "NO-SUCH", bundle, "--data", folder.toString()))
                    .isEqualTo("yijitong: there is no unit with the code NO-SUCH here");
            assertThat(folder.resolve("bundle.zip")).doesNotExist();
            assertThat(folder.resolve("bundle.zip.part")).doesNotExist();

            var second = start("--port", "0", "--data", folder.toString());
            var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(said.strip()).startsWith("yijitong: the data folder").hasLineCount(1);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("pg/data/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(folder.resolve("pg/postgres.log"))).contains("database system is shut down");
    }

    @Test
    void aRebuildStartsTheDatabaseItselfAndNamesWhatItDoesNotKnow() throws Exception {
        var process = start("rebuild", "--chek", "--data", folder.toString());
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("yijitong: unknown option --chek");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsStarted() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var process = start("--port", Integer.toString(taken.getLocalPort()), "--data", folder.toString());
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(said.strip())
                    .startsWith("yijitong: port " + taken.getLocalPort() + " is not free")
                    .hasLineCount(1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBundleNeedsItsWordsAndADatabase() throws Exception {
        var bundle = folder.resolve("bundle.zip").toString();
        assertThat(refused("bundle", "LH-SZ")).startsWith("yijitong: a bundle needs the code of a unit and a file:");
        assertThat(refused("bundle", "LH-SZ", bundle, "--data", folder.toString()))
                .startsWith("yijitong: there is no database in " + folder);
        assertThat(refused("bundle", "LH-SZ", folder.toString())).endsWith(" is there already");
        assertThat(folder).isEmptyDirectory();
    }

    private static String refused(String... options) throws Exception {
        var process = start(options);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
        return said.strip();
    }

    private static String said(String... options) throws Exception {
        var process = start(options);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    private static Process start(String... options) throws IOException {
        return ProductProcess.start(options).process();
    }
}
