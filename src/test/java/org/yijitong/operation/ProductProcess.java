package org.yijitong.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yijitong.Yijitong;

/** The product as a process of its own, the way {@code ./run} starts it. */
public final class ProductProcess implements AutoCloseable {
    private static final String READY = "一记通 ready: ";

    private final Process process;
    private final StringBuilder said = new StringBuilder();

    private ProductProcess(Process process) {
        this.process = process;
    }

    /** Starts it with the options of {@code ./run}. */
    public static ProductProcess start(String... options) throws IOException {
        return start(Map.of(), options);
    }

    /** The same with variables of the environment besides ours. */
    public static ProductProcess start(Map<String, String> environment, String... options) throws IOException {
        return start(List.of(), environment, options);
    }

    /** The same through another program, such as one that sets limits. */
    static ProductProcess start(List<String> through, Map<String, String> environment, String... options)
            throws IOException {
        var command = new ArrayList<>(through);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dspring.aot.enabled=" + Boolean.getBoolean("yijitong.ahead"),
                "-cp",
                System.getProperty("java.class.path"),
                Yijitong.class.getName()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ProductProcess(builder.start());
    }

    /** Its address, once it serves; reads on beside, so that it never waits for its reader. */
    public String address() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return line.substring(READY.length());
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("ended before it served: " + said);
    }

    /** What it said before it served, in lines. */
    public String said() {
        return said.toString();
    }

    /** The process itself, to be told to end or waited for. */
    public Process process() {
        return process;
    }

    /** SIGKILL: no shutdown hook runs. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Tells it to end and waits. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
