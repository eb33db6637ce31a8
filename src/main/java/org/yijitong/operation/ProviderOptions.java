package org.yijitong.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.yijitong.operation.postgres.StartRefused;

/** The identity provider outside, as the environment names it: all of it or nothing, and over TLS. */
final class ProviderOptions {
    static final String ISSUER = "YIJITONG_OIDC_ISSUER";
    static final String CLIENT = "YIJITONG_OIDC_CLIENT";
    static final String SECRET = "YIJITONG_OIDC_SECRET";
    static final String NAME = "YIJITONG_OIDC_NAME";

    /** The file of the secrets folder that stands in for {@link #SECRET}. */
    static final String FILE = "oidc-secret";

    private static final String SAFE = "https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s?#]*)?";

    private ProviderOptions() {}

    /**
     * What the application reads of it; nothing when none is named.
     *
     * @throws StartRefused that says what is missing
     */
    static Map<String, String> properties(Map<String, String> environment, Path secrets) {
        Map<String, String> properties = new HashMap<>();
        String issuer = environment.getOrDefault(ISSUER, "").strip();
        if (issuer.isEmpty()) {
            return properties;
        }
        String client = environment.getOrDefault(CLIENT, "").strip();
        String secret = environment.getOrDefault(SECRET, "").strip();
        if (!issuer.matches(SAFE)) {
            throw new StartRefused(ISSUER + " must be an https:// address, or http:// on this machine");
        }
        if (client.isEmpty()) {
            throw new StartRefused(ISSUER + " needs " + CLIENT + ", the client id that the provider gave");
        }
        if (secret.isEmpty() && holdsNothing(secrets.resolve(FILE))) {
            throw new StartRefused(ISSUER + " needs the client secret, in the file " + secrets.resolve(FILE)
                    + " (chmod 600) or in " + SECRET);
        }
        properties.put("yijitong.oidc.issuer", issuer);
        properties.put("yijitong.oidc.client", client);
        properties.put("yijitong.oidc.secret", secret);
        properties.put("yijitong.oidc.name", environment.getOrDefault(NAME, "").strip());
        return properties;
    }

    private static boolean holdsNothing(Path file) {
        try {
            return !Files.isRegularFile(file) || Files.readString(file).isBlank();
        } catch (IOException e) {
            throw new StartRefused("cannot read " + file + ": " + e, e);
        }
    }
}
