package org.yijitong.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.yijitong.audit.LogCheck;
import org.yijitong.audit.LogCheckParts;
import org.yijitong.audit.LogExport;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.Keys;

/**
 * {@code ./run verify-audit}: checks the whole log of who did what, beside the running product or without it, and names
 * what was altered; with {@code --export} it also takes the log out for people who trust nobody here.
 */
final class VerifyAuditCommand {
    static final String NAME = "verify-audit";
    private static final int ALTERED = 1;
    private static final int NAMED = 50;
    private static final int EVERY = 1_000_000;

    private static final String EXPORT = "--export";
    private static final String DETAILS = "--details";

    private final Optional<Path> export;
    private final boolean details;

    private VerifyAuditCommand(Optional<Path> export, boolean details) {
        this.export = export;
        this.details = details;
    }

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code verify-audit} on the command line
     * @return the status of the process: 1 when something was altered, else 0
     * @throws StartRefused for unknown options, or when the database cannot be reached
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        var words = new ArrayList<>(rest);
        boolean details = words.remove(DETAILS);
        var folder = OptionWords.after(EXPORT, words).map(VerifyAuditCommand::unused);
        if (details && folder.isEmpty()) {
            throw new StartRefused(DETAILS + " belongs to " + EXPORT);
        }
        var command = new VerifyAuditCommand(folder, details);
        var console = Console.of(environment, clock, words);
        var status = new AtomicInteger();
        console.attach(database -> status.set(command.check(console, database)));
        return status.get();
    }

    private int check(Console console, Database database) {
        try (var context = console.context(() -> source(database), Keys.class, LogCheckParts.class)) {
            int status = say(context.getBean(LogCheck.class));
            export.ifPresent(folder -> Launcher.say(
                    RebuildCommand.number(context.getBean(LogExport.class).to(folder, details)) + " entries written to "
                            + folder));
            return status;
        }
    }

    /** Checks the whole log and says what was found; the status of the process. */
    static int say(LogCheck log) {
        log.keys().forEach(Launcher::say);
        var said = new AtomicLong();
        long began = System.nanoTime();
        var report = log.run(entries -> {
            if (entries - said.get() >= EVERY) {
                said.set(entries);
                Launcher.say(RebuildCommand.number(entries) + " entries checked");
            }
        });
        Launcher.say("checked in %.1f s".formatted((System.nanoTime() - began) / 1e9));
        report.findings().stream().limit(NAMED).forEach(Launcher::say);
        Launcher.say(RebuildCommand.number(report.entries()) + " entries under "
                + RebuildCommand.number(report.checkpoints()) + " checkpoints, "
                + RebuildCommand.number(report.waiting()) + " waiting for the next: "
                + (report.clean()
                        ? "whole"
                        : RebuildCommand.number(report.findings().size()) + " findings, ALTERED"));
        return report.clean() ? 0 : ALTERED;
    }

    /** A folder that holds no log yet. */
    private static Path unused(String named) {
        var folder = Path.of(named).toAbsolutePath().normalize();
        if (Files.exists(folder.resolve("entries.txt"))) {
            throw new StartRefused(folder + " holds a log already: name a new folder");
        }
        return folder;
    }

    /** The owner sees the entries of every unit. Small pages, much work: the statements may use each other's time. */
    static DataSource source(Database database) {
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
