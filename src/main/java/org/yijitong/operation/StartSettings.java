package org.yijitong.operation;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;

/**
 * What the start options and the environment mean for the application.
 *
 * @param data the data folder, absolute
 * @param secrets the folder of passwords and keys, absolute
 * @param properties the application's own view of all this; {@code yijitong.*} and a few of Spring's
 */
record StartSettings(Path data, Path secrets, Map<String, String> properties) {

    /** The folder of passwords and keys, when it is not the data folder's {@code secrets}. */
    static final String SECRETS = "YIJITONG_SECRETS";

    /** The address that people type, as a proxy in front serves it. */
    static final String URL = "YIJITONG_URL";

    /** The addresses of the proxy in front, with commas, when it is not on this machine. */
    static final String PROXY = "YIJITONG_PROXY";

    /** Where every checkpoint of the log is sent. */
    static final String WITNESS = "YIJITONG_WITNESS";

    /** Networks inside the house that hooks may call, with commas. */
    static final String HOOK_NETWORKS = "YIJITONG_HOOK_NETWORKS";

    static StartSettings of(StartOptions options, Map<String, String> environment, Clock clock) {
        var data = options.data().toAbsolutePath().normalize();
        var elsewhere = environment.getOrDefault(SECRETS, "");
        var secrets = elsewhere.isBlank()
                ? data.resolve("secrets")
                : Path.of(elsewhere).toAbsolutePath().normalize();
        var url = environment.getOrDefault(URL, "").strip();
        if (options.production()) {
            checkProduction(data, elsewhere.isBlank(), secrets, url);
        }
        var properties = new HashMap<String, String>();
        properties.put("server.port", Integer.toString(options.port()));
        properties.put("yijitong.data", data.toString());
        properties.put("yijitong.secrets", secrets.toString());
        properties.put("yijitong.url", url);
        properties.put(
                "yijitong.witness",
                witness(environment.getOrDefault(WITNESS, "").strip()));
        properties.put(
                "yijitong.hooks.networks",
                networks(environment.getOrDefault(HOOK_NETWORKS, "").strip()));
        properties.putAll(ProviderOptions.properties(environment, secrets));
        properties.put("yijitong.now-offset", offset(options, clock).toString());
        properties.put("yijitong.demo", Boolean.toString(!options.empty() && !options.production()));
        if (options.production()) {
            // Behind the TLS proxy: its X-Forwarded headers are believed, and nobody else's.
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.internal-proxies", proxies(environment.getOrDefault(PROXY, "")));
        }
        properties.putAll(production(options.production()));
        return new StartSettings(data, secrets, Map.copyOf(properties));
    }

    private static Map<String, String> production(boolean is) {
        return Map.of("yijitong.second-factor", Boolean.toString(is), "yijitong.production", Boolean.toString(is));
    }

    /** A pattern of the addresses as the server sees them. */
    private static String proxies(String given) {
        String addresses = given.isBlank() ? "127.0.0.1,::1" : given;
        try {
            return Arrays.stream(addresses.split(",", -1))
                    .map(address -> InetAddress.ofLiteral(address.strip()).getHostAddress())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(PROXY + " must be addresses such as 10.1.2.3, with commas", e);
        }
    }

    private static String witness(String address) {
        if (!address.isEmpty()
                && !address.matches("https://[^\\s]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?/[^\\s]*")) {
            throw new StartRefused(WITNESS + " must be an https:// address, or http:// on this machine");
        }
        return address;
    }

    private static String networks(String given) {
        if (!given.matches("|[0-9a-fA-F.:]+/\\d{1,3}(\\s*,\\s*[0-9a-fA-F.:]+/\\d{1,3})*")) {
            throw new StartRefused(HOOK_NETWORKS + " must be networks such as 10.12.0.0/16, with commas");
        }
        return given;
    }

    private static Duration offset(StartOptions options, Clock clock) {
        Instant now = clock.instant();
        return Duration.between(now, options.now().orElse(now));
    }

    private static void checkProduction(Path data, boolean unset, Path secrets, String url) {
        var missing = new ArrayList<String>();
        if (unset || secrets.startsWith(data)) {
            missing.add(SECRETS + " (a folder outside " + data + ", so that a copy of the data carries no keys)");
        } else if (!Files.isDirectory(secrets)) {
            missing.add("the folder " + secrets + " that " + SECRETS + " names");
        }
        if (!url.startsWith("https://")) {
            missing.add(URL + " (the https:// address that the TLS proxy serves)");
        }
        if (!missing.isEmpty()) {
            throw new StartRefused("--production needs " + String.join(" and ", missing));
        }
    }

    /** The same, knowing the database: the pages as the application role, the migrations as the owner. */
    StartSettings with(Database database) {
        var all = new HashMap<>(properties);
        all.put("spring.datasource.url", database.appUrl());
        all.put("spring.datasource.username", database.appUser());
        all.put("spring.datasource.password", database.appPassword());
        all.put("spring.flyway.url", database.ownerUrl());
        all.put("spring.flyway.user", database.ownerUser());
        all.put("spring.flyway.password", database.ownerPassword());
        return new StartSettings(data, secrets, Map.copyOf(all));
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "StartSettings[" + data + "]";
    }
}
