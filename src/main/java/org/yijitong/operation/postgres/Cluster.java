package org.yijitong.operation.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The server's files: its data directory, made once, and the port it had last time. */
final class Cluster {

    /** The database administrator's role, made with the cluster; the product uses it only while starting. */
    static final String ADMINISTRATOR = "postgres";

    private static final int OLDEST = 15;
    private final Path home;
    private final Binaries binaries;
    private final RunAs runAs;

    Cluster(Path home, Binaries binaries, RunAs runAs) {
        this.home = home;
        this.binaries = binaries;
        this.runAs = runAs;
    }

    Path directory() {
        return directory(home);
    }

    static Path directory(Path home) {
        return home.resolve("data");
    }

    /** Makes the data directory if there is none, and checks that the programs can read the one there is. */
    void prepare(Secrets secrets) {
        int major = binaries.major();
        if (major < OLDEST) {
            throw new StartRefused("PostgreSQL " + major + " is too old: " + OLDEST + " or newer is needed");
        }
        if (!Files.isDirectory(directory())) {
            create(secrets.of(ADMINISTRATOR));
            return;
        }
        var version = read(directory().resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(major))) {
            throw new StartRefused("the data folder was written by PostgreSQL " + version + " and the program is "
                    + major + ": see \"Upgrade\" in docs/operations.md");
        }
    }

    /**
     * Makes the directory under another name first, so that an interrupted start leaves nothing that looks whole.
     * Passwords are asked of every connection, local ones too. The character type is C.UTF-8, because under plain C
     * the trigram index finds nothing in Chinese text.
     */
    private void create(String password) {
        var draft = home.resolve("data.new");
        PrivateFiles.delete(draft);
        var passwordFile = home.resolve("initdb-password");
        PrivateFiles.write(passwordFile, password + "\n");
        try {
            runAs.own(home);
            give(passwordFile);
            var result = Command.run(runAs.command(initdb(draft, passwordFile)));
            if (!result.ok()) {
                throw new StartRefused("the database could not be created: " + reason(result.output()));
            }
            Files.move(draft, directory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused("the database could not be created in " + home + ": " + e, e);
        } finally {
            delete(passwordFile);
        }
    }

    private void give(Path file) throws IOException {
        if (!Files.getOwner(file).equals(Files.getOwner(home))) {
            Files.setOwner(file, Files.getOwner(home));
        }
    }

    private List<String> initdb(Path draft, Path passwordFile) {
        var command = new ArrayList<>(List.of(
                binaries.initdb().toString(),
                "--pgdata=" + draft,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums"));
        command.addAll(Command.MAC ? List.of("--locale=en_US.UTF-8", "--lc-collate=C") : List.of("--locale=C.UTF-8"));
        return command;
    }

    /** The port of last time if it is free, else any free one; remembered. */
    int choosePort() {
        var file = home.resolve("port");
        int port = Files.exists(file) ? freePort(Integer.parseInt(read(file).strip())) : freePort(0);
        PrivateFiles.write(file, Integer.toString(port) + "\n");
        return port;
    }

    private static int freePort(int wanted) {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback, wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw new StartRefused("no free port on 127.0.0.1 for the database: " + e, e);
            }
            return freePort(0);
        }
    }

    /** Where the server's own messages go. An old file of some size makes room at a start. */
    Path log() {
        return home.resolve("postgres.log");
    }

    /** The first complaint: after it initdb says what it removes again. */
    private static String reason(String output) {
        return output.lines()
                .filter(line -> line.contains("error: ") || line.contains("FATAL: ") || line.contains("PANIC: "))
                .findFirst()
                .orElseGet(() -> lastLine(output));
    }

    static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("it said nothing");
    }

    /** The server's complaints without the time before them, for a message of one line. */
    static Stream<String> complaints(String log) {
        return log.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .map(line -> line.replaceFirst("^.*(FATAL|PANIC):\\s*", ""));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartRefused("cannot read " + file + ": " + e, e);
        }
    }
}
