package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.operation.postgres.StartRefused;

class SecretFilesTests {
    @TempDir
    Path folder;

    @BeforeEach
    void sound() throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        write("identity-seal.key", key, "rw-------");
        write("yijitong_app", "q3Vd-1fGZ0s9Lk2mN8pXw7RtYuIoP4Aa_5BbCcDdEeF\n", "rw-------");
    }

    private void write(String name, byte[] content, String permissions) throws IOException {
        Files.write(folder.resolve(name), content);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(permissions));
    }

    private void write(String name, String content, String permissions) throws IOException {
        write(name, content.getBytes(StandardCharsets.UTF_8), permissions);
    }

    private void refused(String sentence) {
        assertThatThrownBy(() -> SecretFiles.in(folder).requireSound())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void whatTheProductMakesIsSound() {
        assertThatCode(() -> SecretFiles.in(folder).requireSound()).doesNotThrowAnyException();
        assertThat(SecretFiles.in(folder.resolve("nowhere")).files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---", "rw------x"})
    void whatOthersMayUseIsNoSecret(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve("yijitong_app"), PosixFilePermissions.fromString(permissions));
        refused("yijitong_app can be used by others on this machine: chmod 600 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "yijitong_app", "changeme", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""})
    void aPasswordThatCanBeGuessedIsRefused(String password) throws IOException {
        write("yijitong_app", password, "rw-------");
        refused("yijitong_app holds a password that can be guessed");
    }

    @Test
    void aKeyThatNobodyDrewIsRefused() throws IOException {
        for (byte[] key : new byte[][] {
            new byte[32],
            new byte[31],
            new byte[0],
            "0123456789abcde0123456789abcdef".getBytes(StandardCharsets.UTF_8),
            "01234567012345670123456701234567".getBytes(StandardCharsets.UTF_8)
        }) {
            write("identity-seal.key", key, "rw-------");
            refused("identity-seal.key holds no key drawn at random");
        }
    }

    @Test
    void theStartItselfRefuses() throws Exception {
        write("audit-log.key", new byte[32], "rw-------");
        Path data = folder.resolve("data");
        var process = ProductProcess.start(
                        java.util.Map.of("YIJITONG_SECRETS", folder.toString()),
                        "--empty",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .process();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("audit-log.key holds no key drawn at random").hasLineCount(1);
        assertThat(data).doesNotExist();
    }
}
