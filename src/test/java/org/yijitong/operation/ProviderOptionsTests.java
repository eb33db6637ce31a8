package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.operation.postgres.StartRefused;

/** An identity provider is configured as a whole, or the start says what is missing. */
class ProviderOptionsTests {
    private static final String ISSUER = "https://login.example.gov.cn/realms/party";

    @TempDir
    Path secrets;

    @Test
    void withoutAnIssuerThereIsNothing() {
        assertThat(ProviderOptions.properties(Map.of(ProviderOptions.CLIENT, "yijitong"), secrets))
                .isEmpty();
    }

    @Test
    void theSecretComesFromTheEnvironmentOrAFileOfTheSecretsFolder() throws IOException {
        Map<String, String> named = Map.of(ProviderOptions.ISSUER, ISSUER, ProviderOptions.CLIENT, "yijitong");
        assertThatThrownBy(() -> ProviderOptions.properties(named, secrets))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("oidc-secret");
        Files.writeString(secrets.resolve("oidc-secret"), "from the file\n");
        assertThat(ProviderOptions.properties(named, secrets))
                .containsEntry("yijitong.oidc.issuer", ISSUER)
                .containsEntry("yijitong.oidc.secret", "");
        assertThat(ProviderOptions.properties(
                        Map.of(
                                ProviderOptions.ISSUER,
                                ISSUER,
                                ProviderOptions.CLIENT,
                                "yijitong",
                                ProviderOptions.SECRET,
                                "from the environment"),
                        secrets))
                .containsEntry("yijitong.oidc.secret", "from the environment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.gov.cn",
                "login.example.gov.cn",
                "https://login.example.gov.cn?a=b",
                "https://login.example.gov.cn#a",
                "http://127.0.0.1.example.com",
                "file:///etc/passwd"
            })
    void anIssuerWithoutTlsIsRefused(String issuer) {
        Map<String, String> named =
                Map.of(ProviderOptions.ISSUER, issuer, ProviderOptions.CLIENT, "c", ProviderOptions.SECRET, "s");
        assertThatThrownBy(() -> ProviderOptions.properties(named, secrets)).isInstanceOf(StartRefused.class);
    }

    @Test
    void theClientIsNeeded() {
        Map<String, String> named = Map.of(ProviderOptions.ISSUER, ISSUER, ProviderOptions.SECRET, "s");
        assertThatThrownBy(() -> ProviderOptions.properties(named, secrets))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(ProviderOptions.CLIENT);
    }
}
