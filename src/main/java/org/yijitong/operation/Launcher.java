package org.yijitong.operation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.MapPropertySource;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.ExternalServer;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.operation.postgres.StartRefused;

/**
 * Starts the product: the database and, beside it, the application as far as it gets without one; and stops the
 * application first.
 */
public final class Launcher {

    private static final int REFUSED = 2;

    private final Map<String, String> environment;
    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile @Nullable EmbeddedPostgres embedded;

    private Launcher(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The whole of {@code main}. A start that is refused ends the process with status 2 and one line on standard
     * error.
     *
     * @param application the class that carries {@code @SpringBootApplication}
     */
    public static void start(Class<?> application, String... args) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            // The build asks which parts there are and ends before any of them is made: that needs no database.
            SpringApplication.run(application);
            return;
        }
        var environment = System.getenv();
        try {
            command(application, environment, List.of(args));
            new Launcher(environment).run(application, StartOptions.parse(args));
        } catch (StartRefused e) {
            refuse(e);
        }
    }

    /** Ends the process when the first word is a command. */
    private static void command(Class<?> application, Map<String, String> environment, List<String> words) {
        String name = words.isEmpty() ? "" : words.getFirst();
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (name) {
            case RebuildCommand.NAME -> System.exit(RebuildCommand.run(environment, Clock.systemUTC(), rest));
            case VerifyAuditCommand.NAME -> System.exit(VerifyAuditCommand.run(environment, Clock.systemUTC(), rest));
            case BundleCommand.NAME -> System.exit(BundleCommand.run(environment, Clock.systemUTC(), rest));
            case UnbundleCommand.NAME -> System.exit(UnbundleCommand.run(environment, Clock.systemUTC(), rest));
            case BackupCommand.NAME -> System.exit(BackupCommand.run(environment, Clock.systemUTC(), rest));
            case AdministratorCommand.NAME ->
                System.exit(AdministratorCommand.run(application, environment, Clock.systemUTC(), rest));
            case KeysCommand.NAME -> System.exit(KeysCommand.run(environment, Clock.systemUTC(), rest));
            case RestoreCommand.NAME -> System.exit(RestoreCommand.run(environment, Clock.systemUTC(), rest));
            default -> {
                // The product itself is asked for.
            }
        }
    }

    private static void refuse(StartRefused why) {
        System.err.println("yijitong: " + why.getMessage());
        System.exit(REFUSED);
    }

    private void run(Class<?> application, StartOptions options) {
        if (options.help()) {
            say(StartOptions.HELP);
            return;
        }
        var settings = StartSettings.of(options, environment, Clock.systemUTC());
        SecretFiles.in(settings.secrets()).requireSound();
        requireFree(options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        var database = CompletableFuture.supplyAsync(() -> database(settings));

        var spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(starting -> {
            var properties = settings.with(database.join()).properties();
            context = starting;
            starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("start", Map.copyOf(properties)));
        });
        var running = spring.run();
        if (running instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            say("一记通 ready: http://localhost:" + web.getWebServer().getPort());
            if (Rehearsal.wanted()) {
                Rehearsal.visit(web.getWebServer().getPort());
                System.exit(0);
            }
        }
    }

    /** A refusal ends the process from here: what waits for the database has nothing to say about it. */
    private Database database(StartSettings settings) {
        try {
            Database found = ExternalServer.of(environment).orElseGet(() -> {
                var started = EmbeddedPostgres.start(Launch.of(settings.data(), settings.secrets(), environment));
                embedded = started;
                return started.database();
            });
            new KeyChange(new Console(settings, environment, Clock.systemUTC()), found).settle();
            return found;
        } catch (StartRefused e) {
            refuse(e);
            throw e;
        }
    }

    /** Runs when the process is told to end: the application finishes its requests, then the database stops. */
    private void stop() {
        var application = context;
        if (application != null) {
            application.close();
        }
        var database = embedded;
        if (database != null) {
            database.close();
        }
    }

    /** Asks before anything is started; the web server would find out only after the database and the migrations. */
    private static void requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartRefused(
                    "port " + port + " is not free (" + e.getMessage() + "): choose another with --port", e);
        }
    }

    /** In UTF-8 whatever the locale, so that a bare machine does not print question marks. */
    static void say(String line) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(line);
        out.flush();
    }
}
