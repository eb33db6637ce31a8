package org.yijitong.operation.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short outside commands, run to their end. */
final class Command {

    static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");

    private Command() {}

    /** What a finished command said (standard output and error together) and its exit status. */
    record Result(int status, String output) {
        boolean ok() {
            return status == 0;
        }
    }

    static Result run(List<String> command) {
        try {
            var process = builder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Result(127, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while running " + command.getFirst(), e));
        }
    }

    /**
     * A builder with an environment of ours: no PG* variable of the caller changes what the server does, and its
     * messages are in English, since we read some of them.
     */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        // macOS has no C.UTF-8 before release 15, and refuses to start the server with an unknown locale.
        environment.put("LC_ALL", MAC ? "en_US.UTF-8" : "C.UTF-8");
        environment.put("LC_MESSAGES", "C");
        return builder;
    }

    /** Sends a signal by the shell's own kill, since a bare Debian has no kill program. */
    static void signal(String name, long pid) {
        run(List.of("/bin/sh", "-c", "kill -" + name + " " + pid));
    }

    /** The program's full path, looked for where the shell would and in the system directories. */
    static Optional<Path> find(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/bin:/bin:/usr/sbin:/sbin";
        return Arrays.stream(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
