package org.yijitong.operation.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded server is started with.
 *
 * @param data the data folder; the cluster lives in its {@code pg}
 * @param secrets the folder of the role passwords
 * @param binaries a {@code bin} directory of an installed PostgreSQL (15 to 18), or null for the bundled one
 * @param settings server settings beyond the fixed ones, as {@code postgres -c} takes them
 */
public record Launch(Path data, Path secrets, @Nullable Path binaries, Map<String, String> settings) {

    /** The variable that names an installed PostgreSQL to use instead of the bundled one. */
    public static final String BINARIES = "YIJITONG_PG_BIN";

    /** A launch with the safe settings, taking {@value #BINARIES} from the environment. */
    public static Launch of(Path data, Path secrets, Map<String, String> environment) {
        var installed = environment.get(BINARIES);
        return new Launch(
                data.toAbsolutePath().normalize(),
                secrets.toAbsolutePath().normalize(),
                installed == null || installed.isBlank()
                        ? null
                        : Path.of(installed).toAbsolutePath(),
                Map.of());
    }

    /** The same launch with further server settings. */
    public Launch with(Map<String, String> more) {
        return new Launch(data, secrets, binaries, more);
    }

    Path home() {
        return data.resolve("pg");
    }
}
