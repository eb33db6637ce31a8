package org.yijitong.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yijitong.audit.LogCheck;
import org.yijitong.audit.LogCheckParts;
import org.yijitong.operation.backup.Backup;
import org.yijitong.operation.backup.Restore;
import org.yijitong.operation.backup.Restore.Restored;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.ExternalServer;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.Keys;

/**
 * {@code ./run restore}: a server is made anew from a backup, on a machine that has nothing yet. All of it lies in a folder of
 * another name until every table, every file and the log were compared.
 */
final class RestoreCommand {
    static final String NAME = "restore";

    private final Console console;
    private final Restore restore;
    private final RestoredFolder folder;
    private int status;

    private RestoreCommand(Console console, Restore restore) {
        this.console = console;
        this.restore = restore;
        this.folder =
                new RestoredFolder(console.settings().data(), console.settings().secrets());
    }

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code restore} on the command line: the file, options
     * @return the status of the process: 1 when everything is as it was backed up, and the log was altered before
     * @throws StartRefused with the reason why nothing was restored
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("-")) {
            throw new StartRefused("which backup? ./run restore FILE --data NEW-DIR");
        }
        Console console = Console.of(environment, clock, rest.subList(1, rest.size()));
        Path file = Path.of(rest.getFirst()).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("there is no file " + file);
        }
        var restore = new Restore(file, Backup.passphrase(environment), Launcher::say);
        var command = new RestoreCommand(console, restore);
        try {
            command.folder.requireEmpty();
            restore.check();
            command.all();
        } catch (IOException e) {
            throw new StartRefused("the backup cannot be restored: " + e, e);
        }
        return command.status;
    }

    private void all() throws IOException {
        folder.begin();
        try {
            Optional<Database> external = ExternalServer.of(console.environment());
            if (external.isPresent()) {
                fill(external.get());
            } else {
                Launch launch = Launch.of(folder.draft(), folder.draftSecrets(), console.environment());
                try (var started = EmbeddedPostgres.start(launch)) {
                    fill(started.database());
                }
            }
            folder.finish();
        } catch (IOException | RuntimeException e) {
            folder.discard();
            throw e;
        }
        Launcher.say("it lies in " + console.settings().data() + "; everybody signs in anew");
    }

    private void fill(Database database) throws IOException {
        Restored restored = restore.into(folder.place(database));
        Console there = console.in(folder.draft(), folder.draftSecrets());
        try (var context = there.context(() -> VerifyAuditCommand.source(database), Keys.class, LogCheckParts.class)) {
            status = VerifyAuditCommand.say(context.getBean(LogCheck.class));
        }
        try (var context = there.context(database, Noted.Parts.class)) {
            context.getBean(Noted.class).restore();
        }
        Launcher.say("restore: " + restored.tables() + " tables, " + restored.files() + " files, equal ("
                + RebuildCommand.number(restored.rows()) + " rows)");
    }
}
