package org.yijitong.operation.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process of its own that runs an embedded server until it is killed, as the product's process would. */
final class ChildServer implements AutoCloseable {

    static final String AS_ITSELF = "itself";
    static final String AS_OTHER_USER = "other user";

    private final Process process;
    private final ProcessHandle postmaster;

    private ChildServer(Process process, ProcessHandle postmaster) {
        this.process = process;
        this.postmaster = postmaster;
    }

    /** Returns when its server takes connections. */
    static ChildServer start(Launch launch, String as) throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildServer.class.getName(),
                        launch.data().toString(),
                        String.valueOf(launch.binaries()),
                        as))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IllegalStateException("the child ended without a word");
        }
        return new ChildServer(process, ProcessHandle.of(Long.parseLong(line)).orElseThrow());
    }

    long pid() {
        return process.pid();
    }

    /** The server that the child started. */
    ProcessHandle postmaster() {
        return postmaster;
    }

    /** SIGKILL: no shutdown hook runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void main(String[] args) throws IOException {
        var data = Path.of(args[0]);
        var server = EmbeddedPostgres.start(
                new Launch(data, data.resolve("secrets"), Path.of(args[1]), Map.of()),
                args[2].equals(AS_OTHER_USER) ? RunAs.otherUser().orElseThrow() : RunAs.here());
        System.out.println(server.process().orElseThrow().pid());
        System.in.read();
    }
}
