package org.yijitong.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.yijitong.ledger.Rebuild;
import org.yijitong.ledger.Rebuild.Found;
import org.yijitong.ledger.RebuildParts;
import org.yijitong.operation.bundle.Arrivals;
import org.yijitong.operation.bundle.Arrivals.Unpacked;
import org.yijitong.operation.bundle.BundleParts;
import org.yijitong.operation.bundle.BundleRefused;
import org.yijitong.operation.bundle.Bundles;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;

/**
 * {@code ./run unbundle}: a unit comes in from a file, beside the running product or without it; then its standing is
 * compared with what follows from its facts here.
 */
final class UnbundleCommand {
    static final String NAME = "unbundle";
    private static final int DIFFERS = 1;

    private final Console console;
    private final Path file;
    private boolean differs;

    private UnbundleCommand(Console console, Path file) {
        this.console = console;
        this.file = file;
    }

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code unbundle} on the command line: the file, options
     * @return the status of the process: 1 when the unit came in and its standing is not what follows from its facts here
     * @throws StartRefused with the reason why nothing came in
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("-")) {
            throw new StartRefused("which bundle? ./run unbundle FILE [--data DIR]");
        }
        Console console = Console.of(environment, clock, rest.subList(1, rest.size()));
        var command = new UnbundleCommand(console, Path.of(rest.getFirst()).toAbsolutePath());
        if (!Files.isRegularFile(command.file)) {
            throw new StartRefused("there is no file " + command.file);
        }
        console.requireData();
        try {
            console.attach(command::take);
        } catch (BundleRefused e) {
            throw new StartRefused(String.valueOf(e.getMessage()), e);
        }
        return command.differs ? DIFFERS : 0;
    }

    private void take(Database database) {
        try (var context = console.context(database, BundleParts.class, RebuildParts.class)) {
            Unpacked unpacked = context.getBean(Arrivals.class)
                    .unpack(file, Bundles.passphrase(console.environment()), Launcher::say);
            Launcher.say(unpacked.name() + ": " + RebuildCommand.number(unpacked.rows()) + " rows came in");
            if (unpacked.top()) {
                Launcher.say("the units above it are not here as they were there: it stands at the top");
            }
            if (!unpacked.numbers()) {
                Launcher.say("identity numbers were left out of the bundle");
            }
            Rebuild rebuild = context.getBean(Rebuild.class);
            rebuild.survey();
            tell(unpacked, rebuild.look(unpacked.unit(), _ -> {}));
        }
    }

    private void tell(Unpacked unpacked, Found found) {
        differs = !found.clean();
        Launcher.say(
                differs
                        ? RebuildCommand.differs(unpacked.name(), found) + "\nfrom what follows here from its "
                                + RebuildCommand.number(found.facts()) + " facts; ./run rebuild mends that"
                        : "its standing is what follows from its " + RebuildCommand.number(found.facts()) + " facts");
    }
}
