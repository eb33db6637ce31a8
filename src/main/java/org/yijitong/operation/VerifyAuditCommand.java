package org.yijitong.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yijitong.audit.LogCheck;
import org.yijitong.audit.LogCheckParts;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.ExternalServer;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.KernelParts;
import org.yijitong.shared.Keys;

/**
 * {@code ./run verify-audit}: checks the whole log of who did what, beside the running product or without it, and names
 * what was altered.
 */
final class VerifyAuditCommand {
    static final String NAME = "verify-audit";
    private static final int ALTERED = 1;
    private static final int NAMED = 50;
    private static final int EVERY = 1_000_000;

    private VerifyAuditCommand() {}

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code verify-audit} on the command line
     * @return the status of the process: 1 when something was altered, else 0
     * @throws StartRefused for unknown options, or when the database cannot be reached
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        var settings = StartSettings.of(StartOptions.parse(rest.toArray(String[]::new)), environment, clock);
        var external = ExternalServer.of(environment);
        if (external.isPresent()) {
            return check(external.get(), settings, clock);
        }
        var launch = Launch.of(settings.data(), settings.secrets(), environment);
        var running = EmbeddedPostgres.running(launch);
        if (running.isPresent()) {
            return check(running.get(), settings, clock);
        }
        try (var started = EmbeddedPostgres.start(launch)) {
            return check(started.database(), settings, clock);
        }
    }

    private static int check(Database database, StartSettings settings, Clock clock) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("start", Map.copyOf(settings.properties())));
            context.registerBean(DataSource.class, () -> source(database));
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
            context.registerBean(Clock.class, () -> clock);
            context.register(KernelParts.class, Keys.class, LogCheckParts.class);
            context.refresh();
            return say(context.getBean(LogCheck.class));
        }
    }

    private static int say(LogCheck log) {
        Launcher.say("key: " + log.key());
        var said = new AtomicLong();
        var report = log.run(entries -> {
            if (entries - said.get() >= EVERY) {
                said.set(entries);
                Launcher.say(number(entries) + " entries checked");
            }
        });
        report.findings().stream().limit(NAMED).forEach(Launcher::say);
        Launcher.say(number(report.entries()) + " entries under " + number(report.checkpoints()) + " checkpoints, "
                + number(report.waiting()) + " waiting for the next: "
                + (report.clean() ? "whole" : number(report.findings().size()) + " findings, ALTERED"));
        return report.clean() ? 0 : ALTERED;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The owner sees the entries of every unit. Small pages, much work: the statements may use each other's time. */
    private static DataSource source(Database database) {
        ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.WARN);
        var source = new HikariDataSource();
        source.setJdbcUrl(database.ownerUrl());
        source.setUsername(database.ownerUser());
        source.setPassword(database.ownerPassword());
        source.setMaximumPoolSize(4);
        source.setConnectionInitSql("SET jit = off; SET plan_cache_mode = force_custom_plan");
        return source;
    }
}
