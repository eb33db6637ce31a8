package org.yijitong.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yijitong.audit.Erasures;
import org.yijitong.audit.Erasures.Erasure;
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
    private static final String ERASURES = "--erasures";

    private final Console console;
    private final Restore restore;
    private final RestoredFolder folder;
    private final Optional<List<Erasure>> erased;
    private int status;

    private RestoreCommand(Console console, Restore restore, Optional<List<Erasure>> erased) {
        this.console = console;
        this.restore = restore;
        this.erased = erased;
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
        var words = new ArrayList<>(rest.subList(1, rest.size()));
        var erased = OptionWords.after(ERASURES, words).map(RestoreCommand::erasures);
        Console console = Console.of(environment, clock, words);
        Path file = Path.of(rest.getFirst()).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("there is no file " + file);
        }
        var restore = new Restore(file, Backup.passphrase(environment), Launcher::say);
        var command = new RestoreCommand(console, restore, erased);
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
            boolean full = DiskFull.said(e) || DiskFull.at(folder.draft());
            folder.discard();
            if (full) {
                throw new StartRefused(
                        "no room is left on the disk of " + console.settings().data() + ": nothing was restored, and"
                                + " nothing is left of it. Make room, or name another folder with --data",
                        e);
            }
            throw e;
        }
        Launcher.say("it lies in " + console.settings().data() + "; everybody signs in anew");
    }

    private static List<Erasure> erasures(String named) {
        try {
            return Erasures.read(Path.of(named));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(named + " does not say what was erased: " + e.getMessage(), e);
        }
    }

    private void eraseAgain(Console there, Database database, Instant since) {
        if (erased.isEmpty()) {
            Launcher.say("what was erased since " + since + " is back: restore once more with " + ERASURES
                    + " and audit/erasures.txt of the server that was, if it can be had");
            return;
        }
        try (var context = there.context(database, ErasedAgain.Parts.class)) {
            int done = context.getBean(ErasedAgain.class).run(erased.get(), since);
            Launcher.say("erased again: what was held on " + RebuildCommand.number(done) + " people and accounts");
        }
    }

    private void fill(Database database) throws IOException {
        Restored restored = restore.into(folder.place(database));
        Console there = console.in(folder.draft(), folder.draftSecrets());
        try (var context = there.context(() -> VerifyAuditCommand.source(database), Keys.class, LogCheckParts.class)) {
            status = VerifyAuditCommand.say(context.getBean(LogCheck.class));
        }
        try (var context = there.context(database, Noted.Parts.class)) {
            int cut = context.getBean(Noted.class).restore();
            if (cut > 0) {
                Launcher.say("outside identities that no longer open an account: " + RebuildCommand.number(cut)
                        + "; their holders sign in by password and connect them anew");
            }
        }
        eraseAgain(there, database, restored.at());
        Launcher.say("restore: " + restored.tables() + " tables, " + restored.files() + " files, equal ("
                + RebuildCommand.number(restored.rows()) + " rows)");
    }
}
