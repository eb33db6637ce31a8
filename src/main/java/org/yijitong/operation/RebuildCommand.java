package org.yijitong.operation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.yijitong.ledger.Rebuild;
import org.yijitong.ledger.Rebuild.Example;
import org.yijitong.ledger.Rebuild.Found;
import org.yijitong.ledger.Rebuild.Whole;
import org.yijitong.ledger.RebuildParts;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.ExternalServer;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.AtOnce;
import org.yijitong.shared.KernelParts;
import org.yijitong.shared.UnitId;

/**
 * {@code ./run rebuild}: works everything out again from the facts, beside the running product or without it, says what
 * differed and mends it; with {@code --check} it only says so.
 */
final class RebuildCommand {
    static final String NAME = "rebuild";
    private static final String CHECK = "--check";
    private static final int DIFFERS = 1;

    private final boolean check;
    private final Clock clock;
    private int differences;

    private RebuildCommand(boolean check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code rebuild} on the command line
     * @return the status of the process: 1 when something differed and was only looked at, else 0
     * @throws StartRefused for unknown options, or when the database cannot be reached
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        var words = new ArrayList<>(rest);
        var command = new RebuildCommand(words.remove(CHECK), clock);
        var settings = StartSettings.of(StartOptions.parse(words.toArray(String[]::new)), environment, clock);
        var external = ExternalServer.of(environment);
        if (external.isPresent()) {
            command.rebuild(external.get());
        } else {
            command.rebuildIn(Launch.of(settings.data(), settings.secrets(), environment));
        }
        return command.check && command.differences > 0 ? DIFFERS : 0;
    }

    private void rebuildIn(Launch launch) {
        var running = EmbeddedPostgres.running(launch);
        if (running.isPresent()) {
            rebuild(running.get());
            return;
        }
        try (var started = EmbeddedPostgres.start(launch)) {
            rebuild(started.database());
        }
    }

    private void rebuild(Database database) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> source(database));
            context.registerBean(Clock.class, () -> clock);
            context.register(Wiring.class, KernelParts.class, RebuildParts.class);
            context.refresh();
            all(context.getBean(Rebuild.class));
        }
    }

    private void all(Rebuild rebuild) {
        rebuild.survey();
        var units = rebuild.units();
        List<Callable<Found>> works = new ArrayList<>();
        for (Whole unit : units) {
            String name = (works.size() + 1) + "/" + units.size() + " " + unit.name();
            works.add(() -> one(rebuild, unit.unit(), name));
        }
        var found = AtOnce.all(works);
        differences = found.stream().mapToInt(Found::differences).sum();
        Launcher.say(units.size() + " units, "
                + number(found.stream().mapToInt(Found::facts).sum()) + " facts: "
                + (differences == 0
                        ? "no difference"
                        : number(differences) + " differences" + (check ? "" : ", mended")));
    }

    private Found one(Rebuild rebuild, UnitId unit, String name) {
        IntConsumer progress = facts -> Launcher.say(name + ": " + number(facts) + " facts");
        var found = rebuild.look(unit, progress);
        if (!found.clean()) {
            Launcher.say(differs(name, found));
        }
        if (!found.clean() && !check) {
            rebuild.mend(unit, progress);
            Launcher.say(name + ": mended");
        }
        return found;
    }

    /** Several lines said at once, so that those of units side by side do not mix. */
    private static String differs(String name, Found found) {
        var lines = new StringJoiner("\n  ");
        lines.add(name + " differs: obligations " + number(found.obligations()) + ", contributions "
                + number(found.contributions()) + ", standings " + number(found.standings()) + ", sums "
                + number(found.tallies()));
        for (Example each : found.examples()) {
            lines.add(each.organization() + ", " + each.mechanism() + " from " + each.period() + ": "
                    + each.part().name().toLowerCase(Locale.ROOT) + " " + each.kept() + ", should be "
                    + each.expected());
        }
        return lines.toString();
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
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
