package org.yijitong.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How the identity provider outside is reached, as whoever runs the server says; the start has looked at it. Nothing of it
 * is read until somebody needs it.
 */
@Component
class ProviderSettings {
    /** The file of the client secret, in the secrets folder. */
    static final String SECRET = "oidc-secret";

    private final String issuer;
    private final String client;
    private final String given;
    private final String name;
    private final String url;
    private final Path secrets;

    ProviderSettings(
            @Value("${yijitong.oidc.issuer:}") String issuer,
            @Value("${yijitong.oidc.client:}") String client,
            @Value("${yijitong.oidc.secret:}") String given,
            @Value("${yijitong.oidc.name:}") String name,
            @Value("${yijitong.url:}") String url,
            @Value("${yijitong.secrets}") Path secrets) {
        this.issuer = issuer;
        this.client = client;
        this.given = given;
        this.name = name;
        this.url = url;
        this.secrets = secrets;
    }

    boolean on() {
        return !issuer.isEmpty();
    }

    /** As the provider names itself, to the letter (OpenID Connect Discovery 1.0, 4.3). */
    String issuer() {
        return issuer;
    }

    String client() {
        return client;
    }

    /** What people call it, or empty. */
    String name() {
        return name;
    }

    String secret() {
        if (!given.isEmpty()) {
            return given;
        }
        Path file = secrets.resolve(SECRET);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the client secret " + file + " cannot be read", e);
        }
    }

    /**
     * The address of ours where the provider sends people back.
     *
     * @param base the address of this site as the request has it; counts only where none is configured
     */
    String back(String base) {
        return (url.isEmpty() ? base : url).replaceFirst("/+$", "") + "/sign-in/identity/return";
    }
}
