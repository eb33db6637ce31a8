package org.yijitong.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.ExternalServer;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.KernelParts;

/**
 * What a console command works on: the database of the running product, or one it starts for itself, and the few parts
 * of the product it needs.
 */
record Console(StartSettings settings, Map<String, String> environment, Clock clock) {

    /**
     * @param options what follows the command's own words on the command line
     * @throws StartRefused for unknown options
     */
    static Console of(Map<String, String> environment, Clock clock, List<String> options) {
        var settings = StartSettings.of(StartOptions.parse(options.toArray(String[]::new)), environment, clock);
        return new Console(settings, environment, clock);
    }

    /**
     * Does the work on the database, which stops afterwards if it did not run before.
     *
     * @throws StartRefused when the database cannot be reached
     */
    void attach(Consumer<Database> work) {
        Consumer<Database> settled = database -> {
            new KeyChange(this, database).settle();
            work.accept(database);
        };
        Optional<Database> external = ExternalServer.of(environment);
        Optional<Database> there = external.isPresent() ? external : EmbeddedPostgres.running(launch());
        if (there.isPresent()) {
            settled.accept(there.get());
            return;
        }
        try (var started = EmbeddedPostgres.start(launch())) {
            settled.accept(started.database());
        }
    }

    /**
     * The same for work beside which nothing runs on the data folder.
     *
     * @throws StartRefused when something does, too
     */
    void alone(Consumer<Database> work) {
        Optional<Database> external = ExternalServer.of(environment);
        if (external.isPresent()) {
            work.accept(external.get());
            return;
        }
        try (var started = EmbeddedPostgres.start(launch())) {
            work.accept(started.database());
        }
    }

    private Launch launch() {
        return Launch.of(settings.data(), settings.secrets(), environment);
    }

    /** The same for other folders. */
    Console in(Path data, Path secrets) {
        var properties = new HashMap<>(settings.properties());
        properties.put("yijitong.data", data.toString());
        properties.put("yijitong.secrets", secrets.toString());
        return new Console(new StartSettings(data, secrets, Map.copyOf(properties)), environment, clock);
    }

    /** @throws StartRefused when neither a server nor a data folder that was used before is named */
    void requireData() {
        boolean embedded = environment.getOrDefault("DATABASE_URL", "").isBlank();
        if (embedded && !Files.isDirectory(settings.data().resolve("pg"))) {
            throw new StartRefused("there is no database in " + settings.data() + ": name its folder with --data");
        }
    }

    /** The parts of the product, on that database; to be closed by the caller. */
    AnnotationConfigApplicationContext context(Database database, Class<?>... parts) {
        return context(() -> source(database), parts);
    }

    /** The same for a command that connects in its own way. */
    AnnotationConfigApplicationContext context(Supplier<DataSource> source, Class<?>... parts) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("console", Map.copyOf(settings.properties())));
        context.registerBean(DataSource.class, source);
        context.registerBean(Clock.class, () -> clock);
        context.register(Wiring.class, KernelParts.class);
        context.register(parts);
        context.refresh();
        return context;
    }

    private static DataSource source(Database database) {
        var source = new DriverManagerDataSource(database.appUrl(), database.appUser(), database.appPassword());
        // Whoever interrupts the command interrupts its statement, too.
        var options = new Properties();
        options.setProperty("options", "-c client_connection_check_interval=5s -c work_mem=64MB");
        source.setConnectionProperties(options);
        return source;
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {
        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new JdbcTransactionManager(source);
        }
    }
}
