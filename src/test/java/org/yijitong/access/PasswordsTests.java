package org.yijitong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.shared.Invalid;

/** Which passwords are taken. */
class PasswordsTests {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwertyuiop",
                "1q2w3e4r5t",
                "password123",
                "Password123",
                "PASSWORD123!",
                "qazwsxedc123",
                "Basketball#!"
            })
    void whatManyUseIsRefused(String common) {
        refused(common, "access.password.common");
    }

    @Test
    void everyOneOfTheListIsRefused() throws IOException {
        List<String> all = Files.readAllLines(Path.of("src/main/resources/access/common-passwords.txt"));
        assertThat(all).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(new CommonPasswords().size()).isEqualTo(10_000);
        assertThat(all)
                .allSatisfy(each ->
                        assertThatThrownBy(() -> passwords.check(each, "zq9")).isInstanceOf(Invalid.class));
    }

    @Test
    void whatIsTooShortTooLongOrTooPlainIsRefusedByName() {
        refused("short one", "access.password.short");
        refused("x1y2z".repeat(26), "access.password.long");
        refused("8613800138000", "access.password.digits");
        refused("abababababab", "access.password.repeated");
        refused("my ZQ9 name is", "access.password.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"six horses on tuesday", "linghai-demo-2026", "山高水长 不改其志 二〇二六"})
    void whatIsHardToGuessIsTakenWhateverItsSigns(String password) {
        assertThatCode(() -> passwords.check(password, "zq9")).doesNotThrowAnyException();
    }

    private void refused(String password, String key) {
        assertThatThrownBy(() -> passwords.check(password, "zq9"))
                .as(password)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults()
                                        .values()
                                        .iterator()
                                        .next()
                                        .messageKey())
                                .isEqualTo(key));
    }
}
