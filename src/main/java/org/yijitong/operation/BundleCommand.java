package org.yijitong.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yijitong.operation.bundle.BundleParts;
import org.yijitong.operation.bundle.BundleRefused;
import org.yijitong.operation.bundle.Bundles;
import org.yijitong.operation.bundle.Bundles.Packed;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;

/** {@code ./run bundle}: a unit goes out as one file, beside the running product or without it. */
final class BundleCommand {
    static final String NAME = "bundle";

    private BundleCommand() {}

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code bundle} on the command line: the code of the unit, the file, options
     * @throws StartRefused with the reason why there is no bundle; then there is no file, either
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        if (rest.size() < 2 || rest.get(0).startsWith("-") || rest.get(1).startsWith("-")) {
            throw new StartRefused("a bundle needs the code of a unit and a file: ./run bundle CODE FILE [--data DIR]");
        }
        Console console = Console.of(environment, clock, rest.subList(2, rest.size()));
        NewFile file = NewFile.at(rest.get(1));
        console.requireData();
        try {
            console.attach(database -> write(console, database, rest.getFirst(), file));
        } catch (BundleRefused e) {
            throw new StartRefused(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private static void write(Console console, Database database, String code, NewFile file) {
        try (var context = console.context(database, BundleParts.class)) {
            Packed packed = file.write(out -> context.getBean(Bundles.class)
                    .pack(code, Bundles.passphrase(console.environment()), out, Launcher::say));
            Launcher.say(told(packed, file.path()));
        } catch (IOException e) {
            throw new StartRefused("the bundle cannot be written to " + file.path() + ": " + e, e);
        }
    }

    private static String told(Packed packed, Path file) {
        String rows = String.format(Locale.ROOT, "%,d rows", packed.rows());
        return packed.unit() + ": " + rows + " in " + packed.files() + " files, " + file
                + (packed.numbers()
                        ? ""
                        : "; identity numbers are left out, since " + Bundles.PASSPHRASE + " is not set");
    }
}
