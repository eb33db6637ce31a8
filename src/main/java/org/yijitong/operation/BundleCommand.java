package org.yijitong.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
        Path file = Path.of(rest.get(1)).toAbsolutePath();
        if (Files.exists(file)) {
            throw new StartRefused(file + " is there already");
        }
        console.requireData();
        try {
            console.attach(database -> write(console, database, rest.getFirst(), file));
        } catch (BundleRefused e) {
            throw new StartRefused(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    /** Under another name until it is whole. */
    private static void write(Console console, Database database, String code, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        part.toFile().deleteOnExit();
        try (var context = console.context(database, BundleParts.class)) {
            Packed packed;
            try (var out = new BufferedOutputStream(privately(part))) {
                packed = context.getBean(Bundles.class)
                        .pack(code, Bundles.passphrase(console.environment()), out, Launcher::say);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            Launcher.say(told(packed, file));
        } catch (IOException e) {
            throw new StartRefused("the bundle cannot be written to " + file + ": " + e, e);
        }
    }

    private static OutputStream privately(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(part, StandardOpenOption.WRITE);
    }

    private static String told(Packed packed, Path file) {
        String rows = String.format(Locale.ROOT, "%,d rows", packed.rows());
        return packed.unit() + ": " + rows + " in " + packed.files() + " files, " + file
                + (packed.numbers()
                        ? ""
                        : "; identity numbers are left out, since " + Bundles.PASSPHRASE + " is not set");
    }
}
