package org.yijitong.operation;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.yijitong.operation.backup.Backup;
import org.yijitong.operation.backup.Backup.Made;
import org.yijitong.operation.backup.Place;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;

/** {@code ./run backup}: everything the server has goes into one sealed file, beside the running product or without it. */
final class BackupCommand {
    static final String NAME = "backup";

    private BackupCommand() {}

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code backup} on the command line: the file, options
     * @throws StartRefused with the reason why there is no backup; then there is no file, either
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("-")) {
            throw new StartRefused("a backup needs a file: ./run backup FILE [--data DIR]");
        }
        Console console = Console.of(environment, clock, rest.subList(1, rest.size()));
        NewFile file = NewFile.at(rest.getFirst());
        String passphrase = Backup.passphrase(environment);
        console.requireData();
        console.attach(database -> write(console, database, file, passphrase));
        return 0;
    }

    private static void write(Console console, Database database, NewFile file, String passphrase) {
        var settings = console.settings();
        var backup = new Backup(new Place(database, settings.data(), settings.secrets()), Launcher::say);
        Made made;
        try {
            made = file.write(
                    out -> backup.write(out, passphrase, console.clock().instant()));
        } catch (IOException e) {
            throw new StartRefused(
                    DiskFull.said(e)
                            ? "no room is left for " + file.path()
                                    + ": there is no backup. Make room, or name another disk"
                            : "the backup cannot be written to " + file.path() + ": " + e,
                    e);
        }
        try (var context = console.context(database, Noted.Parts.class)) {
            context.getBean(Noted.class).backup();
        }
        Launcher.say("backup: " + made.tables() + " tables, "
                + RebuildCommand.number(made.rows()) + " rows, "
                + made.files() + " files, " + file.path());
    }
}
