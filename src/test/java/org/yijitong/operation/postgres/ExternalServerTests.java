package org.yijitong.operation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yijitong.TestDatabase;

/** A server that someone else runs; here it is the tests' own, reached as a stranger would. */
class ExternalServerTests {

    private final Database there = TestDatabase.fresh();

    @Test
    void isUsedWhenTheEnvironmentNamesIt() {
        assertThat(ExternalServer.of(environment())).contains(there);
        assertThat(ExternalServer.of(Map.of())).isEmpty();
    }

    @Test
    void missingVariablesAreNamed() {
        assertThatThrownBy(() -> ExternalServer.of(Map.of("DATABASE_URL", there.appUrl(), "DATABASE_USER", "a")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("DATABASE_URL is set but not DATABASE_PASSWORD, DATABASE_OWNER_USER,"
                        + " DATABASE_OWNER_PASSWORD");
    }

    @Test
    void aServerThatIsNotThereIsNamedInOneLine() throws IOException {
        int unused;
        try (var socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }
        assertRefused("DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + unused + "/x", "127.0.0.1:" + unused);
    }

    @Test
    void aWrongPasswordIsToldFromARightOne() {
        assertRefused("DATABASE_PASSWORD", "wrong", "does not let yijitong_app in");
        assertRefused("DATABASE_OWNER_PASSWORD", "wrong", "does not let yijitong_owner in");
    }

    @Test
    void anApplicationRoleThatRowLevelSecurityDoesNotHoldIsRefused() {
        var environment = environment();
        environment.put("DATABASE_USER", there.ownerUser());
        environment.put("DATABASE_PASSWORD", there.ownerPassword());
        assertThatThrownBy(() -> ExternalServer.of(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("row-level security would not hold it");
    }

    @Test
    void anAddressWithAPasswordInItIsRefused() {
        assertRefused("DATABASE_URL", "postgresql://me:secret@host/db", "without a password");
    }

    private void assertRefused(String name, String value, String message) {
        var environment = environment();
        environment.put(name, value);
        assertThatThrownBy(() -> ExternalServer.of(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "DATABASE_URL", there.appUrl(),
                "DATABASE_USER", there.appUser(),
                "DATABASE_PASSWORD", there.appPassword(),
                "DATABASE_OWNER_USER", there.ownerUser(),
                "DATABASE_OWNER_PASSWORD", there.ownerPassword()));
    }
}
