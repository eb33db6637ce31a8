package org.yijitong.operation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.yijitong.operation.postgres.StartRefused;

/**
 * What follows {@code ./run} on the command line.
 *
 * @param port 0 to 65535; 0 takes any free one
 * @param data the folder that holds all that must survive
 * @param empty without the demonstration world
 * @param now the moment the clock starts from, or empty for the real one; never in production
 * @param production the strict mode of a real installation
 * @param help only say which options there are
 */
public record StartOptions(
        int port, Path data, boolean empty, Optional<Instant> now, boolean production, boolean help) {

    /** The port when none is given. */
    public static final int PORT = 8080;

    private static final int LAST_PORT = 65_535;
    private static final List<String> KNOWN = List.of("--port", "--data", "--empty", "--now", "--production", "--help");

    /** One line per option, for {@code --help}. */
    public static final String HELP = """
            Usage: ./run [options]
                   ./run rebuild [--check] [--data DIR]   work everything out again from the facts
                   ./run verify-audit [--export NEW-FOLDER [--details]] [--data DIR]
                                                          check the whole log of who did what, and take it out
                   ./run bundle CODE FILE [--data DIR]    write all a unit has into one file
                   ./run unbundle FILE [--data DIR]       take a unit in from such a file
                   ./run administrator ACCOUNT --unit CODE [--name NAME] [--below CODE] [--data DIR]
                                                          let the first administrator of a unit in, once
                   ./run backup FILE [--data DIR]         write all the server has into one sealed file
                   ./run keys [--data DIR]                new keys for everything, while the product is stopped
                   ./run restore FILE --data NEW-DIR [--erasures FILE]
                                                          make a server anew from such a file
              --port N        port to serve on (8080)
              --data DIR      folder that holds all data (./data)
              --empty         without the demonstration world
              --now INSTANT   start the clock at another moment, such as 2026-03-01T08:00:00+08:00
              --production    strict mode: no demonstration world, no moved clock, secrets kept apart
              --help          this text
            The database is embedded unless DATABASE_URL is set. More: docs/operations.md""";

    /**
     * Reads the options; each value may follow its option or stand behind an equals sign.
     *
     * @throws StartRefused for an unknown option (naming the nearest known one), a missing or unreadable value, or
     *     options that exclude each other
     */
    public static StartOptions parse(String... args) {
        var words = new ArrayDeque<String>();
        for (var arg : args) {
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            words.add(equals < 0 ? arg : arg.substring(0, equals));
            if (equals >= 0) {
                words.add(arg.substring(equals + 1));
            }
        }
        var options = new StartOptions(PORT, Path.of("data"), false, Optional.empty(), false, false);
        while (!words.isEmpty()) {
            options = options.with(words.remove(), words);
        }
        if (options.production && options.now.isPresent()) {
            throw new StartRefused("--now moves the clock, which --production does not allow");
        }
        return options;
    }

    private StartOptions with(String option, Deque<String> rest) {
        return switch (option) {
            case "--port" -> new StartOptions(portIn(value(option, rest)), data, empty, now, production, help);
            case "--data" -> new StartOptions(port, Path.of(value(option, rest)), empty, now, production, help);
            case "--empty" -> new StartOptions(port, data, true, now, production, help);
            case "--now" ->
                new StartOptions(port, data, empty, Optional.of(momentIn(value(option, rest))), production, help);
            case "--production" -> new StartOptions(port, data, empty, now, true, help);
            case "--help", "-h" -> new StartOptions(port, data, empty, now, production, true);
            default -> throw new StartRefused("unknown option " + option + ", did you mean " + nearest(option) + "?");
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.element().startsWith("--")) {
            throw new StartRefused(option + " needs a value, see --help");
        }
        return rest.remove();
    }

    private static int portIn(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartRefused("--port " + text + " is not a number", e);
        }
        throw new StartRefused("--port " + text + " is not between 0 and " + LAST_PORT);
    }

    private static Instant momentIn(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new StartRefused("--now " + text + " is not a moment such as 2026-03-01T08:00:00+08:00", e);
        }
    }

    private static String nearest(String option) {
        return KNOWN.stream()
                .min(Comparator.comparingInt(known -> distance(option, known)))
                .orElseThrow();
    }

    /** Edit distance (Levenshtein), row by row. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
