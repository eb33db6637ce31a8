package org.yijitong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.access.IdentityProvider.Standing;

/** Which provider is taken for the one that is configured. */
class IdentityProviderTests {
    private static final TestProvider REAL = TestProvider.started();

    @TempDir
    Path secrets;

    @AfterAll
    static void leave() {
        REAL.close();
    }

    private IdentityProvider looked(String issuer, String secret) {
        ProviderSettings settings =
                new ProviderSettings(issuer, TestProvider.CLIENT, secret, "", "https://party.example/", secrets);
        IdentityProvider provider = new IdentityProvider(settings);
        provider.look();
        return provider;
    }

    @Test
    void onlyTheIssuerThatNamesItselfAsConfigured() {
        assertThat(looked(REAL.issuer(), "s").standing()).isEqualTo(Standing.THERE);
        assertThat(looked(REAL.issuer().replace("127.0.0.1", "localhost"), "s").standing())
                .as("the same server under another name")
                .isEqualTo(Standing.AWAY);
        assertThat(looked(REAL.issuer() + "/", "s").standing()).isEqualTo(Standing.AWAY);
        assertThat(looked(REAL.issuer() + "/nothing-here", "s").standing()).isEqualTo(Standing.AWAY);
        assertThat(looked("", "").standing()).isEqualTo(Standing.OFF);
    }

    @Test
    void theSecretMayStandInAFileAndTheAddressOfOursInTheConfiguration() throws Exception {
        Files.writeString(secrets.resolve(ProviderSettings.SECRET), TestProvider.SECRET + "\n");
        IdentityProvider provider = looked(REAL.issuer(), "");
        assertThat(provider.known().orElseThrow().registration().getClientSecret())
                .isEqualTo(TestProvider.SECRET);
        assertThat(provider.settings().back("http://whatever.the.request.says"))
                .isEqualTo("https://party.example/sign-in/identity/return");
    }

    @Test
    void whatWasFoundIsKeptAsLongAsNothingChanges() {
        IdentityProvider provider = looked(REAL.issuer(), "s");
        ProviderTalk.Known found = provider.known().orElseThrow();
        provider.look();
        assertThat(provider.known().orElseThrow()).isSameAs(found);
    }
}
