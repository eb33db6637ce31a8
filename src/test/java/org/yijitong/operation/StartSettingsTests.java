package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.operation.postgres.StartRefused;

/** Whose word about the visitor is taken. */
class StartSettingsTests {
    @TempDir
    Path folder;

    private Pattern believed(String proxies) {
        Map<String, String> environment = new HashMap<>(
                Map.of(StartSettings.SECRETS, folder.toString(), StartSettings.URL, "https://party.example.gov.cn"));
        environment.put(StartSettings.PROXY, proxies);
        StartOptions options = StartOptions.parse(
                "--production", "--data", folder.resolve("data").toString());
        return Pattern.compile(StartSettings.of(options, environment, Clock.systemUTC())
                .properties()
                .getOrDefault("server.tomcat.remoteip.internal-proxies", ""));
    }

    @Test
    void onlyThisMachineIsBelievedUnlessAnotherIsNamed() {
        assertThat("127.0.0.1").matches(believed(""));
        assertThat("0:0:0:0:0:0:0:1").matches(believed(" "));
        assertThat("10.1.2.3").doesNotMatch(believed(""));
        assertThat("10.1.2.3").matches(believed("10.1.2.3, fd00::7"));
        assertThat("fd00:0:0:0:0:0:0:7").matches(believed("10.1.2.3, fd00::7"));
        assertThat("10.1.203").doesNotMatch(believed("10.1.2.3"));
        assertThatThrownBy(() -> believed("proxy.example")).isInstanceOf(StartRefused.class);
    }
}
