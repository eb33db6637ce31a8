package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yijitong.operation.postgres.StartRefused;

class StartOptionsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void withoutOptionsItServesTheDemonstrationWorldOn8080() {
        assertThat(StartOptions.parse())
                .isEqualTo(new StartOptions(8080, Path.of("data"), false, Optional.empty(), false, false));
        assertThat(properties())
                .containsEntry("yijitong.demo", "true")
                .containsEntry("yijitong.production", "false")
                .containsEntry("yijitong.now-offset", "PT0S");
    }

    @Test
    void valuesFollowTheirOptionOrAnEqualsSign() {
        var expected = new StartOptions(
                9000, Path.of("/d"), true, Optional.of(Instant.parse("2026-03-01T00:00:00Z")), false, false);
        assertThat(StartOptions.parse(
                        "--port", "9000", "--data", "/d", "--empty", "--now", "2026-03-01T08:00:00+08:00"))
                .isEqualTo(expected);
        assertThat(StartOptions.parse("--port=9000", "--data=/d", "--empty", "--now=2026-03-01T00:00:00Z"))
                .isEqualTo(expected);
    }

    @Test
    void aMovedClockIsAnOffsetSoThatItGoesOnTicking() {
        var offset = Duration.parse(
                String.valueOf(properties("--now", "2024-01-01T00:00:00Z").get("yijitong.now-offset")));
        assertThat(Clock.offset(CLOCK, offset).instant()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            --prot 1,         "unknown option --prot, did you mean --port?"
            --emty,           "unknown option --emty, did you mean --empty?"
            --prodcution,     "unknown option --prodcution, did you mean --production?"
            rebuild,          "unknown option rebuild"
            --port,           "--port needs a value"
            --data --empty,   "--data needs a value"
            --port x,         "--port x is not a number"
            --port 70000,     "--port 70000 is not between 0 and 65535"
            --now yesterday,  "--now yesterday is not a moment such as 2026-03-01T08:00:00+08:00"
            --production --now 2026-03-01T08:00:00Z, "--now moves the clock, which --production does not allow"
            """)
    void whatCannotBeReadIsRefusedInOneLine(String line, String message) {
        assertThatThrownBy(() -> StartOptions.parse(line.split(" ", -1)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void productionNeedsSecretsApartAndAnAddressWithTls() throws Exception {
        var data = folder.resolve("data");
        var secrets = Files.createDirectory(folder.resolve("secrets"));
        var options = StartOptions.parse("--production", "--data", data.toString());
        assertThatThrownBy(() -> StartSettings.of(options, Map.of(), CLOCK))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("YIJITONG_SECRETS")
                .hasMessageContaining("YIJITONG_URL");
        assertThatThrownBy(() -> StartSettings.of(
                        options,
                        Map.of("YIJITONG_SECRETS", data.resolve("secrets").toString(), "YIJITONG_URL", "https://a"),
                        CLOCK))
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> StartSettings.of(
                        options, Map.of("YIJITONG_SECRETS", secrets.toString(), "YIJITONG_URL", "http://a"), CLOCK))
                .hasMessageContaining("https://");
        assertThat(StartSettings.of(
                                options,
                                Map.of("YIJITONG_SECRETS", secrets.toString(), "YIJITONG_URL", "https://a"),
                                CLOCK)
                        .properties())
                .containsEntry("yijitong.demo", "false")
                .containsEntry("yijitong.production", "true")
                .containsEntry("yijitong.secrets", secrets.toString());
    }

    private static Map<String, String> properties(String... args) {
        return StartSettings.of(StartOptions.parse(args), Map.of(), CLOCK).properties();
    }
}
