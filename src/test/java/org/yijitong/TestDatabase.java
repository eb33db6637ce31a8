package org.yijitong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.operation.postgres.StartRefused;

/**
 * The database of the tests: one real server per test process, the one {@code ./run} uses, and an empty database for
 * each Spring context, which Flyway then fills. The cluster is kept in {@code target} from run to run, since making
 * one takes longer than many a test; what an earlier run left in it is dropped.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Test data need not outlive a power cut. */
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "100");

    private static final int PLACES = 20;
    private static @Nullable EmbeddedPostgres running;
    private static int number;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties(fresh())));
    }

    private static Map<String, Object> properties(Database database) {
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", database.appUrl());
        properties.put("spring.datasource.username", database.appUser());
        properties.put("spring.datasource.password", database.appPassword());
        properties.put("spring.flyway.url", database.ownerUrl());
        properties.put("spring.flyway.user", database.ownerUser());
        properties.put("spring.flyway.password", database.ownerPassword());
        properties.put("yijitong.hooks.networks", "127.0.0.0/8");
        properties.put("yijitong.hooks.patience", "2s");
        // Tests carry messages themselves.
        properties.put("yijitong.hooks.pause", "P1D");
        // They look for themselves what another server published.
        properties.put("yijitong.publications.pause", "P1D");
        try {
            var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "context");
            properties.put("yijitong.data", data.toAbsolutePath().toString());
            properties.put(
                    "yijitong.secrets",
                    Files.createDirectory(data.resolve("secrets"))
                            .toAbsolutePath()
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** A database of its own, empty: no schema yet, the product's two roles with their rights. */
    public static synchronized Database fresh() {
        var cluster = cluster();
        var name = "test_" + ++number;
        try (var connection = cluster.server().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER yijitong_owner TEMPLATE template0");
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO yijitong_app");
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var url = cluster.server().url(name);
        var roles = cluster.database();
        return new Database(url, roles.ownerUser(), roles.ownerPassword(), url, roles.appUser(), roles.appPassword());
    }

    /** A connection as the administrator, whom row-level security does not hold: to look behind the product's back. */
    public static synchronized Connection administrator(String database) throws SQLException {
        return cluster().server().connect(database);
    }

    private static EmbeddedPostgres cluster() {
        var cluster = running;
        if (cluster == null) {
            cluster = start();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            dropLeftovers(cluster);
            running = cluster;
        }
        return cluster;
    }

    /** In the first place that no other test process has. */
    private static EmbeddedPostgres start() {
        var kind = System.getenv().getOrDefault(Launch.BINARIES, "bundled").replaceAll("[^A-Za-z0-9]+", "-");
        for (int place = 0; ; place++) {
            var data = Path.of("target", "test-database", kind + "-" + place);
            try {
                return EmbeddedPostgres.start(Launch.of(data, data.resolve("secrets"), System.getenv())
                        .with(FAST));
            } catch (StartRefused e) {
                if (place == PLACES || !String.valueOf(e.getMessage()).contains("is in use by")) {
                    throw e;
                }
            }
        }
    }

    private static void dropLeftovers(EmbeddedPostgres cluster) {
        try (var connection = cluster.server().connect("postgres");
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (var name : names) {
                statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
