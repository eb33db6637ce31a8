package org.yijitong.operation.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL server of our own, on the data folder: durable, asked for a password by everyone, reachable from this
 * machine only, and gone when this process is gone, however it goes.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /**
     * Given on the command line, where a configuration file cannot weaken them. No Unix socket: JDBC does not use one,
     * and its path would have to fit into 107 bytes. Errors are logged without the statement and the offending values,
     * which may be personal data.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "60"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("jit", "off"));

    private final DataLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final Server server;
    private final Database database;

    private EmbeddedPostgres(DataLock lock, Cluster cluster, Postmaster postmaster, Server server, Database database) {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.server = server;
        this.database = database;
    }

    /**
     * Starts the server, making whatever is not there yet: programs, cluster, roles, database.
     *
     * @throws StartRefused if it cannot be started, with the reason in one line
     */
    public static EmbeddedPostgres start(Launch launch) {
        return start(launch, RunAs.here());
    }

    static EmbeddedPostgres start(Launch launch, RunAs runAs) {
        var home = launch.data();
        if (!Files.isDirectory(home)) {
            PrivateFiles.folder(home);
        }
        var lock = DataLock.take(home);
        try {
            return start(launch, runAs, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Launch launch, RunAs runAs, DataLock lock) {
        PrivateFiles.folder(launch.home());
        var binaries = Binaries.of(launch);
        var cluster = new Cluster(launch.home(), binaries, runAs);
        var secrets = new Secrets(launch.secrets());
        cluster.prepare(secrets);
        runAs.own(launch.home());

        int port = cluster.choosePort();
        var postmaster = new Postmaster(cluster, runAs.untilDeath(command(binaries, cluster, port, launch.settings())));
        postmaster.start();
        try {
            var server = new Server(port, secrets.existing(Cluster.ADMINISTRATOR));
            return new EmbeddedPostgres(lock, cluster, postmaster, server, Roles.ensure(server, secrets));
        } catch (RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    /** The database of a server that another process of ours runs on the data folder, if one does. */
    public static Optional<Database> running(Launch launch) {
        return PidFile.in(Cluster.directory(launch.home())).port().map(port -> {
            var secrets = new Secrets(launch.secrets());
            return Roles.existing(new Server(port, secrets.existing(Cluster.ADMINISTRATOR)), secrets);
        });
    }

    /**
     * Removes a data folder that was never finished, after stopping a server that was left on it.
     *
     * @throws StartRefused while another process uses it
     */
    public static void discard(Path data) {
        if (!Files.isDirectory(data)) {
            return;
        }
        var lock = DataLock.take(data);
        try {
            PidFile.in(Cluster.directory(data.resolve("pg"))).settle();
        } finally {
            lock.close();
        }
        PrivateFiles.delete(data);
    }

    private static List<String> command(Binaries binaries, Cluster cluster, int port, Map<String, String> more) {
        var settings = new LinkedHashMap<>(SETTINGS);
        settings.put("port", Integer.toString(port));
        settings.putAll(more);
        var command = new ArrayList<>(List.of(
                binaries.postgres().toString(), "-D", cluster.directory().toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** The product's database and its two roles. */
    public Database database() {
        return database;
    }

    /** The server, reached as its administrator: for tests and for backups. */
    public Server server() {
        return server;
    }

    /** The server's process, if it is alive. */
    public Optional<ProcessHandle> process() {
        return PidFile.in(cluster.directory()).postmaster();
    }

    /** Stops the server and lets go of the data folder. */
    @Override
    public void close() {
        postmaster.stop();
        lock.close();
    }
}
