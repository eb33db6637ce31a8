package org.yijitong.operation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.yijitong.audit.LogCheck;
import org.yijitong.audit.LogCheckParts;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.Keys;

/** {@code ./run keys}: new keys for everything that is kept under keys, while the product does not run. */
final class KeysCommand {
    static final String NAME = "keys";

    private KeysCommand() {}

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code keys} on the command line
     * @throws StartRefused with the reason why nothing was changed
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        Console console = Console.of(environment, clock, rest);
        console.requireData();
        SecretFiles.in(console.settings().secrets()).requireSound();
        console.alone(database -> change(console, database));
        return 0;
    }

    private static void change(Console console, Database database) {
        KeyChange.Changed changed = new KeyChange(console, database).run(Launcher::say);
        Launcher.say(
                changed.keys() == 0
                        ? "keys: the change that was broken off is through"
                        : "keys: " + changed.keys() + " new ones, " + RebuildCommand.number(changed.values())
                                + " values are under them; make a backup now");
        try (var context =
                console.context(() -> VerifyAuditCommand.source(database), Keys.class, LogCheckParts.class)) {
            context.getBean(LogCheck.class).keys().forEach(Launcher::say);
        }
    }
}
